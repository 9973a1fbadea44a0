export type DueKey = 'hour' | 'today' | 'noon' | 'days3'

const HOUR_MS = 3_600_000
/** When a working day ends, and what counts as noon. */
const EVENING = 18
const NOON = 12

/** The usual deadlines of a task: the end of today while there is an hour left, tomorrow noon, the evening three days on. A question may be wanted within the hour. */
export function dueTimes(now: number, soon = false): { key: DueKey; at: Date }[] {
  const offered = [
    ...(soon ? [{ key: 'hour' as const, at: inFives(now + HOUR_MS) }] : []),
    { key: 'today' as const, at: atHour(now, 0, EVENING) },
    { key: 'noon' as const, at: atHour(now, 1, NOON) },
    { key: 'days3' as const, at: atHour(now, 3, EVENING) },
  ]
  return offered.filter(({ at }) => at.getTime() >= now + HOUR_MS)
}

function inFives(ms: number): Date {
  const five = 5 * 60_000
  return new Date(Math.ceil(ms / five) * five)
}

function atHour(now: number, daysOn: number, hour: number): Date {
  const day = new Date(now)
  day.setDate(day.getDate() + daysOn)
  day.setHours(hour, 0, 0, 0)
  return day
}
