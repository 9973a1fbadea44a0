import type { Week } from '#contracts/people'
import type { Kind, Playbook, Priority, SlaMetric } from '#contracts/playbook'
import {
  dueAt,
  type HolidayTable,
  type Pause,
  slaFor,
  type WorkCalendar,
  warnAt,
  workCalendar,
} from '#domains/playbook'

/** A clock as it is stored: one row per ticket, cycle and metric. */
export type ClockRow = {
  cycle: number
  metric: SlaMetric
  state: 'active' | 'paused' | 'met' | 'breached' | 'cancelled'
  target_min: number
  calendar: string
  started_at: Date
  due_at: Date | null
  warn_at: Date | null
  next_at: Date | null
  level: number
  provisional: boolean
  warned_at: Date | null
  breached_at: Date | null
  met_at: Date | null
}

export type CalendarFor = (key: string) => WorkCalendar

/** The calendars of one playbook for one shop; a ticket without a shop follows the office or the whole day. */
export function calendarsFor(
  playbook: Playbook,
  shop: { hours: Week; zone: string } | undefined,
  holidays: HolidayTable,
  zone: string,
): CalendarFor {
  const made = new Map<string, WorkCalendar>()
  return (key) => {
    const known = made.get(key)
    if (known) return known
    const rule = playbook.calendars.find((c) => c.key === key)
    if (!rule) throw new Error(`the playbook has no calendar "${key}"`)
    const calendar = workCalendar({
      kind: rule.kind,
      week: rule.week,
      holidays: rule.holidays,
      zone: shop?.zone ?? zone,
      shopWeek: shop?.hours,
      table: holidays,
    })
    made.set(key, calendar)
    return calendar
  }
}

export type ClockRules = { playbook: Playbook; kind: Kind; priority: Priority; calendars: CalendarFor }

/**
 * The clocks a ticket starts with (H2), one per metric that the playbook targets for its kind and priority.
 * Units: a reopened ticket (cycle > 1) gets `reopenedFactor` of each target, rounded up to whole minutes (F1), and no acknowledgement clock.
 */
export function startClocks(rules: ClockRules, cycle: number, startedAt: Date): ClockRow[] {
  const targets = slaFor(rules.playbook, rules.kind, rules.priority)
  const metrics = (Object.keys(targets) as SlaMetric[]).filter((m) => cycle === 1 || m !== 'acknowledge')
  return metrics.map((metric) => {
    const clock: ClockRow = {
      cycle,
      metric,
      state: 'active',
      target_min: targetMin(rules, metric, cycle),
      calendar: targets[metric]!.calendar,
      started_at: startedAt,
      due_at: null,
      warn_at: null,
      next_at: null,
      level: 0,
      provisional: false,
      warned_at: null,
      breached_at: null,
      met_at: null,
    }
    return reschedule(clock, rules, [])
  })
}

function targetMin({ playbook, kind, priority }: ClockRules, metric: SlaMetric, cycle: number): number {
  const minutes = slaFor(playbook, kind, priority)[metric]!.minutes
  return cycle === 1 ? minutes : Math.max(1, Math.ceil(minutes * playbook.sla.reopenedFactor))
}

/** Works a running clock's instants out again from its whole history of pauses. */
export function reschedule(clock: ClockRow, rules: ClockRules, pauses: readonly Pause[]): ClockRow {
  const calendar = rules.calendars(clock.calendar)
  const due = dueAt(clock.started_at, clock.target_min, calendar, pauses)
  const warn = warnAt(clock.started_at, clock.target_min, rules.playbook.sla.warnAt, calendar, pauses)
  if (!due.at)
    return {
      ...clock,
      state: 'paused',
      due_at: null,
      warn_at: null,
      next_at: null,
      provisional: due.provisional,
    }
  const warned = clock.warned_at !== null
  return {
    ...clock,
    state: 'active',
    due_at: due.at,
    warn_at: warn.at,
    next_at: warned || !warn.at ? due.at : warn.at,
    breached_at: null,
    level: 0,
    provisional: due.provisional,
  }
}

export function isRunning(clock: ClockRow): boolean {
  return clock.state === 'active' || clock.state === 'paused' || clock.state === 'breached'
}

/** Met: nothing more is due. A clock that was breached before keeps the mark (late). */
export function meet(clock: ClockRow, at: Date): ClockRow {
  return isRunning(clock) ? { ...clock, state: 'met', met_at: at, next_at: null } : clock
}

export function cancel(clock: ClockRow): ClockRow {
  return isRunning(clock) ? { ...clock, state: 'cancelled', next_at: null } : clock
}

/** Standing still or going on, by the pauses: a breached clock stays breached, because its promise is already broken. */
export function repause(clock: ClockRow, rules: ClockRules, pauses: readonly Pause[]): ClockRow {
  return clock.state === 'active' || clock.state === 'paused' ? reschedule(clock, rules, pauses) : clock
}

/** A changed kind or priority: new targets from the same start and the same pauses, as if they had always been these. */
export function retarget(
  clocks: readonly ClockRow[],
  rules: ClockRules,
  cycle: number,
  openedAt: Date,
  pauses: readonly Pause[],
): ClockRow[] {
  const targets = slaFor(rules.playbook, rules.kind, rules.priority)
  const kept = clocks.map((clock) => {
    if (clock.cycle !== cycle || !isRunning(clock)) return clock
    const target = targets[clock.metric]
    if (!target) return cancel(clock)
    return reschedule(
      {
        ...clock,
        calendar: target.calendar,
        target_min: targetMin(rules, clock.metric, cycle),
        warned_at: null,
      },
      rules,
      pauses,
    )
  })
  const has = new Set(clocks.filter((c) => c.cycle === cycle && c.state !== 'cancelled').map((c) => c.metric))
  const start = clocks.find((c) => c.cycle === cycle)?.started_at ?? openedAt
  const added = startClocks(rules, cycle, start)
    .filter((c) => !has.has(c.metric) && c.metric !== 'acknowledge')
    .map((c) => repause(c, rules, pauses))
  return [...kept.filter((k) => !added.some((a) => a.metric === k.metric && a.cycle === k.cycle)), ...added]
}

/**
 * Graver from `at` on: what is still owed is due by the new targets counted from then, where that is sooner; nothing becomes due later, and what is met,
 * broken or stands still is left as it is.
 */
export function hasten(clocks: readonly ClockRow[], rules: ClockRules, cycle: number, at: Date): ClockRow[] {
  const own = clocks.filter((c) => c.cycle === cycle)
  const sooner = new Map(startClocks(rules, cycle, at).map((c) => [c.metric, c]))
  const hastened = clocks.map((clock) => {
    const next = sooner.get(clock.metric)
    if (clock.cycle !== cycle || clock.state !== 'active' || !clock.due_at || !next?.due_at) return clock
    return next.due_at < clock.due_at ? next : clock
  })
  const missing = [...sooner.values()].filter(
    ({ metric }) =>
      metric !== 'acknowledge' && !own.some((c) => c.metric === metric && c.state !== 'cancelled'),
  )
  return [
    ...hastened.filter((c) => c.cycle !== cycle || !missing.some(({ metric }) => metric === c.metric)),
    ...missing,
  ]
}

/** The earliest instant somebody has to keep: what the inbox sorts and warns by. */
export function nextDue(clocks: readonly ClockRow[]): { due_at: Date; due_metric: SlaMetric } | null {
  let first: ClockRow | null = null
  for (const clock of clocks) {
    if ((clock.state !== 'active' && clock.state !== 'breached') || !clock.due_at) continue
    if (!first?.due_at || clock.due_at < first.due_at) first = clock
  }
  return first?.due_at ? { due_at: first.due_at, due_metric: first.metric } : null
}
