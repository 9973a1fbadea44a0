import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RevisitView } from '#contracts/tickets/followup'
import type { RevisitSearch } from '../../../app/revisit-search.ts'
import { useCan } from '../../../app/session.ts'
import { PageFrame } from '../../../ui/PageFrame.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { Empty } from '../../../ui/states.tsx'
import { countText } from '../ticket-queries.ts'
import styles from './followup.module.css'
import { useRevisitCounts, useRevisits, useShopChoices } from './followup-queries.ts'
import { RevisitLine } from './RevisitLine.tsx'
import { RevisitSheet } from './RevisitSheet.tsx'

const VIEWS: readonly RevisitView[] = ['due', 'asked', 'planned', 'done']

/** 回访: whom to phone today, the longest waiting first; one opens with what to say and what it was about. */
export function RevisitsPage() {
  const { t } = useTranslation('followup')
  const search = useSearch({ from: '/signed-in/shell/revisits' })
  const navigate = useNavigate({ from: '/revisits' })
  const maySeeFigures = useCan('tickets.readSatisfaction')
  const close = () =>
    void navigate({ search: ({ open: _closed, ...rest }: RevisitSearch) => rest, replace: true })
  return (
    <PageFrame
      title={t('title')}
      hint={t('hint')}
      actions={
        maySeeFigures ? (
          <Link to="/satisfaction">
            <Button>{t('figures.title')}</Button>
          </Link>
        ) : null
      }
    >
      <Filters search={search} />
      <WorkList search={search} />
      <Drawer
        open={search.open !== undefined}
        onClose={close}
        title={t('sheet.title')}
        size={560}
        styles={{ wrapper: { maxWidth: '100vw' } }}
        destroyOnHidden
      >
        {search.open ? <RevisitSheet id={search.open} done={close} /> : null}
      </Drawer>
    </PageFrame>
  )
}

function Filters({ search }: { search: RevisitSearch }) {
  const { t } = useTranslation('followup')
  const navigate = useNavigate({ from: '/revisits' })
  const shops = useShopChoices()
  const counts = useRevisitCounts().data
  const view = search.view ?? 'due'
  const count = countText(search.all ? counts?.due : counts?.mine)
  return (
    <div className={styles.filters}>
      <ul className={styles.views} aria-label={t('title')}>
        {VIEWS.map((one) => (
          <li key={one}>
            <Link
              to="/revisits"
              search={({ open: _closed, ...rest }: RevisitSearch) => ({ ...rest, view: one })}
              data-current={one === view}
              aria-current={one === view ? 'true' : undefined}
            >
              {t(`view.${one}`)}
              {one === 'due' && count ? <b>{count}</b> : null}
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.narrow}>
        <select
          aria-label={t('whose')}
          value={search.all ? 'all' : 'mine'}
          onChange={(event) =>
            void navigate({
              search: ({ all: _old, ...rest }: RevisitSearch) =>
                event.target.value === 'all' ? { ...rest, all: true } : rest,
            })
          }
        >
          <option value="mine">{t('mine')}</option>
          <option value="all">{t('all')}</option>
        </select>
        {shops.data && shops.data.length > 1 ? (
          <select
            aria-label={t('shop')}
            value={search.shop ?? ''}
            onChange={(event) =>
              void navigate({
                search: ({ shop: _old, ...rest }: RevisitSearch) =>
                  event.target.value ? { ...rest, shop: event.target.value } : rest,
              })
            }
          >
            <option value="">{t('anyShop')}</option>
            {shops.data.map((shop) => (
              <option key={shop.id} value={shop.id}>
                {shop.name}
              </option>
            ))}
          </select>
        ) : null}
      </div>
    </div>
  )
}

function WorkList({ search }: { search: RevisitSearch }) {
  const { t } = useTranslation('followup')
  const list = useRevisits(search)
  const counts = useRevisitCounts().data
  const view = search.view ?? 'due'
  const others = view === 'due' && !search.all ? (counts?.due ?? 0) : 0
  return (
    <QueryState query={list}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        if (rows.length === 0)
          return (
            <Empty
              title={t(`empty.${view}`)}
              hint={others ? t('empty.others', { count: others }) : undefined}
              actions={
                others ? (
                  <Link to="/revisits" search={{ ...search, all: true }}>
                    <Button>{t('all')}</Button>
                  </Link>
                ) : null
              }
            />
          )
        return (
          <>
            <ul className={styles.list}>
              {rows.map((row) => (
                <RevisitLine key={row.id} row={row} search={search} />
              ))}
            </ul>
            {list.hasNextPage ? (
              <div className={styles.more}>
                <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {t('more')}
                </Button>
              </div>
            ) : null}
          </>
        )
      }}
    </QueryState>
  )
}
