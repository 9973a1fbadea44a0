import type { HandOverKind, RoundStop, RoundView } from '#contracts/orders/delivery'
import type { OrderPolicy } from '#contracts/playbook/orders'
import { findShops, findZone, type ShopName } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { pointOf } from '../taking/confirm-order.ts'
import { findOrder, type ItemData, itemsOf, type OrderData } from '../taking/order-data.ts'
import { ANY_ORDER, orderNumber } from '../taking/order-desk.ts'
import * as data from './delivery-data.ts'
import { MOST_TRIES } from './hand-over-code.ts'
import { startOfDay } from './start-of-day.ts'

const CALLED_OFF_MS = 60 * 60_000
const READY = ['ready', 'delivering']

/** The own round of a rider, with what may be seen of each stop at this moment (O3, G1). */
export function readRound(ctx: Ctx): Promise<RoundView> {
  const { staffId } = staffOf(ctx)
  return ctx.transaction(async (tx) => {
    const now = ctx.now()
    const [rider, round, { playbook }, zone] = await Promise.all([
      data.findRider(tx, staffId),
      data.roundStops(tx, staffId),
      playbookInForce(tx),
      findZone(tx),
    ])
    const shops = await findShops(tx, [...new Set(round.map((s) => s.shop_id))])
    const policy = playbook.orders
    const [stops, past] = await Promise.all([
      Promise.all(round.map((stop) => viewStop(tx, ctx, stop, { shops, policy }))),
      data.pastOfRound(tx, staffId, {
        calledOff: new Date(now.getTime() - CALLED_OFF_MS),
        day: startOfDay(now, zone),
      }),
    ])
    return {
      onDutySince: rider?.on_duty_since?.toISOString() ?? null,
      positionAt: rider?.position_at?.toISOString() ?? null,
      most: rider?.most ?? playbook.orders.rider.most,
      way: wayOf(round),
      stops,
      calledOff: past.calledOff.map((number) => orderNumber({ number })),
      doneToday: past.done,
    }
  })
}

function wayOf(round: readonly data.StopData[]): RoundView['way'] {
  const places = round.flatMap((stop) => {
    const drop = { stopId: stop.id, kind: 'drop' as const, at: iso(stop.eta_at), seq: stop.seq }
    if (stop.state === 'picked_up') return [drop]
    return [{ stopId: stop.id, kind: 'pick' as const, at: iso(stop.pick_at), seq: stop.pick_seq }, drop]
  })
  return places
    .sort((a, b) => a.seq - b.seq || (a.kind === 'pick' ? -1 : 1))
    .map(({ seq: _seq, ...place }) => place)
}

/** Name, address, number and exact place only from the pick-up until it is handed over. */
async function viewStop(
  tx: Tx,
  ctx: Ctx,
  stop: data.StopData,
  { shops, policy }: { shops: ReadonlyMap<string, ShopName>; policy: OrderPolicy },
): Promise<RoundStop> {
  const [found, items] = await Promise.all([
    findOrder(tx, ANY_ORDER, stop.order_id),
    itemsOf(tx, stop.order_id),
  ])
  const order = found!
  const shop = shops.get(stop.shop_id)
  return {
    id: stop.id,
    number: orderNumber(order),
    state: stop.state as RoundStop['state'],
    ready: READY.includes(order.status),
    shop: { id: stop.shop_id, name: shop?.name ?? '', point: shop?.point ?? null },
    area: order.address_masked,
    ...whereTo(ctx, stop, order),
    items: items.map(itemLine),
    taboos: order.taboos,
    collectMinor: order.paid ? 0 : order.total_minor,
    currency: order.currency,
    promisedAt: iso(order.promised_at),
    pickAt: iso(stop.pick_at),
    etaAt: iso(stop.eta_at),
    arrivedAt: iso(stop.arrived_at),
    trouble: stop.trouble,
    handOver: waysOf(policy, stop),
  }
}

function whereTo(ctx: Ctx, stop: data.StopData, order: OrderData) {
  if (stop.state !== 'picked_up') return { name: '', address: '', phone: '', note: '', point: null }
  return {
    name: order.customer_name,
    address: ctx.keys.open(order.brand_id, order.address_enc),
    phone: order.contact_masked,
    note: order.note,
    point: pointOf(order),
  }
}

function itemLine({ name, quantity, option_words }: ItemData): string {
  return `${name} ×${quantity}${option_words ? ` · ${option_words}` : ''}`
}

/** A code that was said wrong too often counts no more. */
function waysOf({ rider }: OrderPolicy, { code_tries }: data.DeliveryData): HandOverKind[] {
  const ways: HandOverKind[] = rider.handOver === 'any' ? ['code', 'photo', 'signature'] : [rider.handOver]
  return ways.filter((way) => way !== 'code' || code_tries < MOST_TRIES)
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
