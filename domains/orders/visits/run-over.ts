import type { BoardVisit } from '#contracts/orders/visits'
import type { VisitData } from './visit-data.ts'
import { busyUntil, overMin } from './visit-times.ts'

type Held = Pick<
  VisitData,
  'order_id' | 'starts_at' | 'ends_at' | 'therapist_id' | 'room' | 'begun_at' | 'released_at'
>

/**
 * What a treatment begun late, or one that goes on beyond its end, does to this appointment of the same shop: until when it must wait for its
 * therapist, or for its room. Shape: the longest wait; null where nobody runs into it.
 */
export function waitOf(visit: Held, all: readonly Held[], now: Date): BoardVisit['waits'] {
  if (visit.begun_at || visit.released_at) return null
  const before = all.filter(
    (one) =>
      one.order_id !== visit.order_id &&
      one.begun_at !== null &&
      one.released_at === null &&
      one.starts_at <= visit.starts_at &&
      busyUntil(one, now) > visit.starts_at &&
      (sameTherapist(one, visit) || sameRoom(one, visit)),
  )
  const last = before.sort((a, b) => busyUntil(b, now).getTime() - busyUntil(a, now).getTime())[0]
  if (!last) return null
  return {
    until: busyUntil(last, now).toISOString(),
    for: sameTherapist(last, visit) ? 'therapist' : 'room',
    atLeast: overMin(last, now) !== null,
  }
}

const sameTherapist = (a: Held, b: Held) => a.therapist_id !== null && a.therapist_id === b.therapist_id
const sameRoom = (a: Held, b: Held) => a.room !== '' && a.room.toLowerCase() === b.room.toLowerCase()
