import type { ApiOrder, ApiOrderStatus } from '#contracts/orders/outside'
import { findShopByCode } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { orderErrors } from '../errors.ts'
import { findOrder, type OrderData } from '../taking/order-data.ts'
import { ANY_ORDER, orderNumber } from '../taking/order-desk.ts'
import { takeOrder } from '../taking/place-order.ts'
import { trackingLink } from '../taking/tell-customer.ts'
import { itemsBySku, orderByNumber } from './outside-data.ts'

/**
 * An order of the brand's own program. Its own order number is what makes it one order: sent again it is answered with the first, as it is now.
 * Errors: orders.shopUnknown, orders.itemUnknown for a SKU the menu does not have, orders.optionUnknown, orders.nameless.
 */
export function placeFromApi(ctx: Ctx, input: ApiOrder): Promise<ApiOrderStatus> {
  return ctx.transaction(async (tx) => {
    const skus = input.items.flatMap((line) => line.sku ?? [])
    const [shop, known] = await Promise.all([findShopByCode(tx, input.shopCode), itemsBySku(tx, skus)])
    if (!shop) throw orderErrors.shopUnknown({}, 'shopCode')
    const { shopCode: _code, orderNumber: externalId, items, identities, locale, ...rest } = input
    const lines = items.map(({ sku, ...line }, n) => {
      const itemId = sku ? known.get(sku) : undefined
      if (sku && !itemId) throw orderErrors.itemUnknown({}, `items.${n}.sku`)
      return { ...line, ...(itemId ? { itemId } : {}) }
    })
    const { id, order } = await takeOrder(
      tx,
      ctx,
      { ...rest, shopId: shop.id, externalId, items: lines, draft: false },
      { locale, known: identities },
    )
    return statusOf(ctx, order ?? (await findOrder(tx, ANY_ORDER, id))!)
  })
}

/** How far an order is, for the program that sent it. Errors: orders.notFound. */
export function apiOrderStatus(ctx: Ctx, number: string): Promise<ApiOrderStatus> {
  return ctx.transaction(async (tx: Tx) => {
    const order = await orderByNumber(tx, Number(number.slice(1)))
    if (!order) throw orderErrors.notFound()
    return statusOf(ctx, order)
  })
}

function statusOf(ctx: Ctx, order: OrderData): ApiOrderStatus {
  return {
    number: orderNumber(order),
    orderNumber: order.external_id,
    status: order.status as ApiOrderStatus['status'],
    gaps: order.gaps as ApiOrderStatus['gaps'],
    totalMinor: order.total_minor,
    currency: order.currency,
    promisedAt: order.promised_at?.toISOString() ?? null,
    expectedAt: order.closed_at ? null : (order.expected_at?.toISOString() ?? null),
    tracking: trackingLink({ ctx, order }),
  }
}
