import type { z } from 'zod'
import type {
  CancelOrder,
  ChangeOrder,
  ConfirmOrder,
  ContactOrder,
  HandOverOrder,
  OrderStatus,
  PlaceItem,
  PromiseOrder,
} from '#contracts/orders'
import { findShops } from '#domains/people'
import type { Ctx } from '#platform/context'
import { cancelDelivery } from '../delivery/plan-data.ts'
import { orderErrors } from '../errors.ts'
import { cancelTasks, removeTasks, shiftTasks } from '../kitchen/plan-data.ts'
import { CHANGEABLE } from '../lifecycle.ts'
import { followVisit } from '../visits/open-visit.ts'
import { releaseVisit } from '../visits/visit-data.ts'
import { confirm, confirmAnew } from './confirm-order.ts'
import { noteStanding, rememberOrder, rememberPlace, taboosFor } from './know-customer.ts'
import { type ItemData, insertItems, itemsOf, removeItems } from './order-data.ts'
import { addTrace, atOrder, type OrderDesk, recordOrder, setStatus, unwarn } from './order-desk.ts'
import { type OrderWords, sayWhen } from './order-words.ts'
import { checkReach, gapsFor, itemRows, priceFor, whereFor, whoFor, worth } from './place-order.ts'
import { tellCustomer } from './tell-customer.ts'

/** O1. A draft is placed and confirmed in one go. Errors: orders.incomplete, orders.illegalMove, orders.promisePast. */
export function confirmOrder(ctx: Ctx, id: string, input: z.infer<typeof ConfirmOrder>): Promise<void> {
  return atOrder(ctx, id, 'orders.handle', async (desk) => {
    const wasDraft = desk.order.status === 'draft'
    if (wasDraft) setStatus(desk, 'placed')
    await followVisit(desk)
    const note = input.note ? { note: input.note } : {}
    await confirm(desk, input.promisedAt ? new Date(input.promisedAt) : undefined, note)
    unwarn(desk, 'contact')
    if (wasDraft) await rememberOrder(desk)
  })
}

/** Somebody tried to speak with the customer: reached stops the clock, anything else leaves it running. */
export function contactCustomer(ctx: Ctx, id: string, input: z.infer<typeof ContactOrder>): Promise<void> {
  return atOrder(ctx, id, 'orders.handle', (desk) => {
    addTrace(desk, 'contacted', { result: input.result, note: input.note })
    if (input.result === 'reached') {
      desk.order.contact_by = null
      unwarn(desk, 'contact')
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

/**
 * Changes what is given until the kitchen begins; what is not given stays. A confirmed order is promised and planned anew.
 * Errors: orders.tooLateToChange; orders.shopUnknown, orders.customerUnknown out of reach; orders.incomplete when a confirmed one would lack something; those of placing.
 */
export function changeOrder(ctx: Ctx, id: string, input: ChangeOrder): Promise<void> {
  return atOrder(ctx, id, 'orders.handle', async (desk) => {
    const { order, tx } = desk
    if (!CHANGEABLE.includes(order.status as OrderStatus)) throw orderErrors.tooLateToChange()
    await checkReach(tx, ctx, 'orders.handle', input)
    const open = (sealed: Buffer | null) => ctx.keys.open(order.brand_id, sealed) || undefined
    const next = {
      ...input,
      shopId: input.shopId ?? order.shop_id,
      kind: input.kind ?? (order.kind as 'delivery'),
      source: order.source as 'phone',
      items: input.items ?? desk.items.map(asPlaced),
      name: input.name ?? open(order.name_enc) ?? '',
      contact: input.contact ?? open(order.contact_enc),
      customerId: input.customerId ?? order.customer_id ?? undefined,
      address: input.address ?? addressOf(open(order.address_enc)),
      wantedAt: input.wantedAt ?? order.wanted_at?.toISOString(),
    }
    const priced = await priceFor(tx, next, desk.now)
    const gaps = gapsFor(next, priced.gaps)
    const money = worth(
      {
        deliveryFeeMinor: input.deliveryFeeMinor ?? order.delivery_fee_minor,
        discountMinor: input.discountMinor ?? order.discount_minor,
        paid: input.paid ?? order.paid,
      },
      priced.lines,
      order.currency,
    )
    const knownAs = order.customer_id
    if (order.kind === 'visit' && next.kind !== 'visit') await releaseVisit(tx, id, desk.now)
    Object.assign(order, money, {
      shop_id: next.shopId,
      kind: next.kind,
      gaps,
      note: input.note ?? order.note,
      wanted_at: next.wantedAt ? new Date(next.wantedAt) : null,
      ...(input.name !== undefined || input.contact ? await whoFor(tx, ctx, next) : {}),
      ...(input.address ? whereFor(ctx, next) : {}),
    })
    order.taboos = await taboosFor(tx, ctx, order.customer_id, priced.lines, order.locale)
    if (input.address || knownAs !== order.customer_id) await rememberPlace(desk)
    if (!gaps.length) order.contact_by = null
    addTrace(desk, 'changed', { fields: Object.keys(input), gaps })
    recordOrder(desk, 'orders.change', { fields: Object.keys(input) })
    const planned = order.status === 'confirmed'
    if (planned) await removeTasks(tx, order.id)
    if (input.items) {
      await removeItems(tx, order.id)
      await insertItems(tx, itemRows(order.brand_id, order.id, priced.lines))
      desk.items = await itemsOf(tx, order.id)
    }
    await noteStanding(desk)
    await followVisit(desk, input.staffId ? { therapistId: input.staffId } : {})
    if (!planned) return
    if (gaps.length) throw orderErrors.incomplete({ gaps })
    await confirmAnew(desk)
  })
}

function asPlaced(item: ItemData): PlaceItem {
  return {
    ...(item.item_id ? { itemId: item.item_id } : { name: item.name, priceMinor: item.price_minor }),
    quantity: item.quantity,
    options: item.options as Record<string, string[]>,
    note: item.note,
  }
}

function addressOf(text: string | undefined) {
  return text ? { text } : undefined
}
