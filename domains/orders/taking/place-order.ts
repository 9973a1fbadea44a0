import { v7 as uuidv7 } from 'uuid'
import { type ChangeOrder, type OrderStatus, orderPlaced, type PlaceOrder } from '#contracts/orders'
import { customerInReach, identifyCustomers, maskName, type Sender, sealContact } from '#domains/customers'
import { findShops } from '#domains/people'
import { playbookInForce } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { shopMenu } from '../menu/menu-data.ts'
import { followVisit, type VisitWish } from '../visits/open-visit.ts'
import { confirm } from './confirm-order.ts'
import { gapsOf } from './gaps.ts'
import { rememberOrder, taboosFor } from './know-customer.ts'
import { maskAddress } from './mask-address.ts'
import * as data from './order-data.ts'
import {
  ANY_ORDER,
  addTrace,
  deskFor,
  type OrderDesk,
  recordOrder,
  saveOrder,
  tellOrder,
} from './order-desk.ts'
import { type PricedLine, priceItems, summaryOf } from './price-items.ts'

export type PlacedBy = {
  /** The conversation in which it was ordered: the customer is told there. */
  conversationId?: string | null
  locale?: string
  placedAt?: Date
  by?: 'platform'
  /** What the service itself calls the customer. */
  known?: Sender['known']
  /** What the order itself does not say of an appointment. */
  visit?: Omit<VisitWish, 'therapistId'>
}
/** Nobody has to be found again: the customer stands at the counter. */
const PRESENT = ['counter'] as const

/** A person enters an order (O1). Errors: orders.shopUnknown outside of the own shops, orders.customerUnknown out of reach; those of takeOrder. */
export async function placeOrder(ctx: Ctx, input: PlaceOrder): Promise<string> {
  return ctx.transaction(async (tx) => {
    await checkReach(tx, ctx, 'orders.enter', input)
    return (await takeOrder(tx, ctx, input)).id
  })
}

/** Whoever types names only shops and customers of the own reach. Errors: orders.shopUnknown, orders.customerUnknown. */
export async function checkReach(
  tx: Tx,
  ctx: Ctx,
  action: string,
  { shopId, customerId }: Pick<ChangeOrder, 'shopId' | 'customerId'>,
): Promise<void> {
  if (
    shopId &&
    !(covers(scopeOf(ctx.actor, action), { shopId }) && (await findShops(tx, [shopId])).has(shopId))
  )
    throw orderErrors.shopUnknown({}, 'shopId')
  if (customerId && !(await customerInReach(tx, ctx, customerId)))
    throw orderErrors.customerUnknown({}, 'customerId')
}

/**
 * Takes an order from wherever it comes: priced by the menu, attributed to its customer, with what is missing and until when somebody
 * must have asked for it. Shape: the same order of a service (source and external id) is taken once; `fresh` says which it was, `order` is it
 * as it stands when it was.
 * Errors: orders.shopUnknown, orders.itemUnknown, orders.optionUnknown, orders.nameless, orders.tooMuch.
 */
export async function takeOrder(
  tx: Tx,
  ctx: Ctx,
  input: PlaceOrder,
  by: PlacedBy = {},
): Promise<{ id: string; fresh: boolean; order?: data.OrderData }> {
  const now = ctx.now()
  const [known, shops, { versionId, playbook }, menu] = await Promise.all([
    knownAs(tx, input),
    findShops(tx, [input.shopId]),
    playbookInForce(tx),
    menuFor(tx, input, now),
  ])
  if (known) return { id: known.id, fresh: false }
  if (!shops.has(input.shopId)) throw orderErrors.shopUnknown({}, 'shopId')
  const policy = playbook.orders
  const priced = priceItems(input.items, menu)
  const who = await whoFor(tx, ctx, input, by.known)
  // Whoever fetches it and is known to the service can be told there; a door needs a number.
  const told = input.kind === 'delivery' || !by.known?.length ? null : who.customer_id
  const gaps = gapsFor({ ...input, customerId: input.customerId ?? told ?? undefined }, priced.gaps)
  const status: OrderStatus = input.draft ? 'draft' : 'placed'
  const contactBy =
    !input.draft && (gaps.length || policy.confirm === 'person')
      ? new Date(now.getTime() + policy.contactWithinMin * 60_000)
      : null
  const id = input.id ?? uuidv7()
  const locale = by.locale ?? 'zh-CN'
  const row: data.NewOrder = {
    brand_id: ctx.actor.brandId,
    id,
    token_hash: hashSecret(ctx.keys.tokenFor('order', id)),
    shop_id: input.shopId,
    kind: input.kind,
    source: input.source,
    external_id: input.externalId ?? '',
    status,
    gaps,
    conversation_id: by.conversationId ?? null,
    ...who,
    ...whereFor(ctx, input),
    taboos: await taboosFor(tx, ctx, who.customer_id, priced.lines, locale),
    note: input.note,
    ...worth(input, priced.lines, playbook.compensation.currency),
    wanted_at: input.wantedAt ? new Date(input.wantedAt) : null,
    contact_by: contactBy,
    entered_by: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
    locale,
    playbook_version_id: versionId,
    placed_at: by.placedAt ?? now,
    updated_at: now,
  }
  const made = await data.insertOrder(tx, row, itemRows(ctx.actor.brandId, id, priced.lines))
  if (!made) return { id: (await takenMeanwhile(tx, input)).id, fresh: false }
  const desk = await deskFor(ctx, tx, made.order, made.items)
  desk.by = by.by
  desk.before = null
  await begin(desk, input, priced.unavailable, by.visit)
  return { id, fresh: true, order: desk.order }
}

/** It has been taken before: its own id was sent already, or the service's number of it. */
async function knownAs(tx: Tx, { id, source, externalId }: PlaceOrder): Promise<{ id: string } | undefined> {
  const own = id ? await data.findOrder(tx, ANY_ORDER, id) : undefined
  return own ?? (externalId ? await data.findByExternal(tx, source, externalId) : undefined)
}

/** Somebody else took the same one at this moment. Errors: orders.idTaken when the number that was chosen for it is another brand's. */
async function takenMeanwhile(tx: Tx, input: PlaceOrder): Promise<{ id: string }> {
  const known = await knownAs(tx, input)
  if (!known) throw orderErrors.idTaken({}, 'id')
  return known
}

async function begin(
  desk: OrderDesk,
  input: PlaceOrder,
  unavailable: { name: string; reason: string }[],
  visit: VisitWish = {},
): Promise<void> {
  const { order, playbook } = desk
  addTrace(desk, 'placed', {
    source: input.source,
    kind: input.kind,
    gaps: order.gaps,
    ...(unavailable.length ? { unavailable } : {}),
  })
  if (input.paid) addTrace(desk, 'paid', { amountMinor: order.total_minor })
  tellOrder(desk, orderPlaced, {})
  recordOrder(desk, 'orders.place', { source: input.source, kind: input.kind, gaps: order.gaps })
  await followVisit(desk, { ...visit, therapistId: input.staffId })
  if (order.status === 'placed' && !order.gaps.length && playbook.playbook.orders.confirm === 'auto')
    await confirm(desk)
  await Promise.all([rememberOrder(desk), saveOrder(desk)])
}

/** Names and prices from the menu of this shop at this moment. */
export async function priceFor(tx: Tx, order: Pick<PlaceOrder, 'shopId' | 'items'>, now: Date) {
  return priceItems(order.items, await menuFor(tx, order, now))
}

async function menuFor(tx: Tx, { shopId, items }: Pick<PlaceOrder, 'shopId' | 'items'>, now: Date) {
  const ids = items.flatMap((line) => (line.itemId ? [line.itemId] : []))
  const menu = ids.length ? await shopMenu(tx, shopId, now, ids) : []
  return new Map(menu.map((item) => [item.id, item]))
}

type Facts = Pick<
  PlaceOrder,
  'kind' | 'items' | 'name' | 'contact' | 'customerId' | 'address' | 'wantedAt' | 'source'
>

export function gapsFor(input: Facts, more: Iterable<string> = []): data.OrderData['gaps'] {
  const own = gapsOf({
    kind: input.kind,
    items: input.items.length,
    name: Boolean(input.name),
    phone: Boolean(input.contact) || Boolean(input.customerId),
    address: Boolean(input.address),
    time: Boolean(input.wantedAt),
    present: (PRESENT as readonly string[]).includes(input.source),
  })
  return [...own, ...more]
}

export async function whoFor(
  tx: Tx,
  ctx: Ctx,
  input: Pick<PlaceOrder, 'customerId' | 'name' | 'contact'>,
  known: Sender['known'] = [],
) {
  const { brandId } = ctx.actor
  const [who] = await identifyCustomers(tx, ctx, [{ contact: input.contact, name: input.name, known }])
  const contact = input.contact ? sealContact(ctx, input.contact) : null
  return {
    customer_id: input.customerId ?? who?.customerId ?? null,
    customer_name: maskName(input.name) || who?.name || '',
    name_enc: ctx.keys.seal(brandId, input.name),
    contact_enc: contact?.sealed ?? null,
    contact_index: contact?.index ?? null,
    contact_masked: contact?.masked ?? '',
  }
}

export function whereFor(ctx: Ctx, { address }: Pick<PlaceOrder, 'address'>) {
  return {
    address_enc: address ? ctx.keys.seal(ctx.actor.brandId, address.text) : null,
    address_masked: address ? maskAddress(address.text) : '',
    lat: address?.point?.lat ?? null,
    lng: address?.point?.lng ?? null,
  }
}

/** A million: no order of a shop is worth more, and every sum of it fits its column. */
const MOST_MINOR = 1_000_000_00

/** What an order costs. Errors: orders.tooMuch. */
export function worth(
  input: Pick<PlaceOrder, 'deliveryFeeMinor' | 'discountMinor' | 'paid'>,
  lines: readonly Pick<PricedLine, 'name' | 'quantity' | 'priceMinor'>[],
  currency: string,
) {
  const itemsMinor = lines.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0)
  if (itemsMinor + input.deliveryFeeMinor > MOST_MINOR) throw orderErrors.tooMuch({}, 'items')
  return {
    summary: summaryOf(lines),
    currency,
    items_minor: itemsMinor,
    delivery_fee_minor: input.deliveryFeeMinor,
    discount_minor: input.discountMinor,
    total_minor: Math.max(0, itemsMinor + input.deliveryFeeMinor - input.discountMinor),
    paid: input.paid,
  }
}

export function itemRows(brandId: string, orderId: string, lines: readonly PricedLine[]): data.NewItem[] {
  return lines.map((line, position) => ({
    brand_id: brandId,
    id: uuidv7(),
    order_id: orderId,
    item_id: line.itemId,
    position,
    name: line.name,
    quantity: line.quantity,
    price_minor: line.priceMinor,
    options: JSON.stringify(line.options),
    option_words: line.optionWords,
    note: line.note,
    station: line.station,
    make_s: line.makeS,
    ingredients: line.ingredients,
  }))
}
