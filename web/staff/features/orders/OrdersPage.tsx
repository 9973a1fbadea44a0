import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OrderKind, OrderOrigin, type OrderRow } from '#contracts/orders'
import type { OrderSearch } from '../../app/order-search.ts'
import { useCan } from '../../app/session.ts'
import { useKeys } from '../../app/shortcuts.ts'
import { useLiveState } from '../../app/use-live.ts'
import { LongList } from '../../ui/LongList.tsx'
import { PageFrame } from '../../ui/PageFrame.tsx'
import { Pill } from '../../ui/Pill.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { useAskedWords } from '../../ui/use-asked-words.ts'
import { OrderLine } from './OrderLine.tsx'
import { useOrders, useStages } from './order-queries.ts'
import styles from './orders.module.css'
import { ShopSelect } from './ShopSelect.tsx'

const STAGES = ['open', 'incomplete', 'contact', 'late', 'refund', 'done', 'all'] as const
const COUNTED_TO = 200
const TONES: Partial<Record<string, 'red' | 'amber'>> = {
  late: 'red',
  refund: 'red',
  incomplete: 'amber',
  contact: 'amber',
}

/** 订单: one list of all orders, wherever they came from; what needs somebody stands first in the tabs. */
export function OrdersPage() {
  const { t } = useTranslation('orders')
  const search = useSearch({ strict: false }) as OrderSearch
  const navigate = useNavigate()
  const go = (next: OrderSearch) => void navigate({ to: '/orders', search: next, replace: true })
  const stages = useStages().data
  const stage = search.stage ?? 'open'
  const enter = useCan('orders.enter')
  return (
    <PageFrame
      title={t('title')}
      hint={t('about')}
      actions={
        enter ? (
          <Button type="primary" onClick={() => void navigate({ to: '/orders/new' })}>
            {t('new')}
          </Button>
        ) : null
      }
    >
      <fieldset className={styles.stages} aria-label={t('stage.label')}>
        {STAGES.map((key) => {
          const count = key === 'done' || key === 'all' ? 0 : (stages?.[key] ?? 0)
          // Only there when somebody's money has not gone back.
          if (key === 'refund' && !count && stage !== 'refund') return null
          const { stage: _stage, ...rest } = search
          return (
            <Pill
              key={key}
              on={stage === key}
              tone={TONES[key]}
              pick={() => go(key === 'open' ? rest : { ...rest, stage: key })}
            >
              {t(`stage.${key}`)}
              {count ? <b>{count >= COUNTED_TO ? `${COUNTED_TO}+` : count}</b> : null}
            </Pill>
          )
        })}
      </fieldset>
      <Filters key={search.q ?? ''} search={search} go={go} />
      <List search={search} />
    </PageFrame>
  )
}

function Filters({ search, go }: { search: OrderSearch; go: (next: OrderSearch) => void }) {
  const { t } = useTranslation('orders')
  const [words, setWords] = useAskedWords(search, go)
  const set = (key: 'shopId' | 'source' | 'kind', value: string) => {
    const { [key]: _old, ...rest } = search
    go(value ? { ...rest, [key]: value } : rest)
  }
  return (
    <div className={styles.filters}>
      <Input.Search
        allowClear
        maxLength={80}
        value={words}
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        onChange={(event) => setWords(event.target.value)}
      />
      <ShopSelect value={search.shopId ?? ''} onChange={(id) => set('shopId', id)} all={t('list.shops')} />
      <Select
        aria-label={t('list.source')}
        value={search.source ?? ''}
        onChange={(value) => set('source', value)}
        options={[
          { value: '', label: t('list.sources') },
          ...OrderOrigin.options.map((value) => ({ value, label: t(`source.${value}`) })),
        ]}
      />
      <Select
        aria-label={t('list.kind')}
        value={search.kind ?? ''}
        onChange={(value) => set('kind', value)}
        options={[
          { value: '', label: t('list.kinds') },
          ...OrderKind.options.map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
      />
    </div>
  )
}

function List({ search }: { search: OrderSearch }) {
  const { t } = useTranslation('orders')
  const list = useOrders(search)
  const offline = useLiveState() === 'lost' && list.data !== undefined
  return (
    <>
      {offline ? (
        <p className={styles.offline} role="status">
          {t('offline')}
        </p>
      ) : null}
      <LongList query={list} skeleton={<Bones height={60} />} more={t('list.more')}>
        {(pages) => <Lines rows={pages.flatMap((page) => page.rows)} search={search} />}
      </LongList>
    </>
  )
}

/** j and k go through the list, Enter opens; the line that is meant is in sight. */
function Lines({ rows, search }: { rows: OrderRow[]; search: OrderSearch }) {
  const { t } = useTranslation('orders')
  const navigate = useNavigate()
  const [current, setCurrent] = useState('')
  const at = rows.findIndex((row) => row.id === current)
  const step = (by: 1 | -1) => () => {
    const next = rows[at < 0 ? 0 : at + by]
    if (!next) return
    setCurrent(next.id)
    document.getElementById(`order-${next.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  const open = () => {
    if (current) void navigate({ to: '/orders/$id', params: { id: current } })
  }
  useKeys({ j: step(1), k: step(-1), ArrowDown: step(1), ArrowUp: step(-1), Enter: open })
  const asked = Boolean(search.q || search.shopId || search.source || search.kind)
  if (!rows.length)
    return (
      <Empty
        title={t(asked ? 'list.noMatch' : `list.empty.${search.stage ?? 'open'}`)}
        hint={asked ? t('list.noMatchHint') : undefined}
      />
    )
  return (
    <ul className={styles.list} aria-label={t('title')}>
      {rows.map((row) => (
        <OrderLine key={row.id} row={row} current={row.id === current} />
      ))}
    </ul>
  )
}
