import { v7 as uuidv7 } from 'uuid'
import type { StopSale, StopSaleView } from '#contracts/orders/menu'
import { findShops, findStaffNames } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, type Scope, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import * as data from './batch-data.ts'
import { tellMenuChanged } from './in-shop.ts'
import { findItem, findItemNames } from './menu-data.ts'

const SHOWN_DAYS = 30

/**
 * Takes something off sale at once (E2): the next order is refused, screens are told within seconds.
 * Errors: orders.nothingStopped when neither item, ingredient nor batch is named; orders.itemUnknown; orders.shopUnknown for a shop out of reach.
 */
export function stopSale(ctx: Ctx, input: StopSale): Promise<string> {
  return ctx.transaction(async (tx) => {
    const { id } = await stopWithin(tx, ctx, input, reachable(ctx, input.shopIds ?? null))
    return id
  })
}

/**
 * The same within somebody else's transaction, for a seal (E2): nothing is sold from the moment that it is ordered.
 * Shape:  whoever calls has checked the permission and that the shops are in reach; answers what it is called: 红豆 · B-0301.
 * Errors: orders.nothingStopped, orders.itemUnknown.
 */
export async function stopWithin(
  tx: Tx,
  ctx: Ctx,
  input: Omit<StopSale, 'shopIds'>,
  shopIds: string[] | null,
): Promise<{ id: string; what: string }> {
  const what = await nameStopped(tx, input)
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
  await tellMenuChanged(tx, ctx, shopIds)
  await audit(tx, ctx, {
    action: 'orders.stopSale',
    subjectKind: 'stop_sale',
    subjectId: id,
    subject: what,
    data: { shops: shopIds?.length ?? 'all', reason: input.reason },
  })
  return { id, what }
}

/** 红豆 · B-0301. Errors: orders.nothingStopped when neither item, ingredient nor batch is named; orders.itemUnknown. */
export async function nameStopped(tx: Tx, input: Omit<StopSale, 'shopIds' | 'reason'>): Promise<string> {
  if (!input.itemId && !input.ingredient && !input.batchCode) throw orderErrors.nothingStopped({}, 'itemId')
  const item = input.itemId ? await findItem(tx, input.itemId) : undefined
  if (input.itemId && !item) throw orderErrors.itemUnknown({}, 'itemId')
  return [item?.name, input.ingredient, input.batchCode].filter(Boolean).join(' · ')
}

type Holder = (tx: Tx, stopId: string) => Promise<string | null>
let holder: Holder = async () => null

/** The room of emergencies says here which stops it holds: such a one is lifted with its seal only. Called once, when the program starts. */
export function holdStops(held: Holder): void {
  holder = held
}

/** Errors: orders.notFound, also for one that stops shops out of reach; orders.stopHeld for one that an emergency room holds, with its number. */
export function liftStop(ctx: Ctx, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const stop = await data.lockStop(tx, id)
    if (!stop || !mayLift(scopeOf(ctx.actor, 'orders.stopSale'), stop)) throw orderErrors.notFound()
    if (stop.lifted_at) return
    const heldBy = await holder(tx, id)
    if (heldBy) throw orderErrors.stopHeld({ incident: heldBy })
    await liftWithin(tx, ctx, id)
  })
}

/** The same within somebody else's transaction, whoever holds it; what another stop holds as well stays off sale. */
export async function liftWithin(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  const stop = await data.lockStop(tx, id)
  if (!stop || stop.lifted_at) return
  await data.liftStopRow(tx, id, ctx.now(), staffOf(ctx).staffId)
  await tellMenuChanged(tx, ctx, stop.shop_ids)
  await audit(tx, ctx, {
    action: 'orders.liftStop',
    subjectKind: 'stop_sale',
    subjectId: id,
    subject: whatOf(stop, await findItemNames(tx, stop.item_id ? [stop.item_id] : [])),
    data: { reason: stop.reason },
  })
}

/** What is stopped now, and what was in the last weeks, as far as it concerns the reader's shops. */
export function readStops(ctx: Ctx): Promise<StopSaleView[]> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'orders.readMenu')
    const all = await data.stopsOf(tx, new Date(ctx.now().getTime() - SHOWN_DAYS * 86_400_000))
    return viewStops(
      tx,
      ctx,
      all.filter((stop) => stop.shop_ids === null || shopsWithin(scope, stop.shop_ids).length > 0),
    )
  })
}

async function viewStops(tx: Tx, ctx: Ctx, stops: data.StopRow[]): Promise<StopSaleView[]> {
  const read = scopeOf(ctx.actor, 'orders.readMenu')
  const stop = scopeOf(ctx.actor, 'orders.stopSale')
  const items = await findItemNames(tx, known(stops.map((s) => s.item_id)))
  const names = await findStaffNames(tx, known(stops.flatMap((s) => [s.by_staff, s.lifted_by])))
  const shops = await findShops(tx, known(stops.flatMap((s) => shopsWithin(read, s.shop_ids ?? []))))
  const standing = stops.filter((s) => !s.lifted_at).map((s) => s.id)
  const open = await data.openOrdersOf(tx, standing)
  return stops.map((row) => ({
    id: row.id,
    what: whatOf(row, items),
    itemId: row.item_id,
    ingredient: row.ingredient ?? '',
    batchCode: row.batch_code ?? '',
    shops: row.shop_ids?.length ?? null,
    atShops: shopsWithin(read, row.shop_ids ?? []).flatMap((id) => {
      const shop = shops.get(id)
      return shop ? [{ id, name: shop.name }] : []
    }),
    reason: row.reason,
    at: row.at.toISOString(),
    by: names.get(row.by_staff ?? '') ?? '',
    liftedAt: row.lifted_at?.toISOString() ?? null,
    liftedBy: names.get(row.lifted_by ?? '') ?? '',
    openOrders: open.get(row.id) ?? 0,
    mayLift: !row.lifted_at && mayLift(stop, row),
  }))
}

/** 红豆 · B-0301: the item, or the ingredient, or the batch of it. */
function whatOf(stop: data.StopRow, items: ReadonlyMap<string, string>): string {
  return [items.get(stop.item_id ?? ''), stop.ingredient, stop.batch_code].filter(Boolean).join(' · ')
}

/** One that holds every shop is lifted by whoever reaches the whole brand. */
function mayLift(scope: Scope | null, stop: data.StopRow): boolean {
  if (scope?.shops === 'all') return true
  return stop.shop_ids?.every((shopId) => covers(scope, { shopId })) ?? false
}

const shopsWithin = (scope: Scope | null, ids: readonly string[]): string[] =>
  ids.filter((shopId) => covers(scope, { shopId }))

const known = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

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
