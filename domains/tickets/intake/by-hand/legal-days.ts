import type { Week } from '#contracts/people'
import type { LegalDeadline } from '#contracts/tickets/by-hand'
import { type HolidayTable, workCalendar } from '#domains/playbook'

type Span = { workdays: number } | { days: number }
type LegalTerms = { validFrom: string } & Record<LegalDeadline, Span>

/**
 * How long the law gives, by the day on which the case was received; the newest first.
 * Source: consumer law art. 46 (7 working days to decide on acceptance); SAMR Order 121, in force 2026-04-15 (60 calendar days of
 *         mediation); before it SAMR Order 20 (45 working days).
 */
const TERMS: readonly LegalTerms[] = [
  { validFrom: '2026-04-15', answer: { workdays: 7 }, mediation: { days: 60 } },
  { validFrom: '2020-01-01', answer: { workdays: 7 }, mediation: { workdays: 45 } },
]
/** Statutory working days in hand when the holder is reminded (ours, not the law's). */
const IN_HAND = 2

const DAY_MS = 86_400_000
const AT_WORK: Week[number] = [['09:00', '18:00']]
const EVERY_DAY: Week = [AT_WORK, AT_WORK, AT_WORK, AT_WORK, AT_WORK, AT_WORK, AT_WORK]
const STATUTORY: Week = [AT_WORK, AT_WORK, AT_WORK, AT_WORK, AT_WORK, [], []]

export type LegalDue = { dueAt: Date; remindAt: Date; provisional: boolean }

/**
 * Until when the authority must have heard from us.
 * Shape:  the day of receipt does not count; the last one ends at 18:00, when offices close. `provisional`: a year was counted
 *         whose holidays are not published yet.
 * Units:  statutory working days, by the State Council's table and never by a shop's own hours; `receivedOn` is a local date.
 */
export function legalDue(
  deadline: LegalDeadline,
  receivedOn: string,
  { table, zone }: { table: HolidayTable; zone: string },
): LegalDue {
  const terms = TERMS.find((t) => t.validFrom <= receivedOn) ?? TERMS.at(-1)!
  const span = terms[deadline]
  const statutory = workCalendar({ kind: 'office', week: STATUTORY, holidays: true, zone, table })
  const daily = workCalendar({ kind: 'office', week: EVERY_DAY, holidays: false, zone, table })
  let provisional = false
  const worked = (day: number): boolean => {
    const { workMs, certain } = statutory.on(day)
    provisional ||= !certain
    return workMs > 0
  }
  const step = (from: number, workdays: number, by: 1 | -1): number => {
    let day = from
    for (let left = workdays; left > 0; ) {
      day += by
      if (worked(day)) left -= 1
    }
    return day
  }
  const first = Date.parse(`${receivedOn}T00:00:00Z`) / DAY_MS
  const last = 'days' in span ? first + span.days : step(first, span.workdays, 1)
  const reminded = step(last, IN_HAND, -1)
  const [from] = daily.on(reminded).spans
  return { dueAt: new Date(daily.on(last).spans.at(-1)!), remindAt: new Date(from!), provisional }
}
