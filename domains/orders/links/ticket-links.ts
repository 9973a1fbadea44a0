import { v7 as uuidv7 } from 'uuid'
import { orderChanged, ticketOrderKnown } from '#contracts/orders'
import type { OrderCard } from '#contracts/orders/outside'
import { findShops } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { scopeOf } from '#platform/permissions'
import { findOrder, insertTrace, type OrderData, traceOf } from '../taking/order-data.ts'
import { audienceOf, orderNumber } from '../taking/order-desk.ts'
import { suspicions, worstOf } from '../taking/suspicions.ts'
import { insertLinks, type NumberedOrder, orderIdsOfTicket, ordersByNumbers } from './link-data.ts'

export type Mentioned = { ticketId: string; number: string; orderNumber: string; shopId: string | null }

const OWN = /^d?(\d{6,9})$/i

/**
 * Ties tickets to the orders they name by our number or a platform's, in one look-up for all of them (O5); each order's trace says so.
 * Shape: a number that several orders bear means the one of the ticket's shop, else the newest. Returns what was not tied before, as it was said.
 */
export async function linkMentioned(
  tx: Tx,
  ctx: Ctx,
  all: readonly Mentioned[],
): Promise<{ ticketId: string; orderNumber: string }[]> {
  const named = all.flatMap((one) => {
    const said = one.orderNumber.trim()
    return said ? [{ ...one, said }] : []
  })
  if (!named.length) return []
  const own = named.flatMap(({ said }) => OWN.exec(said)?.[1] ?? []).map(Number)
  const orders = await ordersByNumbers(tx, own, [...new Set(named.map(({ said }) => said))])
  if (!orders.length) return []
  const found = named.flatMap((one) => {
    const order = orderOf(one, orders)
    return order ? [{ ...one, order }] : []
  })
  return found.length ? link(tx, ctx, found) : []
}

function orderOf(
  { said, shopId }: { said: string; shopId: string | null },
  orders: readonly NumberedOrder[],
): NumberedOrder | undefined {
  const own = Number(OWN.exec(said)?.[1] ?? Number.NaN)
  const meant = orders.filter((o) => o.external_id === said || Number(o.number) === own)
  return meant.find((o) => o.shop_id === shopId) ?? meant[0]
}

async function link(
  tx: Tx,
  ctx: Ctx,
  found: readonly (Mentioned & { order: NumberedOrder; said: string })[],
): Promise<{ ticketId: string; orderNumber: string }[]> {
  const at = ctx.now()
  const fresh = await insertLinks(
    tx,
    ctx.actor.brandId,
    found.map(({ order, ticketId, number }) => ({ orderId: order.id, ticketId, number, own: false, at })),
  )
  const isFresh = (f: (typeof found)[number]) =>
    fresh.some((row) => row.order_id === f.order.id && row.number === f.number)
  const linked = found.filter(isFresh)
  await insertTrace(
    tx,
    linked.map(({ order, ticketId, number }) => ({
      brand_id: ctx.actor.brandId,
      id: uuidv7(),
      order_id: order.id,
      at,
      kind: 'ticket',
      by_kind: 'system',
      by_staff: null,
      data: { ticketId, number },
    })),
  )
  await publish(
    tx,
    ctx,
    ...linked.flatMap(({ order, ticketId }) => [
      eventRow(orderChanged, { orderId: order.id }, audienceOf(order)),
      eventRow(ticketOrderKnown, { orderId: order.id, ticketId }, audienceOf(order)),
    ]),
  )
  return linked.map(({ ticketId, said }) => ({ ticketId, orderNumber: said }))
}

/** The orders that a ticket speaks of, as this reader may see them. */
export function orderCards(ctx: Ctx, ticketId: string): Promise<OrderCard[]> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'orders.read')
    const ids = await orderIdsOfTicket(tx, ticketId)
    const orders = (await Promise.all(ids.map(({ order_id }) => findOrder(tx, scope, order_id)))).filter(
      (o) => o !== undefined,
    )
    const shops = await findShops(tx, [...new Set(orders.map((o) => o.shop_id))])
    return Promise.all(orders.map((order) => cardOf(tx, order, shops.get(order.shop_id)?.name ?? '')))
  })
}

async function cardOf(tx: Tx, order: OrderData, shopName: string): Promise<OrderCard> {
  const worst = worstOf(suspicions(order, await traceOf(tx, order.id)))
  return {
    id: order.id,
    number: orderNumber(order),
    externalId: order.external_id,
    status: order.status as OrderCard['status'],
    summary: order.summary,
    shopName,
    totalMinor: order.total_minor,
    refundedMinor: order.refunded_minor,
    currency: order.currency,
    placedAt: order.placed_at.toISOString(),
    promisedAt: order.promised_at?.toISOString() ?? null,
    deliveredAt: order.delivered_at?.toISOString() ?? null,
    suspicion: worst ? { code: worst.code, data: worst.data } : null,
  }
}
