import { hourIn } from '../../../ui/time.ts'

export type DueKey = 'hour' | 'today' | 'noon' | 'days3'

const HOUR_MS = 3_600_000
/** When a working day ends, and what counts as noon. */
const EVENING = 18
const NOON = 12

/** The usual deadlines of a task, on the brand's clock: the end of today while there is an hour left, tomorrow noon, the evening three days on. A question may be wanted within the hour. */
export function dueTimes(zone: string, now: number, soon = false): { key: DueKey; at: Date }[] {
  const offered = [
    ...(soon ? [{ key: 'hour' as const, at: inFives(now + HOUR_MS) }] : []),
    { key: 'today' as const, at: hourIn(zone, now, 0, EVENING) },
    { key: 'noon' as const, at: hourIn(zone, now, 1, NOON) },
    { key: 'days3' as const, at: hourIn(zone, now, 3, EVENING) },
  ]
  return offered.filter(({ at }) => at.getTime() >= now + HOUR_MS)
}

function inFives(ms: number): Date {
  const five = 5 * 60_000
  return new Date(Math.ceil(ms / five) * five)
}
