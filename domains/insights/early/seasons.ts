import { DateTime } from 'luxon'

/** How busy each hour of the week is, Monday 0:00 first; on average 1. */
export type Season = readonly number[]

/** Two of them: by when people write (`hours`), and by when that was bought of which they write (`shifts`). */
export type Seasons = { hours: Season; shifts: Season }

export const HOURS = 168
const HOUR_MS = 3_600_000
/** A quiet hour still counts for something: nothing in it is impossible. */
const LEAST = 0.05
/** Weight of the ordinary hour of the day beside an hour of the week that few have written in. */
const PRIOR = 20
/** So many voices are believed as much as the shape that nobody has been heard in yet. */
const BELIEVED = 100

/** Before anything is known: shops are open from ten to ten, and a little is written at other hours. */
const OPEN_DAY: Season = normal(
  Array.from({ length: HOURS }, (_, hour) => (hour % 24 >= 10 && hour % 24 < 22 ? 1 : 0.1)),
)

/**
 * The season of what a brand hears: counts by hour of the week, drawn towards the same hour of every day where there are few, and towards the
 * shape `base` while there is next to nothing (how many orders come in which hour, where that is known).
 * Shape: `counts` has 168 numbers, Monday 0:00 first.
 */
export function seasonOf(counts: readonly number[], base: Season = OPEN_DAY): Season {
  const total = counts.reduce((sum, n) => sum + n, 0)
  if (total === 0) return base
  const mean = total / HOURS
  const believed = total / (total + BELIEVED)
  const ordinary = counts.map((_, hour) => {
    const own = Array.from({ length: 7 }, (_, day) => counts[day * 24 + (hour % 24)]!)
    const ofDay = own.reduce((sum, n) => sum + n, 0) / 7
    return believed * ofDay + (1 - believed) * mean * base[hour]!
  })
  const drawn = counts.map((n, hour) => (n + (PRIOR * ordinary[hour]!) / mean) / (1 + PRIOR / mean))
  const sum = drawn.reduce((all, n) => all + n, 0)
  return normal(drawn.map((n) => Math.max(LEAST, (n / sum) * HOURS)))
}

/** The same season when only these hours of the day count: one shift is measured by its own time. Shape: `until` is later than `from`, or on the next day. */
export function within(season: Season, from: number, until: number): Season {
  const inside = (hour: number) =>
    from < until ? hour >= from && hour < until : hour >= from || hour < until
  return normal(season.map((n, hour) => (inside(hour % 24) ? n : 0)))
}

function normal(weights: readonly number[]): Season {
  const sum = weights.reduce((all, n) => all + n, 0)
  return weights.map((n) => (n / sum) * HOURS)
}

/** A day that is as busy as another weekday. Shape: `day` counts days since 1970-01-01, `as` is 0 for Monday. */
export type OtherDay = { day: number; as: number }

const [MONDAY, SATURDAY] = [0, 5]
/** 1970-01-01 was a Thursday. */
const EPOCH_WEEKDAY = 3

/** Golden Week, Spring Festival: a weekday off is as busy as a Saturday, a weekend day that is worked as a Monday. Shape: oldest first. */
export function otherDays(
  ruleOn: (day: number) => 'off' | 'make_up' | 'plain',
  from: number,
  until: number,
): OtherDay[] {
  return Array.from({ length: Math.max(0, until - from) }, (_, n) => from + n).flatMap((day) => {
    const rule = ruleOn(day)
    const workday = (day + EPOCH_WEEKDAY) % 7 < SATURDAY
    if (rule === 'off' && workday) return { day, as: SATURDAY }
    return rule === 'make_up' && !workday ? { day, as: MONDAY } : []
  })
}

/** `start` in ms; `busy` is the busy time at its start; `after` is how far busy time is ahead of the ordinary once it is over. */
type Exception = { start: number; busy: number; after: number; weights: Float64Array; total: number }

/**
 * Measures time by how busy it usually is: a week is seven days, an hour at noon is longer than one at night, and a public holiday is as long as
 * a Saturday. On this scale a steady stream of feedback is a Poisson process, so that rush hours alarm nobody.
 */
export class BusyTime {
  private before: Float64Array
  private weights: Float64Array
  private monday: number
  private exceptions: Exception[] = []

  constructor(season: Season, zone: string, others: readonly OtherDay[] = []) {
    this.weights = Float64Array.from(season, (n) => n / 24)
    this.before = new Float64Array(HOURS + 1)
    for (let hour = 0; hour < HOURS; hour++) this.before[hour + 1] = this.before[hour]! + this.weights[hour]!
    this.monday = DateTime.fromISO('2024-01-01', { zone }).toMillis()
    for (const other of others) this.exceptions.push(this.exception(other))
  }

  /** The moment at which so many busy days have passed: the way back. In ms. */
  moment(busy: number): number {
    const near = lastBefore(this.exceptions, busy, 'busy')
    if (!near) return this.ordinaryMoment(busy)
    if (busy >= near.busy + near.total) return this.ordinaryMoment(busy - near.after)
    return near.start + hoursFor(near.weights, busy - near.busy) * HOUR_MS
  }

  /** Busy days since a Monday long ago. Shape: `at` in ms; a clock that is put forward or back moves the season by that hour. */
  at(at: number): number {
    const near = lastBefore(this.exceptions, at, 'start')
    if (!near) return this.ordinary(at)
    if (at >= near.start + DAY_MS) return this.ordinary(at) + near.after
    const hours = (at - near.start) / HOUR_MS
    let busy = near.busy
    for (let hour = 0; hour < hours; hour++) busy += near.weights[hour]! * Math.min(1, hours - hour)
    return busy
  }

  private exception({ day, as }: OtherDay): Exception {
    const start = this.monday + (day - FIRST_MONDAY) * DAY_MS
    const busy = this.at(start)
    const weights = this.weights.slice(as * 24, as * 24 + 24)
    const total = weights.reduce((sum, n) => sum + n, 0)
    return { start, busy, after: busy + total - this.ordinary(start + DAY_MS), weights, total }
  }

  private ordinary(at: number): number {
    const hours = (at - this.monday) / HOUR_MS
    const week = Math.floor(hours / HOURS)
    const inWeek = hours - week * HOURS
    const hour = Math.floor(inWeek)
    return week * 7 + this.before[hour]! + (inWeek - hour) * this.weights[hour]!
  }

  private ordinaryMoment(busy: number): number {
    const week = Math.floor(busy / 7)
    return this.monday + (week * HOURS + hoursFor(this.weights, busy - week * 7)) * HOUR_MS
  }
}

const DAY_MS = 24 * HOUR_MS
/** 2024-01-01 in days since 1970-01-01. */
const FIRST_MONDAY = 19_723

/** How many hours of these weights make up so much busy time. */
function hoursFor(weights: Float64Array, busy: number): number {
  let passed = 0
  let hour = 0
  while (hour < weights.length - 1 && passed + weights[hour]! <= busy) {
    passed += weights[hour]!
    hour += 1
  }
  const weight = weights[hour]!
  return hour + (weight > 0 ? Math.min(1, (busy - passed) / weight) : 0)
}

/** The last of them, oldest first, that begins no later. */
function lastBefore(all: readonly Exception[], at: number, by: 'busy' | 'start'): Exception | undefined {
  let [from, until] = [0, all.length]
  while (from < until) {
    const middle = (from + until) >> 1
    if (all[middle]![by] <= at) from = middle + 1
    else until = middle
  }
  return all[from - 1]
}
