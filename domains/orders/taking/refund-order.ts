import type { z } from 'zod'
import type { Locale } from '#contracts/kit'
import type { OrderStatus, OrderView, RefundOrder } from '#contracts/orders'
import type { CompensationPolicy } from '#contracts/playbook'
import { ownLimit } from '#domains/playbook'
import type { Actor, Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sayMoney } from '#platform/locale'
import { covers, rolesAt, type Scope, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { mayMove } from '../lifecycle.ts'
import { orderIdsOfTicket } from '../links/link-data.ts'
import { noteStanding } from './know-customer.ts'
import { findOrder, type OrderData, type RefundsWithin, refundedBy, refundsByShop } from './order-data.ts'
import {
  ANY_ORDER,
  addTrace,
  atOrder,
  type OrderDesk,
  openOrder,
  orderNumber,
  recordOrder,
  saveOrder,
  setStatus,
  unwarn,
  warn,
} from './order-desk.ts'
import { dueMinor, leftMinor, paidMinor } from './order-money.ts'
import { tellCustomer } from './tell-customer.ts'

type Order = Parameters<typeof dueMinor>[0] & Pick<OrderData, 'shop_id'>

/** What this person may give back of it without asking: the own limit less what the order has got back already, so that splitting does not pass. */
export function mayMinor(actor: Actor, order: Order, policy: CompensationPolicy): number {
  if (!covers(scopeOf(actor, 'orders.refund'), { shopId: order.shop_id })) return 0
  const limit = ownLimit(policy, rolesAt(actor, order.shop_id)) ?? 0
  return Math.max(0, Math.min(leftMinor(order), limit - order.refunded_minor))
}

export function viewRefund(actor: Actor, order: Order, policy: CompensationPolicy): OrderView['refund'] {
  return {
    paidMinor: paidMinor(order),
    refundedMinor: order.refunded_minor,
    leftMinor: leftMinor(order),
    dueMinor: dueMinor(order),
    mayMinor: mayMinor(actor, order, policy),
  }
}

/** Marked as long as money must go back, so that nobody forgets it. */
export function markDue(desk: OrderDesk): void {
  if (dueMinor(desk.order)) warn(desk, 'refund')
  else unwarn(desk, 'refund')
}

/** Money back, never more than was paid and within the own limit (H5). Errors: orders.alreadyPaidBack, orders.refundOverLimit. */
export function refundOrder(ctx: Ctx, id: string, input: z.infer<typeof RefundOrder>): Promise<void> {
  return atOrder(ctx, id, 'orders.refund', async (desk) => {
    const { order, playbook } = desk
    if (input.amountMinor > leftMinor(order)) throw orderErrors.alreadyPaidBack({}, 'amountMinor')
    const may = mayMinor(ctx.actor, order, playbook.playbook.compensation)
    if (input.amountMinor > may)
      throw orderErrors.refundOverLimit(
        { mayMinor: may, may: sayMoney(may, order.currency, ctx.locale) },
        'amountMinor',
      )
    await giveBack(desk, input.amountMinor, { reason: input.reason })
    await tellCustomer(desk, 'refunded', {
      amount: sayMoney(input.amountMinor, order.currency, order.locale as Locale),
    })
  })
}

async function giveBack(desk: OrderDesk, amountMinor: number, facts: Record<string, unknown>): Promise<void> {
  const { order } = desk
  // What had to go back anyway is no kindness, and no month bears it.
  const goodwillMinor = Math.max(0, amountMinor - dueMinor(order))
  order.refunded_minor += amountMinor
  addTrace(desk, 'refunded', { amountMinor, goodwillMinor, ...facts })
  recordOrder(desk, 'orders.refund', { amountMinor, ...facts })
  const whole = leftMinor(order) === 0
  if (whole && mayMove(order.status as OrderStatus, 'refunded', 'delivery')) setStatus(desk, 'refunded')
  markDue(desk)
  await noteStanding(desk)
}

type Given = { shopId: string; amountMinor: number }

/**
 * What was given back straight on orders, by shop, between two instants: a month's budget bears it as it bears compensations (H5).
 * Shape:  without what had to go back anyway (cancelled, cheaper), and without refunds decided on a ticket, which its compensation counts.
 */
export function refundsGiven(tx: Tx, scope: Scope | null, within: RefundsWithin): Promise<Given[]> {
  return refundsByShop(tx, scope, within)
}

export type TicketRefund = {
  ticketId: string
  /** HY-1001 */
  number: string
  shopId: string | null
}

export type OrderToRefund = { id: string; number: string; leftMinor: number }

/** The paid order that a refund on this ticket belongs to, and what of it may still go back; null where there is none. */
export async function orderToRefund(
  tx: Tx,
  { ticketId, shopId }: Omit<TicketRefund, 'number'>,
): Promise<OrderToRefund | null> {
  for (const { order_id } of await orderIdsOfTicket(tx, ticketId)) {
    const order = await findOrder(tx, ANY_ORDER, order_id)
    if (order && paidMinor(order) > 0 && (!shopId || order.shop_id === shopId))
      return { id: order.id, number: orderNumber(order), leftMinor: leftMinor(order) }
  }
  return null
}

/**
 * A refund that was decided on a ticket stands in its order too, once per compensation.
 * Shape:  null when it is written, was before, or there is no such order; else the order that has less left than that, and nothing is written.
 */
export async function refundForTicket(
  tx: Tx,
  ctx: Ctx,
  about: TicketRefund,
  given: { compensationId: string; amountMinor: number; reason: string },
): Promise<OrderToRefund | null> {
  const found = await orderToRefund(tx, about)
  if (!found) return null
  const desk = await openOrder(ctx, tx, found.id, ANY_ORDER)
  if (!desk || (await refundedBy(tx, found.id, given.compensationId))) return null
  if (given.amountMinor > leftMinor(desk.order)) return { ...found, leftMinor: leftMinor(desk.order) }
  const { compensationId, reason } = given
  await giveBack(desk, given.amountMinor, {
    reason,
    compensationId,
    ticketId: about.ticketId,
    ticket: about.number,
  })
  await saveOrder(desk)
  return null
}
