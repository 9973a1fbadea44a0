import type { Point } from '#contracts/kit'
import { orderLate } from '#contracts/orders'
import { roundChanged } from '#contracts/orders/delivery'
import type { OrderPolicy } from '#contracts/playbook/orders'
import { findShops, findStaffNames, type ShopName } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { durations } from '#platform/metrics'
import { dueShops } from '../due-data.ts'
import { pointOf } from '../taking/confirm-order.ts'
import { ANY_ORDER, addTrace, openOrder, saveOrder, tellOrder, warn } from '../taking/order-desk.ts'
import { distanceKm } from '../taking/promise-time.ts'
import * as data from './delivery-data.ts'
import { planRounds, type RoundPlan } from './plan-rounds.ts'
import { after, carrierOf, isLocated, jobOf, minutes } from './reckon-round.ts'
import type { Carrier } from './round-cost.ts'

/** Rounds are looked at again after so long even when nothing was said: riders ride, kitchens are slower or faster. */
const AGAIN_S = 30
const AT_ONCE = 40
/** Riders who come into question for one shop: the nearest. More of them make the plan slower and hardly better. */
const NEAREST = 12
/** A way that will be so much too late is announced; less is within what riders make up. */
const SLOW_MIN = 3
const LOST_MIN = 10
/** Behind every rider of a town whose place is known. */
const UNKNOWN_KM = 1_000

const decisions = durations(
  'huiyin_dispatch_seconds',
  'one decision on the rounds of a shop, read and written',
)

/** Plans the rounds of every shop where something has changed (O3). Shape: how many were planned. */
export async function sweepDispatch(services: Services): Promise<number> {
  let planned = 0
  for (const { brand_id, shop_id } of await dueShops(
    services.db.open,
    'dispatch_due',
    services.now(),
    AT_ONCE,
  ))
    if (await planShop(systemContext(services, brand_id), shop_id)) planned += 1
  return planned
}

/**
 * Gives a shop's waiting deliveries to riders and puts the rounds in order, as of now.
 * Shape: false when somebody else plans in this brand at this moment. Orders that somebody holds, or that have changed meanwhile, keep what
 *        they have and are planned in the next round: nobody waits for the planner and the planner waits for nobody.
 */
export async function planShop(ctx: Ctx, shopId: string): Promise<boolean> {
  const begun = performance.now()
  const planned = await decide(ctx, shopId)
  if (planned) decisions.observe((performance.now() - begun) / 1000)
  return planned
}

function decide(ctx: Ctx, shopId: string): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    if (!(await data.lockPlanning(tx, ctx.actor.brandId))) return false
    const now = ctx.now()
    const { playbook } = await playbookInForce(tx)
    const policy = playbook.orders
    const known = await findShops(tx, [shopId])
    const riders = await candidates(tx, shopId, now, known.get(shopId)?.point ?? null)
    const stops = await data.openStops(
      tx,
      shopId,
      riders.map((r) => r.staff_id),
    )
    const shops = await findShops(tx, [...new Set(stops.map((s) => s.shop_id))])
    const here = new Set(riders.map((r) => r.staff_id))
    const mine = stops.filter((s) => s.state !== 'picked_up' || (s.rider_id && here.has(s.rider_id)))
    const jobs = mine.map((stop) => {
      const job = jobOf(stop, { shops, policy, now, pinned: stop.shop_id !== shopId })
      // Whoever has gone off duty brings nothing any more, whoever fixed it.
      return job.riderId && here.has(job.riderId) ? job : { ...job, riderId: null, fixed: false }
    })
    const plan = planRounds(
      policy.rider,
      riders.map((r) => carrierNow(r, { stops: mine, shops, policy, now })),
      jobs,
    )
    await apply(tx, ctx, { shopId, stops: mine, plan, riders })
    return true
  })
}

/** Where a rider is of whom no position is known: under way from the counter where something was fetched last, since then. */
function carrierNow(
  rider: data.RiderData,
  {
    stops,
    shops,
    policy,
    now,
  }: { stops: data.StopData[]; shops: Map<string, ShopName>; policy: OrderPolicy; now: Date },
): Carrier {
  const carrier = carrierOf(rider, policy, now)
  if (carrier.at) return carrier
  const fetched = stops
    .filter((s) => s.rider_id === rider.staff_id && s.state === 'picked_up' && s.picked_up_at)
    .sort((a, b) => b.picked_up_at!.getTime() - a.picked_up_at!.getTime())[0]
  if (!fetched) return carrier
  const sinceMin = minutes(fetched.picked_up_at!, now)
  const freeMin = carrier.freeMin > 0 ? carrier.freeMin : -sinceMin
  return { ...carrier, at: shops.get(fetched.shop_id)?.point ?? null, freeMin }
}

async function candidates(tx: Tx, shopId: string, now: Date, at: Point | null) {
  const riders = await data.ridersOnDuty(tx, [shopId])
  if (riders.length <= NEAREST) return riders
  const holders = new Set(
    (await data.openStops(tx, shopId, [])).flatMap((s) => (s.rider_id ? [s.rider_id] : [])),
  )
  const far = (r: data.RiderData) => {
    const place = isLocated(r, now) ? pointOf(r) : null
    return at && place ? distanceKm(at, place) : UNKNOWN_KM
  }
  const nearest = riders.filter((r) => !holders.has(r.staff_id)).sort((a, b) => far(a) - far(b))
  return [...riders.filter((r) => holders.has(r.staff_id)), ...nearest.slice(0, NEAREST)]
}

type Given = { shopId: string; stops: data.StopData[]; plan: RoundPlan; riders: data.RiderData[] }
type Place = data.Planned & { riderId: string | null }

async function apply(tx: Tx, ctx: Ctx, { shopId, stops, plan, riders }: Given): Promise<void> {
  const now = ctx.now()
  const places = placesOf(plan, now)
  const held = await data.holdOrders(
    tx,
    stops.map((s) => s.order_id),
  )
  const free = stops.filter((s) => held.get(s.id)?.getTime() === s.updated_at.getTime())
  const names = await findStaffNames(tx, [...new Set([...places.values()].flatMap((p) => p.riderId ?? []))])
  const touched = new Set<string>()
  let moved = false
  for (const stop of free) {
    const place = places.get(stop.id) ?? nowhere(stop.id)
    if (stop.state !== 'picked_up' && stop.rider_id !== place.riderId) {
      await giveTo(tx, ctx, stop, place, names)
      for (const id of [stop.rider_id, place.riderId]) if (id) touched.add(id)
      moved = true
    } else if (stop.seq !== place.seq || stop.pick_seq !== place.pick_seq) {
      if (stop.rider_id) touched.add(stop.rider_id)
      moved = true
    }
    await announce(tx, ctx, stop, place, riders)
  }
  await data.savePlan(
    tx,
    now,
    after(now, AGAIN_S / 60),
    free.map((stop) => {
      const { riderId: _rider, ...place } = places.get(stop.id) ?? nowhere(stop.id)
      return place
    }),
  )
  if (moved) await publish(tx, ctx, eventRow(roundChanged, { shopId }, { shopId, staffIds: [...touched] }))
}

function placesOf(plan: RoundPlan, now: Date): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const { riderId, way } of plan.rounds)
    for (const [n, leg] of way.entries()) {
      const place = places.get(leg.jobId) ?? { ...nowhere(leg.jobId), riderId }
      if (leg.kind === 'pick') Object.assign(place, { pick_seq: n, pick_at: after(now, leg.atMin) })
      else Object.assign(place, { seq: n, eta_at: after(now, Math.max(leg.atMin, 1)) })
      places.set(leg.jobId, place)
    }
  return places
}

function nowhere(id: string): Place {
  return { id, riderId: null, pick_seq: 0, seq: 0, pick_at: null, eta_at: null }
}

/** Another rider than before, or none: with its line in the order's trace. */
async function giveTo(
  tx: Tx,
  ctx: Ctx,
  stop: data.StopData,
  { riderId }: Place,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const now = ctx.now()
  await data.updateDelivery(tx, stop.id, {
    state: riderId ? 'assigned' : 'waiting',
    rider_id: riderId,
    fixed: false,
    assigned_at: riderId ? now : null,
    updated_at: now,
  })
  if (!riderId) return
  const desk = (await openOrder(ctx, tx, stop.order_id, ANY_ORDER))!
  addTrace(desk, 'dispatched', { riderId, rider: names.get(riderId) ?? '', how: 'plan' })
  await saveOrder(desk)
}

/** A door that will be reached too late, and a rider on the way who is heard of no more: each said once. */
async function announce(
  tx: Tx,
  ctx: Ctx,
  stop: data.StopData,
  place: Place,
  riders: readonly data.RiderData[],
): Promise<void> {
  const now = ctx.now()
  const byMin = place.eta_at && stop.promised_at ? minutes(stop.promised_at, place.eta_at) : 0
  const slow = byMin >= SLOW_MIN && !stop.warnings.some((w) => w === 'slow' || w === 'late')
  const lost = isLost(stop, riders, now)
  if (!slow && !lost) return
  const desk = await openOrder(ctx, tx, stop.order_id, ANY_ORDER)
  if (!desk || desk.order.closed_at) return
  if (slow && warn(desk, 'slow')) {
    addTrace(desk, 'slow', {
      what: 'delivery',
      etaAt: place.eta_at!.toISOString(),
      byMin: Math.round(byMin),
    })
    tellOrder(desk, orderLate, { reason: 'delivery' })
  }
  if (lost) {
    addTrace(desk, 'position_lost', { riderId: stop.rider_id })
    await data.updateDelivery(tx, stop.id, { lost_at: now, updated_at: now })
  }
  if (desk.trace.length) await saveOrder(desk)
}

function isLost(stop: data.StopData, riders: readonly data.RiderData[], now: Date): boolean {
  if (stop.state !== 'picked_up' || stop.lost_at) return false
  const rider = riders.find((r) => r.staff_id === stop.rider_id)
  return rider?.position_at ? minutes(rider.position_at, now) > LOST_MIN : false
}
