import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Batch, BatchInUse, HeldAt, HeldQuery, SaveBatch } from '#contracts/orders/menu'
import { findStaffNames, listShops } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import * as data from './batch-data.ts'
import { inShop, tellMenuChanged } from './in-shop.ts'

const SHOWN_DAYS = 30

export function readBatches(ctx: Ctx, shopId: string): Promise<Batch[]> {
  return inShop(ctx, shopId, async (tx) => {
    const since = new Date(ctx.now().getTime() - SHOWN_DAYS * 86_400_000)
    const rows = await data.batchesOf(tx, shopId, since)
    const names = await findStaffNames(tx, [...new Set(rows.map((r) => r.opened_by))])
    return rows.map((row) => ({
      id: row.id,
      shopId: row.shop_id,
      ingredient: row.ingredient,
      code: row.code,
      expiresOn: row.expires_day,
      openedAt: row.opened_at.toISOString(),
      closedAt: row.closed_at?.toISOString() ?? null,
      openedBy: names.get(row.opened_by) ?? '',
    }))
  })
}

/** What shops have open now, within the reader's reach. */
export function readBatchesInUse(ctx: Ctx): Promise<BatchInUse[]> {
  return ctx.transaction((tx) =>
    data.openBatchesIn(tx, scopeOf(ctx.actor, 'orders.readBatches')?.shops ?? []),
  )
}

/**
 * The shops within the reader's reach that have it now: a batch where it is open; an ingredient where one of its batches is open, or something made
 * with it is sold; an item where it is on the menu. Shape: none when nothing is asked for.
 */
export function readHeldAt(ctx: Ctx, what: HeldQuery): Promise<HeldAt[]> {
  return ctx.transaction(async (tx) => {
    const shops = await listShops(tx, scopeOf(ctx.actor, 'orders.readBatches')?.shops ?? [])
    const held = await data.shopsHolding(
      tx,
      what,
      shops.map(({ id }) => id),
    )
    return shops.flatMap(({ id, name }) => (held.has(id) ? [{ id, name }] : []))
  })
}

/**
 * A new batch of an ingredient is opened; the one before it is used up. From now on it stands in the trace of whatever is made with it.
 * Errors: orders.batchOpen when this one is in use already; orders.batchOld past its day; orders.batchHeld when quality has stopped it.
 */
export function openBatch(ctx: Ctx, shopId: string, input: z.infer<typeof SaveBatch>): Promise<void> {
  return inShop(ctx, shopId, async (tx, shop) => {
    const { ingredient, code, expiresOn } = input
    if (expiresOn && expiresOn < dayIn(shop.zone, ctx.now()))
      throw orderErrors.batchOld({ code }, 'expiresOn')
    await data.lockIngredient(tx, shopId, ingredient)
    const held = await data.stopOnBatch(tx, shopId, ingredient, code)
    if (held) throw orderErrors.batchHeld({ code, reason: held.reason }, 'code')
    const inUse = await data.batchesInUse(tx, shopId, [ingredient])
    if (inUse.some((b) => b.code === code)) throw orderErrors.batchOpen({ code, ingredient }, 'code')
    await data.closeBatches(tx, shopId, ingredient, ctx.now())
    const id = uuidv7()
    await data.insertBatch(tx, {
      brand_id: ctx.actor.brandId,
      id,
      shop_id: shopId,
      ingredient,
      code,
      expires_on: expiresOn ?? null,
      opened_at: ctx.now(),
      opened_by: staffOf(ctx).staffId,
    })
    await tellMenuChanged(tx, ctx, [shopId])
    await audit(tx, ctx, {
      action: 'orders.openBatch',
      subjectKind: 'batch',
      subjectId: id,
      subject: `${ingredient} ${code}`,
      data: { shopId, ...(expiresOn ? { expiresOn } : {}), ...(inUse[0] ? { instead: inUse[0].code } : {}) },
    })
  })
}

/** Used up, without a next one. Errors: orders.notFound. */
export function closeBatch(ctx: Ctx, shopId: string, id: string): Promise<void> {
  return inShop(ctx, shopId, async (tx) => {
    const batch = await data.findBatch(tx, id)
    if (batch?.shop_id !== shopId) throw orderErrors.notFound()
    if (batch.closed_at) return
    await data.closeBatches(tx, shopId, batch.ingredient, ctx.now())
    await tellMenuChanged(tx, ctx, [shopId])
    await audit(tx, ctx, {
      action: 'orders.closeBatch',
      subjectKind: 'batch',
      subjectId: id,
      subject: `${batch.ingredient} ${batch.code}`,
      data: { shopId },
    })
  })
}

/** The day it is in this zone, as 2026-03-02. */
function dayIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at)
}
