import type { z } from 'zod'
import type {
  AftercareLine,
  BatchVisits,
  OpenBatch,
  Reaction,
  SkinAfter,
  VisitDeed,
  VisitState,
  VisitView,
} from '#contracts/orders/visits'
import { findShops, findStaffNames } from '#domains/people'
import type { Ctx } from '#platform/context'
import { covers, scopeOf } from '#platform/permissions'
import { orderErrors } from '../errors.ts'
import { findOrder, itemsOf, type OrderData } from '../taking/order-data.ts'
import { orderNumber } from '../taking/order-desk.ts'
import { type AftercareData, aftercareOf, aftercareOfMany } from './aftercare-data.ts'
import { isExpired, mayWrite } from './record.ts'
import * as data from './visit-data.ts'
import { visitState } from './visit-state.ts'
import { overMin } from './visit-times.ts'

/** The appointment of an order, its batches and its aftercare. Errors: orders.notFound out of reach, orders.noVisit. */
export function readVisit(ctx: Ctx, id: string): Promise<VisitView> {
  return ctx.transaction(async (tx) => {
    const order = await findOrder(tx, scopeOf(ctx.actor, 'orders.read'), id)
    if (!order) throw orderErrors.notFound()
    const visit = await data.findVisit(tx, id)
    if (!visit) throw orderErrors.noVisit()
    const products = visit.products as data.StoredBatch[]
    const stopped = await data.stoppedBatches(
      tx,
      products.map((p) => p.batchId),
    )
    const aftercare = await aftercareOf(tx, id)
    const people = [visit.therapist_id, visit.record_by, ...aftercare.map((a) => a.by_staff)]
    const names = await findStaffNames(tx, [...new Set(people.filter((one) => one !== null))])
    const bodily = covers(scopeOf(ctx.actor, 'orders.aftercare'), { shopId: order.shop_id })
    const state = visitState({ ...visit, status: order.status })
    return {
      orderId: id,
      shopId: visit.shop_id,
      state,
      startsAt: visit.starts_at.toISOString(),
      endsAt: visit.ends_at.toISOString(),
      overMin: overMin(visit, ctx.now()),
      therapistId: visit.therapist_id,
      therapist: names.get(visit.therapist_id ?? '') ?? '',
      room: visit.room,
      arrivedAt: visit.arrived_at?.toISOString() ?? null,
      begunAt: visit.begun_at?.toISOString() ?? null,
      finishedAt: visit.finished_at?.toISOString() ?? null,
      record: visit.record_at
        ? { at: visit.record_at.toISOString(), by: names.get(visit.record_by ?? '') ?? '' }
        : null,
      skinAfter: bodily && visit.skin_after ? (visit.skin_after as SkinAfter) : null,
      products: products.map((p) => ({ ...p, stopped: stopped.has(p.batchId) })),
      aftercare: aftercare.map((row) => viewAftercare(ctx, row, names, bodily)),
      can: deedsOf(ctx, order, visit, state, aftercare),
    }
  })
}

function viewAftercare(
  ctx: Ctx,
  row: AftercareData,
  names: ReadonlyMap<string, string>,
  bodily: boolean,
): AftercareLine {
  return {
    id: row.id,
    day: row.day,
    dueAt: row.due_at.toISOString(),
    state: row.state as AftercareLine['state'],
    askedAt: row.asked_at?.toISOString() ?? null,
    way: row.way as AftercareLine['way'],
    answeredAt: row.answered_at?.toISOString() ?? null,
    reaction: bodily && row.reaction ? (row.reaction as Reaction) : null,
    text: bodily ? ctx.keys.open(row.brand_id, row.note_enc) : '',
    photos: bodily ? (row.photos as string[]).length : 0,
    byName: names.get(row.by_staff ?? '') ?? '',
    ticketId: bodily ? row.ticket_id : null,
  }
}

/** What this reader may do with this appointment now. */
function deedsOf(
  ctx: Ctx,
  order: OrderData,
  visit: data.VisitData,
  state: VisitState,
  aftercare: readonly AftercareData[],
): VisitDeed[] {
  const reach = (action: string) => covers(scopeOf(ctx.actor, action), { shopId: order.shop_id })
  const [book, treat] = [reach('orders.book'), reach('orders.treat')]
  const open = aftercare.some((row) => row.state === 'due' || row.state === 'asked')
  const deeds: [VisitDeed, boolean][] = [
    ['arrive', book && state === 'booked'],
    ['move', book && state === 'booked'],
    ['noShow', book && state === 'booked' && visit.starts_at <= ctx.now()],
    ['begin', treat && (state === 'arrived' || state === 'booked') && !order.gaps.length],
    ['record', treat && mayWrite(visit, order.status, ctx.now())],
    ['finish', treat && state === 'treating' && visit.record_enc !== null],
    ['readRecord', reach('orders.readRecord') && visit.record_enc !== null],
    ['noteAftercare', reach('orders.aftercare') && state === 'done' && open],
  ]
  return deeds.flatMap(([deed, ok]) => (ok ? [deed] : []))
}

/** What can be used on this skin: what the shop has open. Errors: orders.notFound out of reach. */
export function readOpenProducts(ctx: Ctx, id: string): Promise<OpenBatch[]> {
  return ctx.transaction(async (tx) => {
    const order = await findOrder(tx, scopeOf(ctx.actor, 'orders.treat'), id)
    if (!order) throw orderErrors.notFound()
    const batches = await data.openBatches(tx, order.shop_id)
    const stopped = await data.stoppedBatches(
      tx,
      batches.map((b) => b.id),
    )
    const made = new Set((await itemsOf(tx, id)).flatMap((item) => item.ingredients))
    return batches
      .map((b) => ({
        batchId: b.id,
        ingredient: b.ingredient,
        code: b.code,
        expiresOn: b.expires_on ? b.expires_on.toISOString().slice(0, 10) : null,
        refused: stopped.has(b.id)
          ? ('stopped' as const)
          : isExpired(b, ctx.now())
            ? ('expired' as const)
            : null,
        fits: made.has(b.ingredient),
      }))
      .sort((a, b) => Number(b.fits) - Number(a.fits))
  })
}

/** Every treatment with one batch, and how the skins took it. Errors: orders.notFound for a batch out of reach. */
export function readBatchVisits(ctx: Ctx, batchId: string): Promise<z.infer<typeof BatchVisits>> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'orders.aftercare')
    const batch = await data.findBatchInScope(tx, scope, batchId)
    if (!batch) throw orderErrors.notFound()
    const visits = await data.visitsWithBatch(tx, scope, batch)
    const ids = visits.map((v) => v.order_id)
    const [aftercare, shops, names] = [
      await aftercareOfMany(tx, ids),
      await findShops(tx, [...new Set(visits.map((v) => v.shop_id))]),
      await findStaffNames(tx, [...new Set(visits.flatMap((v) => v.therapist_id ?? []))]),
    ]
    return {
      ...batch,
      visits: visits.map((visit) => {
        const worst = worstOf(aftercare.filter((a) => a.order_id === visit.order_id))
        return {
          orderId: visit.order_id,
          number: orderNumber(visit),
          shopName: shops.get(visit.shop_id)?.name ?? '',
          startsAt: visit.starts_at.toISOString(),
          therapist: names.get(visit.therapist_id ?? '') ?? '',
          summary: visit.summary,
          reaction: (worst?.reaction as Reaction | undefined) ?? null,
          ticketId: worst?.ticket_id ?? null,
        }
      }),
    }
  })
}

const BADNESS = ['strong', 'mild', 'none']

function worstOf(rows: readonly AftercareData[]): AftercareData | undefined {
  const said = rows.filter((row) => row.reaction)
  return said.sort((a, b) => BADNESS.indexOf(a.reaction) - BADNESS.indexOf(b.reaction))[0]
}
