import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type UIEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketRow as Row } from '#contracts/tickets'
import type { InboxSearch } from '../../app/inbox-search.ts'
import { Empty, Failed } from '../../ui/states.tsx'
import { filtersIn, InboxHeader } from './InboxHeader.tsx'
import styles from './InboxList.module.css'
import { RowSkeletons } from './RowSkeletons.tsx'
import { TicketRow } from './TicketRow.tsx'
import { useTrimInbox } from './ticket-queries.ts'

type Props = {
  inbox: Pick<
    UseInfiniteQueryResult,
    | 'error'
    | 'isPending'
    | 'isPlaceholderData'
    | 'hasNextPage'
    | 'isFetchingNextPage'
    | 'fetchNextPage'
    | 'refetch'
  >
  rows: Row[]
  search: InboxSearch
  pane: boolean
}

const ROW_PX = 102

/** The list pane: header, and rows that are only drawn where they can be seen; the next page comes before the end. */
export function InboxList({ inbox, rows, search, pane }: Props) {
  const { t } = useTranslation('tickets')
  const box = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  })
  const trim = useTrimInbox(search)
  const scrolled = (event: UIEvent) => {
    if (event.currentTarget.scrollTop === 0) trim()
  }
  const items = list.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = inbox
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 12) void fetchNextPage()
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage])

  const at = rows.findIndex((row) => row.id === search.ticket)
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' })
  }, [at, list])

  const owner = (search.view ?? 'mine') !== 'mine'
  const filtered = Boolean(search.q) || filtersIn(search) > 0
  return (
    <section className={styles.pane} aria-label={t(`view.${search.view ?? 'mine'}`)}>
      <InboxHeader search={search} />
      <div ref={box} className={styles.scroll} onScroll={scrolled} data-dim={inbox.isPlaceholderData}>
        {inbox.isPending ? (
          <RowSkeletons rows={8} />
        ) : inbox.error && rows.length === 0 ? (
          <Failed error={inbox.error} retry={() => void inbox.refetch()} />
        ) : rows.length === 0 ? (
          <Empty
            title={t(filtered ? 'inbox.noMatch' : `empty.${search.view ?? 'mine'}`)}
            hint={filtered ? t('inbox.noMatchHint') : undefined}
          />
        ) : (
          <ul style={{ height: list.getTotalSize(), position: 'relative' }}>
            {items.map((item) => {
              const row = rows[item.index]
              return row ? (
                <li
                  key={item.key}
                  ref={list.measureElement}
                  data-index={item.index}
                  className={styles.item}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <TicketRow row={row} pane={pane} current={row.id === search.ticket} owner={owner} />
                </li>
              ) : null
            })}
          </ul>
        )}
        {isFetchingNextPage ? <RowSkeletons rows={2} /> : null}
      </div>
    </section>
  )
}
