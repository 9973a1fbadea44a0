import { DateTime } from 'luxon'

/** How busy each hour of the week is, Monday 0:00 first; on average 1. */
export type Season = readonly number[]

export const HOURS = 168
const HOUR_MS = 3_600_000
/** A quiet hour still counts for something: nothing in it is impossible. */
const LEAST = 0.05
/** Weight of the ordinary hour of the day beside an hour of the week that few have written in. */
const PRIOR = 20

/**
 * The season of what a brand hears: counts by hour of the week, drawn towards the same hour of every day where there are few, and towards 1 where
 * there is nothing yet.
 * Shape: `counts` has 168 numbers, Monday 0:00 first.
 */
export function seasonOf(counts: readonly number[]): Season {
  const total = counts.reduce((sum, n) => sum + n, 0)
  if (total === 0) return Array.from({ length: HOURS }, () => 1)
  const mean = total / HOURS
  const byHour = Array.from({ length: 24 }, (_, hour) => {
    const own = Array.from({ length: 7 }, (_, day) => counts[day * 24 + hour]!).reduce((sum, n) => sum + n, 0)
    return (own / 7 + mean) / 2
  })
  const drawn = counts.map((n, hour) => {
    const ordinary = byHour[hour % 24]!
    return (n + (PRIOR * ordinary) / mean) / (1 + PRIOR / mean)
  })
  const sum = drawn.reduce((all, n) => all + n, 0)
  return normal(drawn.map((n) => Math.max(LEAST, (n / sum) * HOURS)))
}

function normal(weights: readonly number[]): Season {
  const sum = weights.reduce((all, n) => all + n, 0)
  return weights.map((n) => (n / sum) * HOURS)
}

/**
 * Measures time by how busy it usually is: a week is always seven days, an hour at noon is longer than one at night. On this scale a steady
 * stream of feedback is a Poisson process, so that rush hours alarm nobody.
 */
export class BusyTime {
  private before: Float64Array
  private weights: Float64Array
  private monday: number

  constructor(season: Season, zone: string) {
    this.weights = Float64Array.from(season, (n) => n / 24)
    this.before = new Float64Array(HOURS + 1)
    for (let hour = 0; hour < HOURS; hour++) this.before[hour + 1] = this.before[hour]! + this.weights[hour]!
    this.monday = DateTime.fromISO('2024-01-01', { zone }).toMillis()
  }

  /** Busy days since a Monday long ago. Shape: `at` in ms; a clock that is put forward or back moves the season by that hour. */
  at(at: number): number {
    const hours = (at - this.monday) / HOUR_MS
    const week = Math.floor(hours / HOURS)
    const within = hours - week * HOURS
    const hour = Math.floor(within)
    return week * 7 + this.before[hour]! + (within - hour) * this.weights[hour]!
  }
}
