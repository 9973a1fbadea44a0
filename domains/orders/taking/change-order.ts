import type { ChangeOrder, OrderStatus, PlaceItem } from '#contracts/orders'
import type { Ctx } from '#platform/context'
import { orderErrors } from '../errors.ts'
import { removeTasks } from '../kitchen/plan-data.ts'
import { CHANGEABLE } from '../lifecycle.ts'
import { shopMenu } from '../menu/menu-data.ts'
import { followVisit } from '../visits/open-visit.ts'
import { releaseVisit } from '../visits/visit-data.ts'
import { confirmAnew } from './confirm-order.ts'
import { noteStanding, rememberPlace, taboosFor } from './know-customer.ts'
import { type ItemData, insertItems, itemsOf, removeItems } from './order-data.ts'
import { addTrace, atOrder, type OrderDesk, recordOrder } from './order-desk.ts'
import { paidMinor } from './order-money.ts'
import { checkReach, gapsFor, itemRows, priceFor, whereFor, whoFor, worth } from './place-order.ts'
import type { PricedLine } from './price-items.ts'
import { markDue } from './refund-order.ts'

/**
 * Changes what is given until the kitchen begins; what is not given stays, dishes at the price that was agreed. A confirmed order is promised
 * and planned anew. Shape: of an order that was paid, what it costs more is still to be collected and what it costs less is marked to go back.
 * Errors: orders.tooLateToChange; orders.shopUnknown, orders.customerUnknown out of reach; orders.incomplete when a confirmed one would lack
 *         something; those of placing.
 */
export function changeOrder(ctx: Ctx, id: string, input: ChangeOrder): Promise<void> {
  return atOrder(ctx, id, 'orders.handle', async (desk) => {
    const { order, tx } = desk
    if (!CHANGEABLE.includes(order.status as OrderStatus)) throw orderErrors.tooLateToChange()
    await checkReach(tx, ctx, 'orders.handle', input)
    const next = nextOf(ctx, desk, input)
    const priced = input.items || next.shopId !== order.shop_id ? await priceFor(tx, next, desk.now) : null
    const gaps = gapsFor(next, priced ? priced.gaps : order.gaps.filter((gap) => OF_DISHES.includes(gap)))
    const knownAs = order.customer_id
    if (order.kind === 'visit' && next.kind !== 'visit') await releaseVisit(tx, id, desk.now)
    payAnew(desk, input, priced?.lines ?? null)
    Object.assign(order, {
      shop_id: next.shopId,
      kind: next.kind,
      gaps,
      note: input.note ?? order.note,
      wanted_at: next.wantedAt ? new Date(next.wantedAt) : null,
      ...(input.name !== undefined || input.contact ? await whoFor(tx, ctx, next) : {}),
      ...(input.address ? whereFor(ctx, next) : {}),
    })
    const dishes = priced?.lines ?? (await dishesOf(desk))
    order.taboos = await taboosFor(tx, ctx, order.customer_id, dishes, order.locale)
    if (input.address || knownAs !== order.customer_id) await rememberPlace(desk)
    if (!gaps.length) order.contact_by = null
    const fields = Object.keys(input)
    addTrace(desk, 'changed', { fields, gaps })
    recordOrder(desk, 'orders.change', { fields })
    if (order.status === 'confirmed') await removeTasks(tx, order.id)
    if (priced) await putItems(desk, priced.lines)
    await noteStanding(desk)
    await followVisit(desk, input.staffId ? { therapistId: input.staffId } : {})
    if (order.status !== 'confirmed') return
    if (gaps.length) throw orderErrors.incomplete({ gaps })
    await confirmAnew(desk)
  })
}

const OF_DISHES = ['option', 'unavailable']

/** The order as it would be placed with the changes in it. */
function nextOf(ctx: Ctx, { order, items }: OrderDesk, input: ChangeOrder) {
  const open = (sealed: Buffer | null) => ctx.keys.open(order.brand_id, sealed) || undefined
  const address = open(order.address_enc)
  return {
    ...input,
    shopId: input.shopId ?? order.shop_id,
    kind: input.kind ?? (order.kind as 'delivery'),
    source: order.source as 'phone',
    items: input.items ?? items.map(asPlaced),
    name: input.name ?? open(order.name_enc) ?? '',
    contact: input.contact ?? open(order.contact_enc),
    customerId: input.customerId ?? order.customer_id ?? undefined,
    address: input.address ?? (address ? { text: address } : undefined),
    wantedAt: input.wantedAt === undefined ? order.wanted_at?.toISOString() : (input.wantedAt ?? undefined),
  }
}

function asPlaced(item: ItemData): PlaceItem {
  return {
    ...(item.item_id ? { itemId: item.item_id } : { name: item.name, priceMinor: item.price_minor }),
    quantity: item.quantity,
    options: item.options as Record<string, string[]>,
    note: item.note,
  }
}

/** What the order is worth now, and what of it has been paid. `lines` null: the dishes stay. */
function payAnew(desk: OrderDesk, input: ChangeOrder, lines: PricedLine[] | null): void {
  const { order, items } = desk
  const before = paidMinor(order)
  const fees = {
    deliveryFeeMinor: input.deliveryFeeMinor ?? order.delivery_fee_minor,
    discountMinor: input.discountMinor ?? order.discount_minor,
    paid: input.paid ?? order.paid,
  }
  const kept = items.map(({ name, quantity, price_minor }) => ({ name, quantity, priceMinor: price_minor }))
  Object.assign(order, worth(fees, lines ?? kept, order.currency))
  if (input.paid === undefined && before > 0) {
    order.paid = before >= order.total_minor
    order.paid_minor = before === order.total_minor ? null : before
  } else order.paid_minor = null
  if (input.paid && paidMinor(order) > before)
    addTrace(desk, 'paid', { amountMinor: paidMinor(order) - before })
  markDue(desk)
}

async function putItems(desk: OrderDesk, lines: PricedLine[]): Promise<void> {
  const { tx, order } = desk
  await removeItems(tx, order.id)
  await insertItems(tx, itemRows(order.brand_id, order.id, lines))
  desk.items = await itemsOf(tx, order.id)
}

/** What the dishes contain, as the menu says today. */
function dishesOf({ tx, order, items, now }: OrderDesk) {
  const ids = items.flatMap((item) => item.item_id ?? [])
  return shopMenu(tx, order.shop_id, now, ids)
}
