import type { Point } from '#contracts/kit'
import type { OrderPolicy } from '#contracts/playbook/orders'

export type StationLoad = { key: string; capacity: number; queuedS: number }
export type ToMake = { station: string; makeS: number; quantity: number }

const EARTH_KM = 6371
const UNKNOWN_WAY_MIN = 25
const ROUND_MIN = 5

/** Straight line in kilometres. */
export function distanceKm(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const dLat = rad(b.lat - a.lat)
  const dLng = rad(b.lng - a.lng)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLng / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h))
}

/** How long a rider needs from door to door, in minutes; an address without a place on the map is taken as an ordinary way. */
export function wayMin(policy: OrderPolicy, from: Point | null, to: Point | null): number {
  if (!from || !to) return UNKNOWN_WAY_MIN
  return (distanceKm(from, to) * policy.rider.detour * 60) / policy.rider.speedKmh + policy.rider.atDoorMin
}

/**
 * When the kitchen will have made this, behind everything that waits at each station already.
 * Units: seconds from now. A station nobody has set up makes one thing after the other.
 */
export function makeTimeS(lines: readonly ToMake[], loads: readonly StationLoad[]): number {
  const own = new Map<string, number>()
  for (const line of lines) own.set(line.station, (own.get(line.station) ?? 0) + line.makeS * line.quantity)
  let longest = 0
  for (const [key, workS] of own) {
    const load = loads.find((l) => l.key === key)
    longest = Math.max(longest, ((load?.queuedS ?? 0) + workS) / (load?.capacity ?? 1))
  }
  return longest
}

/** The promise: rounded up to the next five minutes, because a promise is kept or not. Never before it is wanted. */
export function promisedFor(
  now: Date,
  { makeS, afterKitchenMin, wantedAt }: { makeS: number; afterKitchenMin: number; wantedAt: Date | null },
): Date {
  const stepMs = ROUND_MIN * 60_000
  const ready = now.getTime() + makeS * 1000 + afterKitchenMin * 60_000
  const promise = new Date(Math.ceil(ready / stepMs) * stepMs)
  return wantedAt && wantedAt > promise ? wantedAt : promise
}
