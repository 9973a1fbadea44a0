import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, type UIEvent, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketRow as Row } from '#contracts/tickets'
import type { InboxSearch } from '../../app/inbox-search.ts'
import { useCan } from '../../app/session.ts'
import { Empty, Failed } from '../../ui/states.tsx'
import { InboxHeader } from './InboxHeader.tsx'
import styles from './InboxList.module.css'
import { BulkBar } from './inbox/BulkBar.tsx'
import { InboxTable } from './inbox/InboxTable.tsx'
import { LookedTo } from './inbox/LookedTo.tsx'
import { RowPick } from './inbox/PickBox.tsx'
import { useTableChoice } from './inbox/table-choice.ts'
import type { Place } from './inbox/use-inbox-place.ts'
import type { Selection } from './inbox/use-selection.ts'
import { RowSkeletons } from './RowSkeletons.tsx'
import { TicketRow } from './TicketRow.tsx'
import { type Page, useTrimInbox } from './ticket-queries.ts'

type Props = {
  inbox: Pick<
    UseInfiniteQueryResult<{ pages: Page[] }>,
    | 'data'
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
  place: Place
  selection: Selection
  layout: 'phone' | 'pane' | 'table'
}

/** Windows that are looked through without being asked, when a filter finds little; after that a person says whether to go on. */
const LOOKS_BY_ITSELF = 4

/** The list: header, rows that are only drawn where they can be seen, the next page before the end, and the deeds for chosen rows. */
export function InboxList({ inbox, rows, search, place, selection, layout }: Props) {
  const { t } = useTranslation(['tickets', 'inbox'])
  const box = useRef<HTMLDivElement>(null)
  const trim = useTrimInbox(search)
  const [{ columns }] = useTableChoice()
  const pages = inbox.data?.pages ?? []
  const lookedTo = pages.at(-1)?.lookedTo ?? null
  const looks = pages.filter((page) => page.lookedTo).length
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = inbox
  const waits = lookedTo !== null && looks >= LOOKS_BY_ITSELF
  const nearEnd = useCallback(
    (last: number) => {
      if (hasNextPage && !isFetchingNextPage && !waits && last >= rows.length - 12) void fetchNextPage()
    },
    [rows.length, hasNextPage, isFetchingNextPage, fetchNextPage, waits],
  )
  // A window without a find has no row whose sight could ask for the next.
  useEffect(() => {
    if (rows.length === 0) nearEnd(0)
  }, [rows.length, nearEnd])
  const scrolled = (event: UIEvent) => {
    if (event.currentTarget.scrollTop === 0) trim()
  }
  const filtered = Boolean(search.q) || place.conditions.length > 0
  const name = place.saved?.name ?? t(`view.${place.view}`)
  return (
    <section className={styles.pane} aria-label={name}>
      <InboxHeader search={search} place={place} selection={selection} wide={layout === 'table'} />
      <div ref={box} className={styles.scroll} onScroll={scrolled} data-dim={inbox.isPlaceholderData}>
        {inbox.isPending ? (
          <RowSkeletons rows={8} />
        ) : inbox.error && rows.length === 0 ? (
          <Failed error={inbox.error} retry={() => void inbox.refetch()} />
        ) : rows.length === 0 && !hasNextPage ? (
          <Empty
            title={t(filtered ? 'inbox.noMatch' : `empty.${place.view}`)}
            hint={filtered ? t('inbox.noMatchHint') : undefined}
          />
        ) : layout === 'table' ? (
          <InboxTable
            rows={rows}
            columns={place.saved?.columns.length && !place.changed ? place.saved.columns : columns}
            current={search.ticket}
            selection={selection}
            box={box}
            nearEnd={nearEnd}
          />
        ) : (
          <Rows
            rows={rows}
            search={search}
            place={place}
            selection={selection}
            pane={layout === 'pane'}
            box={box}
            nearEnd={nearEnd}
          />
        )}
        {isFetchingNextPage && !lookedTo ? <RowSkeletons rows={2} /> : null}
        {lookedTo && hasNextPage ? (
          <LookedTo
            at={lookedTo}
            found={rows.length > 0}
            busy={isFetchingNextPage}
            go={() => void fetchNextPage()}
          />
        ) : null}
      </div>
      {selection.active ? <BulkBar place={place} selection={selection} more={hasNextPage} /> : null}
    </section>
  )
}

type RowsProps = Pick<Props, 'rows' | 'search' | 'place' | 'selection'> & {
  pane: boolean
  box: RefObject<HTMLDivElement | null>
  nearEnd: (last: number) => void
}

const ROW_PX = 102

function Rows({ rows, search, place, selection, pane, box, nearEnd }: RowsProps) {
  const picks = useCan('tickets.bulk')
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  })
  const items = list.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => nearEnd(last), [last, nearEnd])
  const at = rows.findIndex((row) => row.id === search.ticket)
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' })
  }, [at, list])
  return (
    <ul style={{ height: list.getTotalSize(), position: 'relative' }} data-picking={selection.active}>
      {items.map((item) => {
        const row = rows[item.index]
        return row ? (
          <li
            key={item.key}
            ref={list.measureElement}
            data-index={item.index}
            data-picked={selection.ids.has(row.id)}
            className={styles.item}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {picks && (pane || selection.active) ? (
              <span className={styles.pick}>
                <RowPick
                  number={row.number}
                  checked={selection.ids.has(row.id)}
                  toggle={(range) => selection.toggle(row.id, range)}
                />
              </span>
            ) : null}
            <TicketRow
              row={row}
              pane={pane}
              current={row.id === search.ticket}
              owner={place.view !== 'mine'}
            />
          </li>
        ) : null
      })}
    </ul>
  )
}
