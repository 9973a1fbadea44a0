import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardVisit, VisitBoard } from '#contracts/orders/visits'
import type { Wanted } from './BookDrawer.tsx'
import styles from './board.module.css'
import { boxOf, placesOf, type Scale, scaleOf, timeAt, topOf } from './board-scale.ts'
import { useDayWords } from './day-words.ts'
import { VisitBlock } from './VisitBlock.tsx'

type Props = { board: VisitBoard; open: (orderId: string) => void; book: (wanted: Wanted) => void }

/** Therapists side by side, time downwards; free time is light, everything else is not. */
export function DayBoard({ board, open, book }: Props) {
  const { t } = useTranslation('orders-visits')
  const { day, time, isToday } = useDayWords(board)
  const scale = scaleOf(board)
  const nobody = board.visits.filter((visit) => visit.therapistId === null)
  const columns = [
    ...board.therapists.map((person) => ({
      ...person,
      visits: board.visits.filter((visit) => visit.therapistId === person.id),
    })),
    ...(nobody.length ? [{ id: '', name: t('board.unassigned'), duty: board.open, visits: nobody }] : []),
  ]
  const now = Date.parse(board.now)
  return (
    <>
      {board.visits.length ? null : (
        <p className={styles.nothing} role="status">
          <b>{t(board.open.length ? 'board.empty' : 'board.closed')}</b>{' '}
          {board.open.length ? t('board.emptyHint') : null}
        </p>
      )}
      <section className={styles.board} aria-label={t('board.label', { day })}>
        <div className={styles.axis} style={{ height: scale.height }} aria-hidden="true">
          {scale.hours.map((at) => (
            <span key={at} style={{ top: topOf(scale, at) }}>
              {time(new Date(at).toISOString())}
            </span>
          ))}
        </div>
        <div
          className={styles.columns}
          style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(160px, 1fr))` }}
        >
          {columns.map((column) => (
            <Column
              key={column.id}
              column={column}
              scale={scale}
              open={open}
              zoned={time}
              {...(board.can.includes('book') && column.id
                ? { book: (startsAt: string) => book({ therapistId: column.id, startsAt }) }
                : {})}
            />
          ))}
          {isToday && now > scale.from && now < scale.to ? (
            <i className={styles.now} style={{ top: topOf(scale, now) + HEAD_PX }} title={t('board.now')} />
          ) : null}
        </div>
      </section>
    </>
  )
}

/** Height of a column's name. */
const HEAD_PX = 36

type ColumnProps = {
  column: { id: string; name: string; duty: VisitBoard['open']; visits: BoardVisit[] }
  scale: Scale
  open: (orderId: string) => void
  book?: (startsAt: string) => void
  zoned: (at: string) => string
}

function Column({ column, scale, open, book, zoned }: ColumnProps) {
  const { t } = useTranslation('orders-visits')
  const boxes = column.visits.map((visit) => boxOf(scale, visit.startsAt, visit.busyUntil))
  const places = placesOf(boxes)
  return (
    <section className={styles.column} aria-label={column.name}>
      <h2>
        {column.name}
        {column.duty.length ? null : <small>{t('board.off')}</small>}
      </h2>
      <div className={styles.lane} style={{ height: scale.height }}>
        {column.duty.map((span) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the drawer offers the same times by keyboard
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above
          <div
            key={span.from}
            className={styles.duty}
            data-free={book !== undefined}
            style={boxOf(scale, span.from, span.to)}
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect()
              book?.(timeAt(scale, topOf(scale, span.from) + event.clientY - box.top))
            }}
          />
        ))}
        {scale.hours.map((at) => (
          <hr key={at} style={{ top: topOf(scale, at) }} />
        ))}
        {column.visits.map((visit, n) => (
          <VisitBlock
            key={visit.orderId}
            visit={visit}
            style={{ ...boxes[n], ...beside(places[n]!) }}
            time={`${zoned(visit.startsAt)}–${zoned(visit.endsAt)}`}
            clock={zoned}
            open={open}
          />
        ))}
      </div>
    </section>
  )
}

/** A part of the lane for each of those that stand at one time. */
function beside({ place, of }: { place: number; of: number }): CSSProperties {
  if (of === 1) return {}
  const part = 100 / of
  return { left: `calc(${place * part}% + 4px)`, right: 'auto', width: `calc(${part}% - 8px)` }
}
