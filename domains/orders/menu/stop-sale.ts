import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { StopSale, StopSaleView } from '#contracts/orders/menu'
import { findStaffNames } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import * as data from './batch-data.ts'
import { changed } from './manage-menu.ts'
import { brandMenu, findItem } from './menu-data.ts'

const SHOWN_DAYS = 30

/**
 * Takes something off sale at once (E2): the next order is refused, screens are told within seconds.
 * Errors: orders.nothingStopped when neither item, ingredient nor batch is named; orders.itemUnknown; orders.shopUnknown for a shop out of reach.
 */
export function stopSale(ctx: Ctx, input: StopSale): Promise<string> {
  return ctx.transaction(async (tx) => {
    if (!input.itemId && !input.ingredient && !input.batchCode) throw orderErrors.nothingStopped({}, 'itemId')
    const item = input.itemId ? await findItem(tx, input.itemId) : undefined
    if (input.itemId && !item) throw orderErrors.itemUnknown({}, 'itemId')
    const shopIds = reachable(ctx, input.shopIds ?? null)
    const id = uuidv7()
    await data.insertStop(tx, {
      brand_id: ctx.actor.brandId,
      id,
      item_id: input.itemId ?? null,
      ingredient: input.ingredient ?? null,
      batch_code: input.batchCode ?? null,
      shop_ids: shopIds,
      reason: input.reason,
      at: ctx.now(),
      by_staff: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
    })
    await changed(tx, ctx, null)
    await audit(tx, ctx, {
      action: 'orders.stopSale',
      subjectKind: 'stop_sale',
      subjectId: id,
      subject: item?.name ?? [input.ingredient, input.batchCode].filter(Boolean).join(' '),
      data: { shops: shopIds?.length ?? 'all', reason: input.reason },
    })
    return id
  })
}

/** Errors: orders.notFound, also for one that stops shops out of reach. */
export function liftStop(ctx: Ctx, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const stop = await data.lockStop(tx, id)
    const scope = scopeOf(ctx.actor, 'orders.stopSale')
    const mine = (ids: string[] | null) =>
      scope?.shops === 'all' || (ids?.every((shopId) => covers(scope, { shopId })) ?? false)
    if (!stop || !mine(stop.shop_ids)) throw orderErrors.notFound()
    if (stop.lifted_at) return
    await data.liftStopRow(tx, id, ctx.now(), staffOf(ctx).staffId)
    await changed(tx, ctx, null)
    await audit(tx, ctx, {
      action: 'orders.liftStop',
      subjectKind: 'stop_sale',
      subjectId: id,
      subject: stop.reason,
    })
  })
}

export function readStops(ctx: Ctx): Promise<z.infer<typeof StopSaleView>[]> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'orders.readMenu')
    const all = await data.stopsOf(tx, new Date(ctx.now().getTime() - SHOWN_DAYS * 86_400_000))
    const stops = all.filter(
      (s) =>
        scope &&
        (scope.shops === 'all' || s.shop_ids === null || s.shop_ids.some((id) => scope.shops.includes(id))),
    )
    return viewStops(tx, stops)
  })
}

async function viewStops(tx: Tx, stops: data.StopRow[]): Promise<z.infer<typeof StopSaleView>[]> {
  const [items, names, open] = await Promise.all([
    brandMenu(tx),
    findStaffNames(tx, [
      ...new Set(stops.flatMap((s) => [s.by_staff, s.lifted_by].filter((id) => id !== null))),
    ]),
    data.openOrdersOf(
      tx,
      stops.filter((s) => !s.lifted_at).map((s) => s.id),
    ),
  ])
  return stops.map((stop) => ({
    id: stop.id,
    what: [items.find((i) => i.id === stop.item_id)?.name, stop.ingredient, stop.batch_code]
      .filter(Boolean)
      .join(' · '),
    shops: stop.shop_ids?.length ?? null,
    reason: stop.reason,
    at: stop.at.toISOString(),
    by: names.get(stop.by_staff ?? '') ?? '',
    liftedAt: stop.lifted_at?.toISOString() ?? null,
    liftedBy: names.get(stop.lifted_by ?? '') ?? '',
    openOrders: open.get(stop.id) ?? 0,
  }))
}

/** Null is every shop: only for whoever reaches the whole brand. */
function reachable(ctx: Ctx, shopIds: string[] | null): string[] | null {
  const scope = scopeOf(ctx.actor, 'orders.stopSale')
  if (!scope) throw orderErrors.shopUnknown({}, 'shopIds')
  if (scope.shops === 'all') return shopIds
  const own = scope.shops
  if (!shopIds) return own
  if (shopIds.some((id) => !own.includes(id))) throw orderErrors.shopUnknown({}, 'shopIds')
  return shopIds
}
