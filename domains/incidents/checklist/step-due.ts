import type { Week } from '#contracts/people'
import type { PlanStep } from '#contracts/playbook/emergency'
import { type HolidayTable, workCalendar } from '#domains/playbook'
import type { IncidentRow, StepRow } from '../desk/desk-data.ts'

const MINUTE_MS = 60_000
const UNIT_MS = { minutes: MINUTE_MS, hours: 60 * MINUTE_MS, days: 24 * 60 * MINUTE_MS } as const
const AT_WORK: Week[number] = [['09:00', '18:00']]
const STATUTORY: Week = [AT_WORK, AT_WORK, AT_WORK, AT_WORK, AT_WORK, [], []]

export type Due = { at: Date; provisional: boolean }
export type DueBy = {
  /** When the house learned of it, never later than the opening. */
  foundAt: Date
  openedAt: Date
  gradedAt: Date | null
  table: HolidayTable
  zone: string
}
export type Timed = Pick<PlanStep, 'due' | 'law'>

/** The instant from which a step's time runs: of a time set by law the finding, however much later the room was opened. Null before the grading it waits for. */
export function countedFrom({ due, law }: Timed, { foundAt, openedAt, gradedAt }: DueBy): Date | null {
  if (due?.from === 'graded') return gradedAt
  return law && !law.ownTime ? foundAt : openedAt
}

/**
 * Until when a step must be done.
 * Shape:  null while it counts from a grading that nobody has made. Working days are those of the State Council's table: the day itself does
 *         not count, the last one ends at 18:00, when offices close. `provisional`: a year was counted whose holidays are not published yet.
 * Units:  days are spans of 24 hours, so that a deadline never falls later than the law's.
 * Source: requirement E1; `../shared/reference/integrations.md` section 9.
 */
export function stepDue(step: Timed, by: DueBy): Due | null {
  const { due } = step
  const from = countedFrom(step, by)
  if (!due || !from) return null
  if (due.unit !== 'working_days')
    return { at: new Date(from.getTime() + due.amount * UNIT_MS[due.unit]), provisional: false }
  const calendar = workCalendar({
    kind: 'office',
    week: STATUTORY,
    holidays: true,
    zone: by.zone,
    table: by.table,
  })
  let provisional = false
  let day = calendar.dayAt(from.getTime())
  for (let left = due.amount; left > 0; ) {
    day += 1
    const { workMs, certain } = calendar.on(day)
    provisional ||= !certain
    if (workMs > 0) left -= 1
  }
  return { at: new Date(calendar.on(day).spans.at(-1)!), provisional }
}

const LEAST_WARNING_MS = 10 * MINUTE_MS
const WARNED_SHARE = 0.2

/**
 * When its holders are warned: a fifth of the time before it is due, at least ten minutes, but never more than half of the time; what is nearer
 * than that when it is reckoned, at once.
 */
export function warnBefore(from: Date, dueAt: Date, now: Date): Date {
  const allowed = Math.max(0, dueAt.getTime() - from.getTime())
  const before = Math.max(Math.min(LEAST_WARNING_MS, allowed / 2), allowed * WARNED_SHARE)
  const at = new Date(dueAt.getTime() - before)
  return at > now ? at : now
}

/** What makes a step open again, which was ticked or set aside: it rings anew. */
export function opened(
  step: Pick<StepRow, 'due_at'>,
  incident: Pick<IncidentRow, 'opened_at'>,
  now: Date,
): Pick<StepRow, 'state' | 'done_at' | 'done_by' | 'done_by_name' | 'level' | 'next_at'> {
  const next_at = step.due_at && warnBefore(incident.opened_at, step.due_at, now)
  return { state: 'open', done_at: null, done_by: null, done_by_name: '', level: 0, next_at }
}
