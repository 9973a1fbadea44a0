import { useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '#contracts/customers/file'
import type { CustomerSearch } from '../../app/customer-search.ts'
import { useCan } from '../../app/session.ts'
import { useLiveState } from '../../app/use-live.ts'
import { LongList } from '../../ui/LongList.tsx'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { useAskedWords } from '../../ui/use-asked-words.ts'
import { CustomerLine } from './CustomerLine.tsx'
import { useCustomers, useMatches } from './customer-queries.ts'
import styles from './customers.module.css'
import { MatchList } from './MatchList.tsx'
import { ExportPart } from './segments/ExportPart.tsx'

const VALUES = ['vip', 'regular', 'new'] as const

/** 顾客: everybody whom the brand knows, whoever was heard of last first. */
export function CustomersPage() {
  const { t } = useTranslation('customers')
  const search = useSearch({ strict: false }) as CustomerSearch
  const navigate = useNavigate()
  const go = (next: CustomerSearch) => void navigate({ to: '/customers', search: next, replace: true })
  const mayMerge = useCan('customers.merge')
  const mayExport = useCan('customers.exportMembers')
  const matches = useMatches(undefined, mayMerge)
  const open = matches.data?.pages[0]?.open ?? 0
  return (
    <PageFrame title={t('title')} hint={t('hint')}>
      <SearchField key={search.q ?? ''} search={search} go={go} />
      <div className={styles.views}>
        <Pill on={!search.pairs && !search.value} pick={() => go(search.q ? { q: search.q } : {})}>
          {t('view.all')}
        </Pill>
        {VALUES.map((value) => (
          <Pill
            key={value}
            on={!search.pairs && search.value === value}
            pick={() => go({ ...(search.q ? { q: search.q } : {}), value })}
          >
            {t(`value.${value}`)}
          </Pill>
        ))}
        {mayMerge ? (
          <Pill on={search.pairs === true} pick={() => go({ pairs: true })}>
            {t('view.pairs')}
            {open ? <b>{open > 98 ? '99+' : open}</b> : null}
          </Pill>
        ) : null}
        {search.tag ? (
          <Pill on pick={() => go({})}>
            {t('list.tag', { tag: search.tag })}
          </Pill>
        ) : null}
        {mayExport && !search.pairs && !search.q ? (
          <span className={styles.export}>
            <ExportPart
              of="customers"
              part={{
                ...(search.value ? { value: search.value } : {}),
                ...(search.tag ? { tag: search.tag } : {}),
              }}
            />
          </span>
        ) : null}
      </div>
      {search.pairs ? <MatchList list={matches} /> : <List search={search} />}
    </PageFrame>
  )
}

function SearchField({ search, go }: { search: CustomerSearch; go: (next: CustomerSearch) => void }) {
  const { t } = useTranslation('customers')
  // Words are looked for among all customers, not among pairs.
  const [words, setWords] = useAskedWords(search, ({ pairs: _pairs, ...rest }) => go(rest))
  return (
    <Input.Search
      className={styles.search}
      size="large"
      allowClear
      maxLength={80}
      value={words}
      aria-label={t('list.search')}
      placeholder={t(useCan('customers.reveal') ? 'list.search' : 'list.searchMasked')}
      onChange={(event) => setWords(event.target.value)}
    />
  )
}

function List({ search }: { search: CustomerSearch }) {
  const { t } = useTranslation('customers')
  const list = useCustomers(search)
  const offline = useLiveState() === 'lost' && list.data !== undefined
  return (
    <>
      {offline ? (
        <p className={styles.offline} role="status">
          {t('offline')}
        </p>
      ) : null}
      <LongList query={list} skeleton={<Bones height={64} />} more={t('more')}>
        {(pages) => <Lines rows={pages.flatMap((page) => page.rows)} asked={Boolean(search.q)} />}
      </LongList>
    </>
  )
}

function Lines({ rows, asked }: { rows: CustomerRow[]; asked: boolean }) {
  const { t } = useTranslation('customers')
  if (!rows.length)
    return (
      <Empty
        title={t(asked ? 'list.nobody' : 'list.empty')}
        hint={t(asked ? 'list.nobodyHint' : 'list.emptyHint')}
      />
    )
  return (
    <ul className={styles.list} aria-label={t('title')}>
      {rows.map((row) => (
        <CustomerLine key={row.id} row={row} />
      ))}
    </ul>
  )
}
