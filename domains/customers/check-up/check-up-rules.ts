import { DateTime } from 'luxon'

/**
 * A file that nobody confirmed and that was not used for half a year is out of date: a phone number is given back and a tenancy ends
 * about once a year, so that every second such file still saves a wrong delivery.
 */
export const STALE_MONTHS = 6
/** At most one question a quarter, and its link lives a month. */
export const ASK_EVERY_DAYS = 90
export const LINK_DAYS = 30
/** Nobody is written to about such things in the evening or at night. */
const QUIET = { from: 20, until: 9 }
export const DAY_MS = 86_400_000

/** At once, or when the quiet hours of the brand's zone are over. */
export function sendAt(now: Date, zone: string): Date {
  const here = DateTime.fromJSDate(now, { zone })
  if (here.hour >= QUIET.until && here.hour < QUIET.from) return now
  const morning = here.hour < QUIET.until ? here : here.plus({ days: 1 })
  return morning.startOf('day').set({ hour: QUIET.until }).toJSDate()
}

export function staleBefore(now: Date): Date {
  return DateTime.fromJSDate(now).minus({ months: STALE_MONTHS }).toJSDate()
}

export function quarterOf(now: Date, zone: string): Date {
  return DateTime.fromJSDate(now, { zone }).startOf('quarter').toJSDate()
}
