import { DateTime } from 'luxon'
import type { Week } from '#contracts/people'

const DAY_MIN = 24 * 60

/**
 * Whether somebody with this duty week is at work at `at`.
 * Shape:  an end after 24:00 belongs to the day on which the duty began, so Monday's 22:00–26:00 covers Tuesday 01:30.
 * Units:  wall-clock minutes in `zone`; the start is inside, the end is not.
 */
export function isOnDuty(duty: Week, zone: string, at: Date): boolean {
  const local = DateTime.fromJSDate(at, { zone })
  const minute = local.hour * 60 + local.minute
  const today = local.weekday - 1
  return coversMinute(duty, today, minute) || coversMinute(duty, (today + 6) % 7, minute + DAY_MIN)
}

function coversMinute(week: Week, day: number, minute: number): boolean {
  return (week[day] ?? []).some(([from, to]) => minutesOf(from) <= minute && minute < minutesOf(to))
}

/** Minutes since midnight of a `HH:MM` that may run to 30:00. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
