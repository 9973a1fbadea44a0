import type { z } from 'zod'
import type { CancelOrder, ConfirmOrder, ContactOrder, HandOverOrder, PromiseOrder } from '#contracts/orders'
import { findShops } from '#domains/people'
import type { Ctx } from '#platform/context'
import { cancelDelivery } from '../delivery/plan-data.ts'
import { orderErrors } from '../errors.ts'
import { cancelTasks, shiftTasks } from '../kitchen/plan-data.ts'
import { followVisit } from '../visits/open-visit.ts'
import { releaseVisit } from '../visits/visit-data.ts'
import { confirm } from './confirm-order.ts'
import { noteStanding, rememberOrder } from './know-customer.ts'
import { dropUntold } from './not-told.ts'
import { addTrace, atOrder, type OrderDesk, recordOrder, setStatus, unwarn } from './order-desk.ts'
import { type OrderWords, sayWhen } from './order-words.ts'
import { markDue } from './refund-order.ts'
import { tellCustomer } from './tell-customer.ts'

/** O1. A draft is placed and confirmed in one go. Errors: orders.incomplete, orders.illegalMove, orders.promisePast. */
export function confirmOrder(ctx: Ctx, id: string, input: z.infer<typeof ConfirmOrder>): Promise<void> {
  return atOrder(ctx, id, 'orders.handle', async (desk) => {
    const wasDraft = desk.order.status === 'draft'
    if (wasDraft) setStatus(desk, 'placed')
    await followVisit(desk)
    const note = input.note ? { note: input.note } : {}
    await confirm(desk, input.promisedAt ? new Date(input.promisedAt) : undefined, note)
    unwarn(desk, 'contact', 'untold')
    if (wasDraft) await rememberOrder(desk)
  })
}

/** Somebody tried to speak with the customer: reached stops the clock, anything else leaves it running. */
export function contactCustomer(ctx: Ctx, id: string, input: z.infer<typeof ContactOrder>): Promise<void> {
  return atOrder(ctx, id, 'orders.handle', async (desk) => {
    addTrace(desk, 'contacted', { result: input.result, note: input.note })
    if (input.result === 'reached') {
      desk.order.contact_by = null
      unwarn(desk, 'contact', 'untold')
      await dropUntold(desk)
    }
    recordOrder(desk, 'orders.contact', { result: input.result })
  })
}

/** What is not brought goes from the counter into the customer's hands. Errors: orders.illegalMove before it is ready, and for a delivery. */
export function handOverOrder(ctx: Ctx, id: string, input: z.infer<typeof HandOverOrder>): Promise<void> {
  return atOrder(ctx, id, 'orders.handle', (desk) => {
    setStatus(desk, 'delivered', input.note ? { note: input.note } : {})
  })
}

/** Errors: orders.illegalMove once it has been handed over. */
export function cancelOrder(ctx: Ctx, id: string, input: z.infer<typeof CancelOrder>): Promise<void> {
  return atOrder(ctx, id, 'orders.cancel', (desk) => cancel(desk, input.reason))
}

/** Shape: `told` is what the customer hears of it, when it is not the plain word. */
export async function cancel(desk: OrderDesk, reason: string, told?: OrderWords): Promise<void> {
  const wasDraft = desk.order.status === 'draft'
  setStatus(desk, 'cancelled', { reason })
  markDue(desk)
  if (!wasDraft) await noteStanding(desk)
  await cancelTasks(desk.tx, desk.order.id, desk.now)
  await cancelDelivery(desk.tx, desk.order.id, desk.now)
  const visit = desk.order.kind === 'visit'
  if (visit) await releaseVisit(desk.tx, desk.order.id, desk.now)
  if (!wasDraft) await tellCustomer(desk, told ?? (visit ? 'cancelledVisit' : 'cancelled'), { reason })
}

/** Errors: orders.promisePast, orders.illegalMove for an order that is over. */
export function promiseOrder(ctx: Ctx, id: string, input: z.infer<typeof PromiseOrder>): Promise<void> {
  return atOrder(ctx, id, 'orders.handle', async (desk) => {
    await promiseAnew(desk, new Date(input.promisedAt), input.reason, input.tell)
    recordOrder(desk, 'orders.promise', { at: input.promisedAt, reason: input.reason })
  })
}

/** A new promised time, stored beside the first, told to the customer unless somebody has done so by word of mouth (O2). */
export async function promiseAnew(desk: OrderDesk, at: Date, reason: string, tell: boolean): Promise<void> {
  const { order, now } = desk
  if (at <= now) throw orderErrors.promisePast({}, 'promisedAt')
  if (order.closed_at || !order.promised_at)
    throw orderErrors.illegalMove({ from: order.status, to: order.status })
  const byMin = Math.round((at.getTime() - order.promised_at.getTime()) / 60_000)
  await shiftTasks(desk.tx, order.id, at.getTime() - order.promised_at.getTime(), now)
  order.promised_at = at
  order.expected_at = at
  unwarn(desk, 'late', 'slow')
  addTrace(desk, 'promised', { at: at.toISOString(), byMin, reason })
  if (!tell) return
  const shop = (await findShops(desk.tx, [order.shop_id])).get(order.shop_id)
  await tellCustomer(desk, 'newPromise', {
    reason,
    time: sayWhen(at, order.locale, shop?.zone ?? 'Asia/Shanghai', now),
  })
}
