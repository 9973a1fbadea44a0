import { DateTime } from 'luxon'

/** Midnight where the brand counts its days. */
export function startOfDay(now: Date, zone: string): Date {
  return DateTime.fromJSDate(now, { zone }).startOf('day').toJSDate()
}
