import { useTranslation } from 'react-i18next'
import type { Revisit } from '#contracts/tickets/followup'
import { useZone } from '../../../app/session.ts'
import { dayIn, formatInstant } from '../../../ui/time.ts'

const DAY_MS = 86_400_000

/** What a revisit is called on the work list, in its sheet and on the ticket. */
export function useRevisitWords() {
  const { t, i18n } = useTranslation('followup')
  const zone = useZone()
  const time = (at: string) => formatInstant(at, 'time', i18n.language, zone)
  /** 今天 15:20, 明天 10:00, else the date with the time. */
  const day = (at: string) => {
    const now = Date.now()
    for (const [key, days] of [
      ['yesterday', -1],
      ['today', 0],
      ['tomorrow', 1],
    ] as const)
      if (dayIn(zone, at) === dayIn(zone, now + days * DAY_MS)) return t(`day.${key}`, { time: time(at) })
    return `${formatInstant(at, 'day', i18n.language, zone)} ${time(at)}`
  }
  const missed = (row: Pick<Revisit, 'tries'>) => row.tries.filter((one) => one.outcome === 'missed').length
  return {
    day,
    missed,
    /** 第 7 天 · 电话, 加的 · 书面. */
    kindOf: (row: Pick<Revisit, 'afterDays' | 'means'>) =>
      [
        row.afterDays === null ? t('kind.byHand') : t('kind.day', { count: row.afterDays }),
        t(`means.${row.means}`),
      ].join(' · '),
    /** Who has it, or who told the answer. */
    byOf: (row: Revisit) => {
      const answered = row.result === 'content' || row.result === 'not_content'
      return row.doneBy || (answered ? t('byCustomer') : (row.owner?.name ?? ''))
    },
    stateOf: (row: Revisit) => {
      if (row.result) return t(`result.${row.result}`)
      if (row.overdue) return t('state.overdue')
      if (row.state === 'due' && row.dueAt) return t('state.dueBy', { time: day(row.dueAt) })
      if (row.state === 'planned' && missed(row)) return t('state.again', { count: missed(row) })
      return t(`state.${row.state}`)
    },
  }
}
