const MINUTE_MS = 60_000

/** What a clock in this zone shows at an instant. Units: milliseconds whose UTC fields are the clock's, to the minute. */
export function wallIn(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hour12: false,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const number = (type: string): number => Number(parts.filter((part) => part.type === type)[0]?.value)
  // Older engines write midnight as 24.
  return Date.UTC(number('year'), number('month') - 1, number('day'), number('hour') % 24, number('minute'))
}

/** The instant that a date-and-time field means on a clock of this zone; null while it is none. A clock that is put forward skips an hour: the one after it. */
export function instantIn(zone: string, field: string): Date | null {
  const wall = Date.parse(`${field}Z`)
  if (Number.isNaN(wall)) return null
  const aheadAt = (at: number): number => wallIn(zone, at) - Math.floor(at / MINUTE_MS) * MINUTE_MS
  return new Date(wall - aheadAt(wall - aheadAt(wall)))
}

/** Whether the phone shows another time than a clock of this zone. */
export function isElsewhere(zone: string, now: Date): boolean {
  const here = now.getTime() - now.getTimezoneOffset() * MINUTE_MS
  return Math.abs(wallIn(zone, now.getTime()) - here) >= MINUTE_MS
}
