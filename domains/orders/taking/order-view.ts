import type {
  OrderDeed,
  OrderGap,
  OrderItemView,
  OrderKind,
  OrderOrigin,
  OrderRow,
  OrderStatus,
  OrderView,
  TraceKind,
  TraceLine,
} from '#contracts/orders'
import { findShops, findStaffNames } from '#domains/people'
import { playbookVersion } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import { CHANGEABLE, mayMove } from '../lifecycle.ts'
import { type ItemData, itemsOf, type OrderData, type TraceData, ticketsOf, traceOf } from './order-data.ts'
import { orderNumber } from './order-desk.ts'
import { leftMinor } from './order-money.ts'
import { viewRefund } from './refund-order.ts'
import { suspicions } from './suspicions.ts'
import { trackingLink } from './tell-customer.ts'

/** Rows of the list; names of shops are fetched once for the page. */
export async function viewRows(tx: Tx, ctx: Ctx, orders: readonly OrderData[]): Promise<OrderRow[]> {
  const shops = await findShops(tx, [...new Set(orders.map((o) => o.shop_id))])
  const now = ctx.now()
  return orders.map((order) => rowOf(order, shops.get(order.shop_id)?.name ?? '', now))
}

function rowOf(order: OrderData, shopName: string, now: Date): OrderRow {
  const until = order.closed_at ?? now
  return {
    id: order.id,
    number: orderNumber(order),
    shopId: order.shop_id,
    shopName,
    kind: order.kind as OrderKind,
    source: order.source as OrderOrigin,
    status: order.status as OrderStatus,
    gaps: order.gaps as OrderGap[],
    customer: order.customer_name || order.contact_masked,
    summary: order.summary,
    totalMinor: order.total_minor,
    currency: order.currency,
    placedAt: order.placed_at.toISOString(),
    promisedAt: order.promised_at?.toISOString() ?? null,
    expectedAt: order.closed_at ? null : (order.expected_at?.toISOString() ?? null),
    contactBy: order.contact_by?.toISOString() ?? null,
    lateS: order.promised_at
      ? Math.max(0, Math.floor((until.getTime() - order.promised_at.getTime()) / 1000))
      : 0,
    warnings: order.warnings,
  }
}

/** The whole order with its trace, contact and address masked: revealing them is a deed of its own (G1). */
export async function viewOrder(tx: Tx, ctx: Ctx, order: OrderData): Promise<OrderView> {
  const [[row], items, trace, tickets] = await Promise.all([
    viewRows(tx, ctx, [order]),
    itemsOf(tx, order.id),
    traceOf(tx, order.id),
    ticketsOf(tx, order.id),
  ])
  const staff = trace.flatMap((line) => (line.by_staff ? [line.by_staff] : []))
  const names = await findStaffNames(tx, [
    ...new Set([...staff, ...(order.entered_by ? [order.entered_by] : [])]),
  ])
  const { playbook } = await playbookVersion(tx, order.playbook_version_id)
  return {
    ...row!,
    customerId: order.customer_id,
    contact: order.contact_masked,
    address: order.address_masked,
    point: null,
    taboos: order.taboos,
    note: order.note,
    items: items.map(viewItem),
    itemsMinor: order.items_minor,
    deliveryFeeMinor: order.delivery_fee_minor,
    discountMinor: order.discount_minor,
    paid: order.paid,
    refund: viewRefund(ctx.actor, order, playbook.compensation),
    wantedAt: order.wanted_at?.toISOString() ?? null,
    firstPromisedAt: order.first_promised_at?.toISOString() ?? null,
    externalId: order.external_id,
    enteredBy: names.get(order.entered_by ?? '') ?? '',
    tracking: trackingLink({ ctx, order }),
    trace: trace.map((line) => viewLine(line, names)),
    suspicions: suspicions(order, trace),
    tickets,
    can: deedsOf(ctx, order),
  }
}

export function viewItem(item: ItemData): OrderItemView {
  return {
    id: item.id,
    itemId: item.item_id,
    name: item.name,
    quantity: item.quantity,
    priceMinor: item.price_minor,
    options: item.option_words,
    chosen: item.options as Record<string, string[]>,
    note: item.note,
  }
}

export function viewLine(line: TraceData, names: ReadonlyMap<string, string>): TraceLine {
  return {
    id: line.id,
    at: line.at.toISOString(),
    kind: line.kind as TraceKind,
    by: line.by_kind as TraceLine['by'],
    byName: names.get(line.by_staff ?? '') ?? '',
    data: line.data as Record<string, unknown>,
  }
}

/** What this reader may do with this order now. */
function deedsOf(ctx: Ctx, order: OrderData): OrderDeed[] {
  const reach = (action: string) => covers(scopeOf(ctx.actor, action), { shopId: order.shop_id })
  const status = order.status as OrderStatus
  const kind = order.kind as OrderKind
  const handle = reach('orders.handle')
  const deeds: [OrderDeed, boolean][] = [
    ['change', handle && CHANGEABLE.includes(status)],
    ['confirm', handle && (status === 'draft' || status === 'placed') && !order.gaps.length],
    ['contacted', handle && order.contact_by !== null],
    ['promise', handle && kind !== 'visit' && order.promised_at !== null && order.closed_at === null],
    ['handOver', handle && kind !== 'delivery' && kind !== 'visit' && mayMove(status, 'delivered', kind)],
    ['cancel', reach('orders.cancel') && mayMove(status, 'cancelled', kind)],
    ['refund', reach('orders.refund') && leftMinor(order) > 0],
    ['cook', reach('orders.cook') && kind !== 'visit'],
    ['dispatch', reach('orders.dispatch') && kind === 'delivery'],
    ['reveal', reach('orders.reveal') && (order.contact_enc !== null || order.address_enc !== null)],
  ]
  return deeds.flatMap(([deed, ok]) => (ok ? [deed] : []))
}
