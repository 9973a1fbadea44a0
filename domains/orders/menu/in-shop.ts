import { menuChanged } from '#contracts/orders'
import { findShops, type ShopName } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { covers, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'

/** Work on what one shop sells, makes or has open. Errors: orders.notFound for a shop out of reach. */
export async function inShop<T>(
  ctx: Ctx,
  shopId: string,
  work: (tx: Tx, shop: ShopName) => Promise<T>,
): Promise<T> {
  if (!covers(scopeOf(ctx.actor, 'orders.runShop'), { shopId })) throw orderErrors.notFound()
  return ctx.transaction(async (tx) => {
    const shop = (await findShops(tx, [shopId])).get(shopId)
    if (!shop) throw orderErrors.notFound()
    return work(tx, shop)
  })
}

/** Screens of these shops that show a menu or cook by it ask again within seconds; null is every shop. */
export function tellMenuChanged(tx: Tx, ctx: Ctx, shopIds: readonly string[] | null): Promise<void> {
  const events = shopIds
    ? shopIds.map((shopId) => eventRow(menuChanged, { shopId }, { shopId }))
    : [eventRow(menuChanged, { shopId: null }, { everyShop: true })]
  return publish(tx, ctx, ...events)
}
