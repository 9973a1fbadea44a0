import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { menuChanged } from '#contracts/orders'
import type {
  Batch,
  MenuItem,
  SaveBatch,
  SaveItem,
  SaveShopItem,
  SaveStation,
  Station,
} from '#contracts/orders/menu'
import { findShops, findStaffNames } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { covers, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { batchesOf, closeBatches, findBatch, insertBatch } from './batch-data.ts'
import * as data from './menu-data.ts'
import { viewItem } from './view-menu.ts'

const SHOWN_DAYS = 30

/** The menu of the brand, or as one shop sells it now. Errors: orders.shopUnknown. */
export function readMenu(ctx: Ctx, shopId?: string): Promise<MenuItem[]> {
  return ctx.transaction(async (tx) => {
    if (!shopId) return (await data.brandMenu(tx)).map((row) => viewItem(row))
    if (!covers(scopeOf(ctx.actor, 'orders.readMenu'), { shopId }))
      throw orderErrors.shopUnknown({}, 'shopId')
    return (await data.shopMenu(tx, shopId, ctx.now())).map((row) => viewItem(row))
  })
}

/** Makes or changes one item of the brand's menu. Errors: orders.notFound; orders.skuTaken when another has this SKU. */
export function saveItem(ctx: Ctx, id: string | null, input: z.infer<typeof SaveItem>): Promise<string> {
  return ctx.transaction(async (tx) => {
    if (id && !(await data.findItem(tx, id))) throw orderErrors.notFound()
    const holder = await data.findItemByCode(tx, input.sku)
    if (holder && holder.id !== id) throw orderErrors.skuTaken({ sku: input.sku }, 'sku')
    const itemId = id ?? uuidv7()
    const { sku, makeS, priceMinor, options, ...rest } = input
    await data.saveItemRow(tx, {
      ...rest,
      brand_id: ctx.actor.brandId,
      id: itemId,
      code: sku,
      price_minor: priceMinor,
      make_s: makeS,
      options: JSON.stringify(options),
      updated_at: ctx.now(),
    })
    await changed(tx, ctx, null)
    await audit(tx, ctx, {
      action: id ? 'orders.changeItem' : 'orders.addItem',
      subjectKind: 'menu_item',
      subjectId: itemId,
      subject: input.name,
      data: { priceMinor, on: input.on },
    })
    return itemId
  })
}

/** Sold out here, off the menu here, or an own price. Errors: orders.notFound, orders.itemUnknown. */
export function saveShopItem(
  ctx: Ctx,
  shopId: string,
  itemId: string,
  input: z.infer<typeof SaveShopItem>,
): Promise<void> {
  return inShop(ctx, shopId, async (tx) => {
    const item = await data.findItem(tx, itemId)
    if (!item) throw orderErrors.itemUnknown()
    await data.saveShopItemRow(tx, {
      brand_id: ctx.actor.brandId,
      shop_id: shopId,
      item_id: itemId,
      state: input.state,
      until: input.state === 'sold_out' && input.until ? new Date(input.until) : null,
      price_minor: input.priceMinor,
      updated_at: ctx.now(),
    })
    await changed(tx, ctx, shopId)
    await audit(tx, ctx, {
      action: 'orders.shopItem',
      subjectKind: 'menu_item',
      subjectId: itemId,
      subject: item.name,
      data: { shopId, state: input.state, until: input.until ?? null },
    })
  })
}

export function readStations(ctx: Ctx, shopId: string): Promise<Station[]> {
  return inShop(ctx, shopId, (tx) => viewStations(tx, shopId))
}

async function viewStations(tx: Tx, shopId: string): Promise<Station[]> {
  const rows = await data.stationsOf(tx, shopId)
  const names = await findStaffNames(tx, [...new Set(rows.flatMap((r) => r.staff_ids))])
  return rows.map((row) => ({
    id: row.id,
    shopId: row.shop_id,
    key: row.key,
    name: row.name,
    capacity: row.capacity,
    people: row.staff_ids.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id)! }] : [])),
  }))
}

/** Makes or changes the station of this key at a shop. */
export function saveStation(
  ctx: Ctx,
  shopId: string,
  input: z.infer<typeof SaveStation>,
): Promise<Station[]> {
  return inShop(ctx, shopId, async (tx) => {
    const known = (await data.stationsOf(tx, shopId)).find((s) => s.key === input.key)
    await data.saveStationRow(tx, {
      brand_id: ctx.actor.brandId,
      id: known?.id ?? uuidv7(),
      shop_id: shopId,
      key: input.key,
      name: input.name,
      capacity: input.capacity,
      staff_ids: input.staffIds,
    })
    await audit(tx, ctx, {
      action: 'orders.saveStation',
      subjectKind: 'shop',
      subjectId: shopId,
      subject: input.name,
      data: { key: input.key, capacity: input.capacity, people: input.staffIds.length },
    })
    return viewStations(tx, shopId)
  })
}

export function readBatches(ctx: Ctx, shopId: string): Promise<Batch[]> {
  return inShop(ctx, shopId, async (tx) => {
    const since = new Date(ctx.now().getTime() - SHOWN_DAYS * 86_400_000)
    const rows = await batchesOf(tx, shopId, since)
    const names = await findStaffNames(tx, [...new Set(rows.map((r) => r.opened_by))])
    return rows.map((row) => ({
      id: row.id,
      shopId: row.shop_id,
      ingredient: row.ingredient,
      code: row.code,
      expiresOn: row.expires_on ? row.expires_on.toISOString().slice(0, 10) : null,
      openedAt: row.opened_at.toISOString(),
      closedAt: row.closed_at?.toISOString() ?? null,
      openedBy: names.get(row.opened_by) ?? '',
    }))
  })
}

/** A new batch of an ingredient is opened; the one before it is used up. From now on it stands in the trace of whatever is made with it. */
export function openBatch(ctx: Ctx, shopId: string, input: z.infer<typeof SaveBatch>): Promise<void> {
  return inShop(ctx, shopId, async (tx) => {
    await closeBatches(tx, shopId, input.ingredient, ctx.now())
    const id = uuidv7()
    await insertBatch(tx, {
      brand_id: ctx.actor.brandId,
      id,
      shop_id: shopId,
      ingredient: input.ingredient,
      code: input.code,
      expires_on: input.expiresOn ?? null,
      opened_at: ctx.now(),
      opened_by: staffOf(ctx).staffId,
    })
    await changed(tx, ctx, shopId)
    await audit(tx, ctx, {
      action: 'orders.openBatch',
      subjectKind: 'batch',
      subjectId: id,
      subject: `${input.ingredient} ${input.code}`,
      data: { shopId },
    })
  })
}

/** Used up, without a next one. Errors: orders.notFound. */
export function closeBatch(ctx: Ctx, shopId: string, id: string): Promise<void> {
  return inShop(ctx, shopId, async (tx) => {
    const batch = await findBatch(tx, id)
    if (batch?.shop_id !== shopId) throw orderErrors.notFound()
    if (!batch.closed_at) await closeBatches(tx, shopId, batch.ingredient, ctx.now())
    await audit(tx, ctx, {
      action: 'orders.closeBatch',
      subjectKind: 'batch',
      subjectId: id,
      subject: `${batch.ingredient} ${batch.code}`,
      data: { shopId },
    })
  })
}

/** Errors: orders.notFound for a shop out of reach. */
async function inShop<T>(ctx: Ctx, shopId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!covers(scopeOf(ctx.actor, 'orders.runShop'), { shopId })) throw orderErrors.notFound()
  return ctx.transaction(async (tx) => {
    if (!(await findShops(tx, [shopId])).has(shopId)) throw orderErrors.notFound()
    return work(tx)
  })
}

export function changed(tx: Tx, ctx: Ctx, shopId: string | null): Promise<void> {
  return publish(tx, ctx, eventRow(menuChanged, { shopId }, { shopId }))
}
