import type { OrderKind, OrderOrigin, OrderStatus } from '#contracts/orders'
import type { PlatformOrder } from '#contracts/orders/outside'
import { maskName } from '#domains/customers'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { cancelDelivery } from '../delivery/plan-data.ts'
import { cancelTasks } from '../kitchen/plan-data.ts'
import { mayMove } from '../lifecycle.ts'
import { shopMenu } from '../menu/menu-data.ts'
import { confirm } from '../taking/confirm-order.ts'
import { findByExternal, itemsOf } from '../taking/order-data.ts'
import { cancel } from '../taking/order-deeds.ts'
import { ANY_ORDER, addTrace, type OrderDesk, openOrder, saveOrder, setStatus } from '../taking/order-desk.ts'
import { itemRows, takeOrder, whereFor, worth } from '../taking/place-order.ts'
import { knownLines } from './known-lines.ts'
import { replaceItems } from './outside-data.ts'

/** What a platform says of one of its orders; `order` is there when it tells the content as well. */
export type PlatformNews = {
  source: Extract<OrderOrigin, 'meituan' | 'eleme' | 'douyin'>
  externalId: string
  shopId: string | null
  event: 'placed' | 'confirmed' | 'delivered' | 'cancelled'
  order: PlatformOrder | null
  reason: string
}

const WAY: readonly OrderStatus[] = [
  'placed',
  'confirmed',
  'preparing',
  'quality_check',
  'ready',
  'delivering',
  'delivered',
]

/**
 * Takes what a platform says of an order, in any order and as often as it says it (O1): a new one is stored with what is on the menu recognised and
 * everything else by its name; what has ended stays ended. Shape: the order's id; null for one of which neither shop nor content is known.
 */
export async function takePlatformOrder(tx: Tx, ctx: Ctx, news: PlatformNews): Promise<string | null> {
  const id = (await findByExternal(tx, news.source, news.externalId))?.id ?? (await begin(tx, ctx, news))
  if (!id) return null
  const desk = await openOrder(ctx, tx, id, ANY_ORDER)
  if (!desk) return null
  desk.by = 'platform'
  if (news.order && !desk.items.length) await fill(desk, news.order)
  await apply(desk, news)
  await saveOrder(desk)
  return id
}

/** A place for it: without content only when it is cancelled, so that the order that comes behind it finds that out. */
async function begin(tx: Tx, ctx: Ctx, news: PlatformNews): Promise<string | null> {
  if (!news.shopId || (!news.order && news.event !== 'cancelled')) return null
  const { id } = await takeOrder(
    tx,
    ctx,
    {
      shopId: news.shopId,
      kind: news.order && !news.order.carried ? 'delivery' : 'pickup',
      source: news.source,
      externalId: news.externalId,
      name: '',
      items: [],
      note: '',
      deliveryFeeMinor: 0,
      discountMinor: 0,
      paid: true,
      draft: true,
    },
    { by: 'platform' },
  )
  return id
}

async function fill(desk: OrderDesk, given: PlatformOrder): Promise<void> {
  const { order, tx, ctx } = desk
  const { lines, unavailable } = knownLines(given.items, await shopMenu(tx, order.shop_id, desk.now))
  const seal = (text: string) => (text ? ctx.keys.seal(order.brand_id, text) : null)
  Object.assign(
    order,
    worth({ ...given, paid: true }, lines, order.currency),
    whereFor(ctx, {
      address: given.address ? { text: given.address, point: given.point ?? undefined } : undefined,
    }),
    {
      kind: given.carried ? 'pickup' : 'delivery',
      // A platform's numbers are lent: they find the customer for a day and identify nobody.
      customer_name: maskName(given.name),
      name_enc: seal(given.name),
      contact_enc: seal(given.phone),
      contact_masked: given.phone ? `${given.phone.slice(0, 3)}****` : '',
      note: given.note.slice(0, 200),
      wanted_at: given.wantedAt ? new Date(given.wantedAt) : null,
      gaps: [
        ...(lines.length ? [] : ['items']),
        ...(given.carried || given.address ? [] : ['address']),
        ...(unavailable.length ? ['unavailable'] : []),
      ],
    },
  )
  if (given.totalMinor) order.total_minor = given.totalMinor
  await replaceItems(tx, order.id, itemRows(order.brand_id, order.id, lines))
  desk.items = await itemsOf(tx, order.id)
  addTrace(desk, 'changed', {
    fields: ['items'],
    gaps: order.gaps,
    ...(given.shown ? { shown: given.shown } : {}),
    ...(unavailable.length ? { unavailable } : {}),
  })
}

async function apply(desk: OrderDesk, news: PlatformNews): Promise<void> {
  const { order } = desk
  if (news.event === 'cancelled') {
    if (mayMove(order.status as OrderStatus, 'cancelled', order.kind as OrderKind))
      await cancel(desk, news.reason || '平台取消')
    return
  }
  if (news.event === 'delivered') return finish(desk)
  if (order.status === 'draft' && news.order) place(desk)
  const policy = desk.playbook.playbook.orders
  const sure = news.event === 'confirmed' || policy.confirm === 'auto'
  if (order.status === 'placed' && !order.gaps.length && sure) await confirm(desk)
}

function place(desk: OrderDesk): void {
  const policy = desk.playbook.playbook.orders
  setStatus(desk, 'placed')
  if (desk.order.gaps.length || policy.confirm === 'person')
    desk.order.contact_by = new Date(desk.now.getTime() + policy.contactWithinMin * 60_000)
}

/** The platform says it is with the customer: whatever our screens still show of it is over. */
async function finish(desk: OrderDesk): Promise<void> {
  const { order, tx } = desk
  const from = WAY.indexOf(order.status as OrderStatus)
  if (order.closed_at || (from < 0 && order.status !== 'draft')) return
  for (const next of WAY.slice(from + 1))
    if (mayMove(order.status as OrderStatus, next, order.kind as OrderKind)) setStatus(desk, next)
  await cancelTasks(tx, order.id, desk.now)
  await cancelDelivery(tx, order.id, desk.now)
  // The platform asks its customers itself.
  order.review_ask_at = null
}
