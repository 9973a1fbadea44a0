import { keepPastOrders } from '#domains/orders'
import { type Services, systemContext } from '#platform/context'
import { sourceOf } from './import-orders.ts'
import { brandsWithOldOrders, takeOldOrders } from './old-order-data.ts'

const AT_ONCE = 500

/**
 * Hands orders that were imported before 0.4 over to the orders room, some at a time. Shape: whatever named no shop or no time stays where it is,
 * because it never was more than a number.
 */
export async function sweepOldOrders(services: Services): Promise<number> {
  let done = 0
  for (const brandId of await brandsWithOldOrders(services)) {
    const ctx = systemContext(services, brandId)
    done += await ctx.transaction(async (tx) => {
      const rows = await takeOldOrders(tx, AT_ONCE)
      const orders = rows.map((row) => ({
        source: sourceOf(row.platform),
        number: row.number,
        shopId: row.shop_id,
        at: row.placed_at,
        amountMinor: row.amount_minor === null ? null : Number(row.amount_minor),
        items: row.items,
        contact: ctx.keys.open(brandId, row.contact_enc),
      }))
      await keepPastOrders(tx, ctx, orders, '')
      return rows.length
    })
  }
  return done
}
