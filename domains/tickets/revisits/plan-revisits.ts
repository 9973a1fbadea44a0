import { DateTime } from 'luxon'
import type { Role } from '#contracts/people'
import type { Kind, Priority, RevisitMeans, RevisitPlan } from '#contracts/playbook'
import type { RosterPerson } from '#domains/people'
import { nextDutyAt } from '#domains/people'

export type RevisitFacts = {
  kind: Kind
  priority: Priority
  /** `parent.child`. */
  categories: readonly string[]
  /** Handled again after the customer was not satisfied. */
  reopened: boolean
  phoneKnown: boolean
  closedAt: Date
  /** The shop's time zone. */
  zone: string
}
export type PlannedRevisit = { afterDays: number; means: RevisitMeans; at: Date; role: Role }
type Hours = RevisitPlan['hours']

/**
 * The revisits of a ticket that was closed (F2): those of the first rule that fits, none when none fits.
 * Shape: so many calendar days after closing at the same time of day, moved to the next instant within the hours of the shop's zone;
 *        a phone revisit without a known number is written instead. At most one for each number of days.
 */
export function planRevisits(plan: RevisitPlan, facts: RevisitFacts): PlannedRevisit[] {
  const rule = plan.rules.find(({ when }) => fits(when, facts))
  if (!rule) return []
  const closed = DateTime.fromJSDate(facts.closedAt, { zone: facts.zone })
  const visits = new Map<number, PlannedRevisit>()
  for (const { afterDays, means } of rule.visits) {
    if (visits.has(afterDays)) continue
    visits.set(afterDays, {
      afterDays,
      means: facts.phoneKnown ? means : 'written',
      at: withinHours(closed.plus({ days: afterDays }).toJSDate(), plan.hours, facts.zone),
      role: rule.role,
    })
  }
  return [...visits.values()].sort((a, b) => a.afterDays - b.afterDays)
}

function fits(when: RevisitPlan['rules'][number]['when'], facts: RevisitFacts): boolean {
  return (
    (!when.kinds || when.kinds.includes(facts.kind)) &&
    (!when.priorities || when.priorities.includes(facts.priority)) &&
    (when.reopened === undefined || when.reopened === facts.reopened) &&
    (!when.categories ||
      facts.categories.some((c) => when.categories?.some((name) => c === name || c.startsWith(`${name}.`))))
  )
}

/** The instant itself when it lies within the hours, else when they begin next. */
export function withinHours(at: Date, hours: Hours, zone: string): Date {
  const local = DateTime.fromJSDate(at, { zone })
  const [from, to] = edges(local, hours)
  if (local < from) return from.toJSDate()
  return local < to ? at : edges(local.plus({ days: 1 }), hours)[0].toJSDate()
}

const LEAST_HOURS = 2

/** Until when somebody should have phoned: the end of the day's hours, or of the next day's when fewer than two hours are left. */
export function callBy(at: Date, hours: Hours, zone: string): Date {
  const local = DateTime.fromJSDate(at, { zone })
  const [, to] = edges(local, hours)
  const left = to.diff(local, 'hours').hours
  return (left >= LEAST_HOURS ? to : edges(local.plus({ days: 1 }), hours)[1]).toJSDate()
}

function edges(local: DateTime, [from, to]: Hours): [DateTime, DateTime] {
  const at = (time: string) =>
    local
      .startOf('day')
      .plus({ days: Math.floor(hourOf(time) / 24) })
      .set({
        hour: hourOf(time) % 24,
        minute: Number(time.slice(3)),
      })
  return [at(from), at(to)]
}

function hourOf(time: string): number {
  return Number(time.slice(0, 2))
}

const WAIT_DAYS = 3

/**
 * When the first of these people is back, if that is soon enough to wait for with a call; null otherwise.
 * Shape: nobody who marked the own absence without an end is waited for.
 */
export function nextCaller(
  people: readonly Pick<RosterPerson, 'duty' | 'away' | 'absentUntil'>[],
  zone: string,
  now: Date,
): Date | null {
  const last = now.getTime() + WAIT_DAYS * 86_400_000
  const back = people
    .filter((p) => !p.away)
    .map((p) => nextDutyAt(p.duty, zone, p.absentUntil && p.absentUntil > now ? p.absentUntil : now))
    .filter((at): at is Date => at !== null && at.getTime() > now.getTime() && at.getTime() <= last)
    .sort((a, b) => a.getTime() - b.getTime())
  return back[0] ?? null
}
