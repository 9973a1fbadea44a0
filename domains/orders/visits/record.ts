import type { PatchTest, SaveRecord, VisitRecord } from '#contracts/orders/visits'
import { photoViews, readPhotoOf, takePhotos } from '#domains/channels'
import { rememberTrait } from '#domains/customers'
import { findStaffNames } from '#domains/people'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { taboosFor } from '../taking/know-customer.ts'
import { findOrder } from '../taking/order-data.ts'
import { addTrace, atOrder, type OrderDesk, orderNumber, recordOrder } from '../taking/order-desk.ts'
import {
  findBatches,
  findVisit,
  type StoredBatch,
  saveVisit,
  setVisitBatches,
  stoppedBatches,
  type VisitData,
} from './visit-data.ts'
import { visitState } from './visit-state.ts'

/** What is sealed of a record. */
type Sealed = Pick<SaveRecord, 'observations' | 'settings' | 'patchTest' | 'advice'>
/** So long after the treatment something may be added. */
const OPEN_AFTER_MS = 24 * 3_600_000
const DAY_MS = 86_400_000

/**
 * Writes the record of a treatment, sealed, and which opened batches went onto the skin; those stand in the trace (O5, E2).
 * Shape:  a record that is saved again takes the place of the one before; a patch test that reacted goes into the customer's file, loud.
 * Errors: orders.noVisit, orders.recordClosed; orders.batchUnknown, orders.batchStopped, orders.batchExpired; channels.photoUnknown.
 */
export function saveRecord(ctx: Ctx, id: string, input: SaveRecord): Promise<void> {
  return atOrder(ctx, id, 'orders.treat', async (desk) => {
    const { tx, order, now } = desk
    const visit = await findVisit(tx, id)
    if (!visit) throw orderErrors.noVisit()
    if (!mayWrite(visit, order.status, now)) throw orderErrors.recordClosed()
    const by = staffOf(ctx).staffId
    const known = new Set(visit.photos as string[])
    const fresh = input.photos.filter((photo) => !known.has(photo))
    await takePhotos(tx, id, fresh, `staff:${by}`)
    const products = await usedProducts(desk, visit, input)
    const { observations, settings, patchTest, advice } = input
    const sealed: Sealed = { observations, settings, patchTest, advice }
    await saveVisit(tx, {
      ...visit,
      record_enc: ctx.keys.seal(order.brand_id, JSON.stringify(sealed)),
      record_at: now,
      record_by: by,
      products: products as never,
      photos: input.photos as never,
    })
    await setVisitBatches(
      tx,
      visit,
      products.map((p) => p.batchId),
      now,
    )
    if (patchTest === 'reacted') await warnOfReaction(desk, products)
    addTrace(desk, 'visit', { what: visit.record_enc ? 'recordChanged' : 'record' })
    recordOrder(desk, 'orders.saveRecord', { products: products.length, photos: input.photos.length })
  })
}

export function mayWrite(visit: VisitData, status: string, now: Date): boolean {
  const state = visitState({ ...visit, status })
  if (state === 'arrived' || state === 'treating') return true
  return state === 'done' && now.getTime() - visit.finished_at!.getTime() <= OPEN_AFTER_MS
}

/** Checked against what the shop has opened and what quality has stopped; what stood there already stays. */
async function usedProducts(desk: OrderDesk, visit: VisitData, input: SaveRecord): Promise<StoredBatch[]> {
  const { tx, order, now } = desk
  const wanted = new Map(input.products.map((p) => [p.batchId, p.amount]))
  const ids = [...wanted.keys()]
  const batches = ids.length ? await findBatches(tx, order.shop_id, ids) : []
  const stopped = await stoppedBatches(tx, ids)
  const before = new Set((visit.products as StoredBatch[]).map((p) => p.batchId))
  const used = ids.map((batchId) => {
    const batch = batches.find((b) => b.id === batchId)
    if (!batch) throw orderErrors.batchUnknown({}, 'products')
    const words = { ingredient: batch.ingredient, code: batch.code }
    if (!before.has(batchId)) {
      if (stopped.has(batchId)) throw orderErrors.batchStopped(words, 'products')
      if (isExpired(batch, now)) throw orderErrors.batchExpired(words, 'products')
    }
    return { batchId, ...words, amount: wanted.get(batchId) ?? '' }
  })
  const added = used.filter((p) => !before.has(p.batchId))
  if (added.length)
    addTrace(desk, 'batches', {
      item: order.summary,
      batches: added.map(({ ingredient, code }) => ({ ingredient, code })),
    })
  return used
}

export function isExpired({ expires_on }: { expires_on: Date | null }, now: Date): boolean {
  return expires_on !== null && expires_on.getTime() + DAY_MS <= now.getTime()
}

const REACTED = {
  'zh-CN': (what: string) => `皮试有反应：${what}`,
  'zh-TW': (what: string) => `皮試有反應：${what}`,
  en: (what: string) => `reacted to a patch test: ${what}`,
}

async function warnOfReaction(desk: OrderDesk, products: readonly StoredBatch[]): Promise<void> {
  const { ctx, tx, order } = desk
  if (!order.customer_id) return
  const what = products.map((p) => p.ingredient).join('、') || order.summary
  const value = (REACTED[order.locale as keyof typeof REACTED] ?? REACTED['zh-CN'])(what).slice(0, 120)
  await rememberTrait(tx, ctx, order.customer_id, {
    kind: 'skin',
    value,
    source: 'visit',
    sourceId: order.id,
  })
  const known = await taboosFor(tx, ctx, order.customer_id, [], order.locale)
  order.taboos = [...new Set([...order.taboos, ...known])]
}

/** The record in the clear, for a reason that the audit keeps (G1). Errors: orders.notFound out of reach, orders.recordMissing. */
export function readRecord(ctx: Ctx, id: string, reason: string): Promise<VisitRecord> {
  return ctx.transaction(async (tx) => {
    const { order, visit } = await recordInReach(tx, ctx, id)
    await audit(tx, ctx, {
      action: 'orders.readRecord',
      subjectKind: 'order',
      subjectId: id,
      subject: orderNumber(order),
      data: { reason },
    })
    const sealed = JSON.parse(ctx.keys.open(order.brand_id, visit.record_enc)) as Sealed
    const photos = visit.photos as string[]
    const views = await photoViews(tx, ctx, photos, `/api/orders/${id}/record-photos`)
    const names = await findStaffNames(tx, visit.record_by ? [visit.record_by] : [])
    return {
      ...sealed,
      patchTest: sealed.patchTest as PatchTest,
      photos: photos.flatMap((photo) => views.get(photo) ?? []),
      at: visit.record_at!.toISOString(),
      by: names.get(visit.record_by ?? '') ?? '',
    }
  })
}

/** A picture of the record. Errors: orders.notFound out of reach or when it is none of this record's. */
export async function readRecordPhoto(ctx: Ctx, id: string, photoId: string, size: 'full' | 'thumb') {
  const { visit } = await ctx.transaction((tx) => recordInReach(tx, ctx, id))
  if (!(visit.photos as string[]).includes(photoId)) throw orderErrors.notFound()
  return readPhotoOf(ctx, id, photoId, size)
}

async function recordInReach(tx: Tx, ctx: Ctx, id: string) {
  const order = await findOrder(tx, scopeOf(ctx.actor, 'orders.readRecord'), id)
  if (!order) throw orderErrors.notFound()
  const visit = await findVisit(tx, id)
  if (!visit?.record_enc) throw orderErrors.recordMissing()
  return { order, visit }
}
