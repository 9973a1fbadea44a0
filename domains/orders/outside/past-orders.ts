import { v7 as uuidv7 } from 'uuid'
import type { OrderKind, OrderOrigin } from '#contracts/orders'
import { identifyCustomers, noteOrder, sealContact } from '#domains/customers'
import { playbookInForce } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { hashSecret } from '#platform/crypto/keys'
import type { Tx } from '#platform/db/database'
import { shopMenu } from '../menu/menu-data.ts'
import { noteMoneyOf } from '../settlement/fold-money.ts'
import { insertTrace } from '../taking/order-data.ts'
import { itemRows, worth } from '../taking/place-order.ts'
import { knownLines } from './known-lines.ts'
import { insertPast, numberedPast } from './past-data.ts'
import { readItems } from './read-items.ts'

/** An order of the past as a file tells of it: long over, so nobody makes, promises or is told anything. */
export type PastOrder = {
  source: Extract<OrderOrigin, 'meituan' | 'eleme' | 'douyin' | 'import'>
  number: string
  shopId: string
  at: Date
  amountMinor: number | null
  /** 大红袍×2、美式 */
  items: string
  /** Empty where the service hides it. */
  contact: string
}

const BROUGHT: readonly string[] = ['meituan', 'eleme']

/**
 * Keeps orders of the past, each with its customer, its lines as far as the shop's menu knows them, and one line of trace (I4, C1, E3).
 * Shape: same order and length as `orders`; false where the same one (source and number) is there already.
 * Errors: orders.tooMuch.
 */
export async function keepPastOrders(
  tx: Tx,
  ctx: Ctx,
  orders: readonly PastOrder[],
  fileName: string,
): Promise<boolean[]> {
  if (!orders.length) return []
  const { versionId, playbook } = await playbookInForce(tx)
  const who = await identifyCustomers(
    tx,
    ctx,
    orders.map(({ contact }) => ({ contact: contact || undefined, proof: 'order' as const })),
  )
  const menus = new Map<string, Awaited<ReturnType<typeof shopMenu>>>()
  for (const shopId of new Set(orders.map((o) => o.shopId)))
    menus.set(shopId, await shopMenu(tx, shopId, ctx.now()))
  const made = orders.map((past, n) => {
    const id = uuidv7()
    const { lines } = knownLines(readItems(past.items, past.amountMinor), menus.get(past.shopId)!)
    const order = rowOf(ctx, past, {
      id,
      versionId,
      customerId: who[n]!.customerId,
      money: {
        ...worth(
          { deliveryFeeMinor: 0, discountMinor: 0, paid: true },
          lines,
          playbook.compensation.currency,
        ),
        ...(past.amountMinor === null
          ? {}
          : { items_minor: past.amountMinor, total_minor: past.amountMinor }),
      },
    })
    return { order, items: itemRows(ctx.actor.brandId, id, lines) }
  })
  const fresh = await insertPast(tx, made)
  const kept = made.filter(({ order }) => fresh.has(order.id))
  await insertTrace(
    tx,
    kept.map(({ order }) => traceOf(ctx, order, fileName)),
  )
  await noteMoneyOf(
    tx,
    kept.map(({ order }) => order),
  )
  await noteOrder(
    tx,
    ctx,
    kept.flatMap(({ order, items }) => noted(order, items)),
  )
  return made.map(({ order }) => fresh.has(order.id))
}

function rowOf(
  ctx: Ctx,
  past: PastOrder,
  given: { id: string; versionId: string; customerId: string | null; money: ReturnType<typeof worth> },
) {
  const contact = past.contact ? sealContact(ctx, past.contact) : null
  return {
    brand_id: ctx.actor.brandId,
    id: given.id,
    token_hash: hashSecret(ctx.keys.tokenFor('order', given.id)),
    shop_id: past.shopId,
    kind: (BROUGHT.includes(past.source) ? 'delivery' : 'dine_in') as OrderKind,
    source: past.source,
    external_id: past.number,
    status: 'delivered',
    customer_id: given.customerId,
    contact_enc: contact?.sealed ?? null,
    contact_index: contact?.index ?? null,
    contact_masked: contact?.masked ?? '',
    ...given.money,
    playbook_version_id: given.versionId,
    refunded_minor: 0,
    paid_minor: null,
    placed_at: past.at,
    closed_at: past.at,
    updated_at: ctx.now(),
  }
}

function traceOf(ctx: Ctx, order: ReturnType<typeof rowOf>, file: string) {
  const { actor } = ctx
  return {
    brand_id: order.brand_id,
    id: uuidv7(),
    order_id: order.id,
    at: order.placed_at,
    kind: 'placed',
    by_kind: 'platform' as const,
    by_staff: actor.kind === 'staff' ? actor.staffId : null,
    data: { source: order.source, kind: order.kind, gaps: [], imported: file },
  }
}

function noted(order: ReturnType<typeof rowOf>, items: readonly { name: string }[]) {
  if (!order.customer_id) return []
  return [
    {
      id: order.id,
      customerId: order.customer_id,
      at: order.placed_at as Date,
      shopId: order.shop_id,
      kind: order.kind,
      counts: true,
      spentMinor: order.total_minor as number,
      items: items.map(({ name }) => name),
    },
  ]
}

export type NumberedPast = { number: string; shopId: string; contact: string }

/** Orders that other services know by these numbers, whichever service; one number twice is nobody's. */
export async function ordersNumbered(
  tx: Tx,
  ctx: Ctx,
  numbers: readonly string[],
): Promise<Map<string, NumberedPast>> {
  const known = new Map<string, NumberedPast>()
  if (!numbers.length) return known
  const rows = await numberedPast(tx, numbers)
  for (const [number, [only, ...others]] of Map.groupBy(rows, (row) => row.external_id)) {
    if (!only || others.length) continue
    known.set(number, {
      number,
      shopId: only.shop_id,
      contact: ctx.keys.open(ctx.actor.brandId, only.contact_enc),
    })
  }
  return known
}
