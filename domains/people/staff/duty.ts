import { DateTime } from 'luxon'
import type { Week } from '#contracts/people'

const DAY_MIN = 24 * 60

/** Weekday (Monday is 0) and minute of the day on a wall clock. */
export type WallTime = { weekday: number; minute: number }

export function wallTime(zone: string, at: Date): WallTime {
  const local = DateTime.fromJSDate(at, { zone })
  return { weekday: local.weekday - 1, minute: local.hour * 60 + local.minute }
}

/**
 * Whether somebody with this duty week is at work at that time of their wall clock.
 * Shape:  an end after 24:00 belongs to the day on which the duty began, so Monday's 22:00–26:00 covers Tuesday 01:30.
 *         The start is inside, the end is not.
 */
export function isOnDuty(duty: Week, { weekday, minute }: WallTime): boolean {
  return coversMinute(duty, weekday, minute) || coversMinute(duty, (weekday + 6) % 7, minute + DAY_MIN)
}

function coversMinute(week: Week, day: number, minute: number): boolean {
  return (week[day] ?? []).some(([from, to]) => minutesOf(from) <= minute && minute < minutesOf(to))
}

/** Minutes since midnight of a `HH:MM` that may run to 30:00. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

const DAYS_AHEAD = 8

/**
 * When somebody with this duty week begins work next, at or after an instant.
 * Shape:  null when the week holds no duty at all. A start after 24:00 belongs to the day on which it is written.
 */
export function nextDutyAt(duty: Week, zone: string, from: Date): Date | null {
  const midnight = DateTime.fromJSDate(from, { zone }).startOf('day')
  for (let day = 0; day < DAYS_AHEAD; day++) {
    const date = midnight.plus({ days: day })
    const starts = (duty[date.weekday - 1] ?? [])
      .map(([start]) => date.plus({ minutes: minutesOf(start) }).toJSDate())
      .filter((at) => at >= from)
      .sort((a, b) => a.getTime() - b.getTime())
    if (starts[0]) return starts[0]
  }
  return null
}
