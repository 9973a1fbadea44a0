import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketRow } from '#contracts/tickets'
import type { Column } from '#contracts/tickets/inbox'
import { useCan } from '../../../app/session.ts'
import styles from './InboxTable.module.css'
import { PickBox, RowPick } from './PickBox.tsx'
import { TableCell } from './TableCell.tsx'
import type { Selection } from './use-selection.ts'

const ROW_PX = 40
const PICK_PX = 40
const WIDTHS: Record<Column, number> = {
  number: 104,
  title: 280,
  customer: 96,
  kind: 72,
  category: 136,
  priority: 64,
  status: 104,
  shop: 132,
  assignee: 92,
  opened: 124,
  updated: 124,
  due: 172,
  tags: 160,
  stars: 80,
  cause: 132,
  cycle: 84,
  channel: 136,
}

type Props = {
  rows: TicketRow[]
  columns: readonly Column[]
  current: string | undefined
  selection: Selection
  box: RefObject<HTMLDivElement | null>
  nearEnd: (last: number) => void
}

/** The list as a dense table: one line a ticket, columns as chosen, only what can be seen is drawn. */
export function InboxTable({ rows, columns, current, selection, box, nearEnd }: Props) {
  const { t } = useTranslation(['inbox', 'export'])
  const picks = useCan('tickets.bulk')
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  })
  const items = list.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => nearEnd(last), [last, nearEnd])
  const at = rows.findIndex((row) => row.id === current)
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' })
  }, [at, list])
  const [above, below] = [items[0]?.start ?? 0, list.getTotalSize() - (items.at(-1)?.end ?? 0)]
  const chosen = rows.filter((row) => selection.ids.has(row.id)).length
  const width = columns.reduce((sum, column) => sum + WIDTHS[column], picks ? PICK_PX : 0)
  return (
    <table className={styles.table} style={{ minWidth: width }} aria-rowcount={rows.length}>
      <colgroup>
        {picks ? <col style={{ width: PICK_PX }} /> : null}
        {columns.map((column) => (
          <col key={column} style={{ width: WIDTHS[column] }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {picks ? (
            <th scope="col">
              <PickBox
                checked={chosen === 0 ? false : chosen === rows.length ? true : 'some'}
                label={t('select.page')}
                toggle={selection.togglePage}
              />
            </th>
          ) : null}
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`export:column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {above > 0 ? <tr aria-hidden style={{ height: above }} /> : null}
        {items.map(({ index, key }) => {
          const row = rows[index]
          if (!row) return null
          const picked = selection.ids.has(row.id)
          return (
            <tr
              key={key}
              data-current={row.id === current}
              data-picked={picked}
              data-unread={row.unread}
              aria-selected={picked}
            >
              {picks ? (
                <td>
                  <RowPick
                    number={row.number}
                    checked={picked}
                    toggle={(range) => selection.toggle(row.id, range)}
                  />
                </td>
              ) : null}
              {columns.map((column) => (
                <td key={column} data-column={column}>
                  {column === 'title' || (column === 'number' && !columns.includes('title')) ? (
                    <Link to="/tickets/$id" params={{ id: row.id }}>
                      <TableCell row={row} column={column} />
                    </Link>
                  ) : (
                    <TableCell row={row} column={column} />
                  )}
                </td>
              ))}
            </tr>
          )
        })}
        {below > 0 ? <tr aria-hidden style={{ height: below }} /> : null}
      </tbody>
    </table>
  )
}
