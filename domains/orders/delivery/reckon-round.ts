import type { Point } from '#contracts/kit'
import type { OrderPolicy } from '#contracts/playbook/orders'
import type { ShopName } from '#domains/people'
import { pointOf } from '../taking/confirm-order.ts'
import type { RiderData, StopData } from './delivery-data.ts'
import { type Carrier, type Job, type Leg, timesOf } from './round-cost.ts'

/** A phone sends its place every minute at least; one that has been silent for so long says little about where the rider is. */
const SILENT_MIN = 5
const FAR_OFF_MIN = 24 * 60

/** Minutes between two instants. */
export function minutes(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 60_000
}

export function after(now: Date, min: number): Date {
  return new Date(now.getTime() + Math.round(min * 60) * 1000)
}

/** Whether it is known where the rider is now: the last position is not older than five minutes. */
export function isLocated(rider: RiderData, now: Date): boolean {
  return rider.position_at !== null && minutes(rider.position_at, now) <= SILENT_MIN
}

export function carrierOf(rider: RiderData, policy: OrderPolicy, now: Date): Carrier {
  const located = isLocated(rider, now)
  return {
    id: rider.staff_id,
    at: located ? pointOf(rider) : null,
    located,
    freeMin: rider.held_until ? Math.max(0, minutes(now, rider.held_until)) : 0,
    most: rider.most ?? policy.rider.most,
  }
}

/** A stop as the planner sees it. `pinned` keeps it with its rider: another shop's, planned when that shop is. */
export function jobOf(
  stop: StopData,
  {
    shops,
    policy,
    now,
    pinned,
  }: { shops: ReadonlyMap<string, ShopName>; policy: OrderPolicy; now: Date; pinned: boolean },
): Job {
  return {
    id: stop.id,
    from: shops.get(stop.shop_id)?.point ?? null,
    to: pointOf(stop),
    readyMin: readyMin(stop, policy, now),
    dueMin: stop.promised_at ? minutes(now, stop.promised_at) : FAR_OFF_MIN,
    carried: stop.state === 'picked_up',
    riderId: stop.rider_id,
    fixed: stop.fixed || pinned,
  }
}

/** When it can be taken from the counter: the kitchen's own reckoning and the packing, unless it stands there already. */
function readyMin(stop: StopData, policy: OrderPolicy, now: Date): number {
  if (stop.ready_at) return minutes(now, stop.ready_at) > 0 ? minutes(now, stop.ready_at) : 0
  const made = stop.kitchen_at ? Math.max(0, minutes(now, stop.kitchen_at)) : 0
  return made + policy.handOverMin
}

/**
 * When one rider will be at each place of the round as it stands, from here and now.
 * Shape: instants by delivery; `at` is where the rider certainly is (a counter, a door), else the last position counts.
 */
export function reckonRound(
  stops: readonly StopData[],
  carrier: Carrier,
  given: { shops: ReadonlyMap<string, ShopName>; policy: OrderPolicy; now: Date; at?: Point | null },
): Map<string, Date> {
  const legs: (Leg & { seq: number })[] = stops.flatMap((stop) => {
    const job = jobOf(stop, { ...given, pinned: true })
    const drop = { job, kind: 'drop' as const, seq: stop.seq }
    return job.carried ? [drop] : [{ job, kind: 'pick' as const, seq: stop.pick_seq }, drop]
  })
  legs.sort((a, b) => a.seq - b.seq || (a.kind === b.kind ? 0 : a.kind === 'pick' ? -1 : 1))
  const from = given.at ? { ...carrier, at: given.at } : carrier
  const times = timesOf(given.policy.rider, from, legs)
  return new Map(
    times.flatMap((leg) => (leg.kind === 'drop' ? [[leg.jobId, after(given.now, leg.atMin)] as const] : [])),
  )
}
