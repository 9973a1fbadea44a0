import { useTranslation } from 'react-i18next'
import type { VisitBoard } from '#contracts/orders/visits'
import { dayAfter, dayIn, formatInstant } from '../../ui/time.ts'

/** A day of a shop in words, on the shop's own clock. */
export function useDayWords(board: Pick<VisitBoard, 'on' | 'zone' | 'now' | 'begins'>) {
  const { i18n } = useTranslation()
  const time = (at: string) => formatInstant(at, 'time', i18n.language, board.zone)
  return {
    time,
    day: formatInstant(board.begins, 'day', i18n.language, board.zone),
    isToday: dayIn(board.zone, board.now) === board.on,
    /** YYYY-MM-DD so many days on. */
    moved: (days: number) => dayAfter(board.on, days),
  }
}
