import { useTranslation } from 'react-i18next'
import type { VisitBoard } from '#contracts/orders/visits'
import styles from './board.module.css'
import { useDayWords } from './day-words.ts'
import { VisitBlock } from './VisitBlock.tsx'

/** The same day on a phone: one after the other. */
export function DayList({ board, open }: { board: VisitBoard; open: (orderId: string) => void }) {
  const { t } = useTranslation('orders-visits')
  const { time, day } = useDayWords(board)
  const names = new Map(board.therapists.map((person) => [person.id, person.name]))
  return (
    <ol className={styles.list} aria-label={t('board.label', { day })}>
      {board.visits.map((visit) => (
        <li key={visit.orderId}>
          <VisitBlock
            visit={visit}
            time={`${time(visit.startsAt)}–${time(visit.endsAt)}`}
            who={names.get(visit.therapistId ?? '') ?? t('board.unassigned')}
            clock={time}
            open={open}
          />
        </li>
      ))}
    </ol>
  )
}
