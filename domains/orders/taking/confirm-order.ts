import { v7 as uuidv7 } from 'uuid'
import type { Point } from '#contracts/kit'
import type { OrderKind } from '#contracts/orders'
import { findShops } from '#domains/people'
import { cancelDelivery, openDelivery } from '../delivery/plan-data.ts'
import { orderErrors } from '../errors.ts'
import { removeTasks, stationLoads } from '../kitchen/plan-data.ts'
import { planKitchen } from '../kitchen/plan-kitchen.ts'
import { addTrace, type OrderDesk, setStatus } from './order-desk.ts'
import { sayWhen } from './order-words.ts'
import { makeTimeS, promisedFor, wayMin } from './promise-time.ts'
import { tellCustomer } from './tell-customer.ts'

const TOLD = {
  delivery: 'confirmed',
  pickup: 'confirmedPickup',
  dine_in: 'confirmedPickup',
  visit: 'confirmedVisit',
} as const

/**
 * Confirms an order: a promised time, work for the kitchen, a delivery that waits for its rider, and word to the customer (O1).
 * Shape:  `promisedAt` is a person's promise; without one it is reckoned from what waits at the stations and the way.
 * Errors: orders.incomplete while something is missing; orders.promisePast.
 */
export async function confirm(
  desk: OrderDesk,
  promisedAt?: Date,
  facts: Record<string, unknown> = {},
): Promise<void> {
  const { order, now } = desk
  if (order.gaps.length) throw orderErrors.incomplete({ gaps: order.gaps })
  if (promisedAt && promisedAt <= now) throw orderErrors.promisePast({}, 'promisedAt')
  setStatus(desk, 'confirmed', facts)
  order.contact_by = null
  await promiseAndPlan(desk, promisedAt)
}

/** The same for an order whose content has changed after it was confirmed, before the kitchen began. */
export async function confirmAnew(desk: OrderDesk): Promise<void> {
  await removeTasks(desk.tx, desk.order.id)
  await cancelDelivery(desk.tx, desk.order.id, desk.now)
  await promiseAndPlan(desk)
}

async function promiseAndPlan(desk: OrderDesk, promisedAt?: Date): Promise<void> {
  const { order, tx, now } = desk
  const policy = desk.playbook.playbook.orders
  const [shops, loads] = await Promise.all([findShops(tx, [order.shop_id]), stationLoads(tx, order.shop_id)])
  const shop = shops.get(order.shop_id)!
  const brought = order.kind === 'delivery'
  const afterKitchenMin = brought ? wayMin(policy, shop.point, pointOf(order)) + policy.handOverMin : 0
  const lines = desk.items.map((i) => ({ station: i.station, makeS: i.make_s, quantity: i.quantity }))
  const reckoned =
    order.kind === 'visit'
      ? order.wanted_at!
      : promisedFor(now, { makeS: makeTimeS(lines, loads), afterKitchenMin, wantedAt: order.wanted_at })
  const promised = promisedAt ?? reckoned
  order.promised_at = promised
  order.expected_at = promised
  addTrace(desk, 'promised', { at: promised.toISOString(), first: !order.first_promised_at })
  order.first_promised_at ??= promised
  const readyBy = new Date(Math.max(now.getTime(), promised.getTime() - afterKitchenMin * 60_000))
  const { brand_id, id: order_id, shop_id } = order
  await Promise.all([
    order.kind === 'visit' ? null : planKitchen(desk, loads, readyBy),
    brought && openDelivery(tx, { brand_id, id: uuidv7(), order_id, shop_id, updated_at: now }),
    tellCustomer(desk, TOLD[order.kind as OrderKind], {
      time: sayWhen(promised, order.locale, shop.zone, now),
      shop: shop.name,
    }),
  ])
}

export function pointOf(place: { lat: number | null; lng: number | null }): Point | null {
  return place.lat === null || place.lng === null ? null : { lat: place.lat, lng: place.lng }
}
