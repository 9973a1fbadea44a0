import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { BeginVisit, FinishVisit, NoShow, VisitState } from '#contracts/orders/visits'
import { findShops } from '#domains/people'
import type { Ctx } from '#platform/context'
import { orderErrors } from '../errors.ts'
import { cancel } from '../taking/order-deeds.ts'
import { addTrace, atOrder, type OrderDesk, recordOrder, setStatus, unwarn } from '../taking/order-desk.ts'
import { insertAftercare } from './aftercare-data.ts'
import { holdPlace, type Place } from './hold-place.ts'
import { placeWords } from './open-visit.ts'
import { findVisit, saveVisit, type VisitData } from './visit-data.ts'
import { visitState } from './visit-state.ts'
import { askAt, endOf, endOnceBegun, SHORTEST_MIN } from './visit-times.ts'

/** One appointment in somebody's hands; its order is locked. Errors: orders.noVisit; orders.illegalMove unless it stands in one of `from`. */
function atVisit(
  ctx: Ctx,
  id: string,
  action: string,
  from: readonly VisitState[],
  work: (desk: OrderDesk, visit: VisitData, state: VisitState) => Promise<void>,
): Promise<void> {
  return atOrder(ctx, id, action, async (desk) => {
    const visit = await findVisit(desk.tx, id)
    if (!visit) throw orderErrors.noVisit()
    const state = visitState({ ...visit, status: desk.order.status })
    if (!from.includes(state)) throw orderErrors.illegalMove({ from: state, to: from.join() })
    await work(desk, visit, state)
  })
}

/** The customer is there; whoever stands before us needs neither name nor number to be found again. */
export function arriveVisit(ctx: Ctx, id: string): Promise<void> {
  return atVisit(ctx, id, 'orders.book', ['booked'], async (desk, visit) => {
    const { order, now } = desk
    order.gaps = order.gaps.filter((gap) => gap !== 'phone' && gap !== 'name')
    order.contact_by = null
    if (order.status === 'placed' && !order.gaps.length) {
      setStatus(desk, 'confirmed')
      order.promised_at = visit.starts_at
      order.first_promised_at ??= visit.starts_at
    }
    unwarn(desk, 'late', 'contact')
    await saveVisit(desk.tx, { ...visit, arrived_at: now })
    addTrace(desk, 'visit', { what: 'arrived' })
    recordOrder(desk, 'orders.arriveVisit')
  })
}

/** Nobody came. Errors: orders.tooEarlyForNoShow before its time. */
export function missVisit(ctx: Ctx, id: string, { note }: z.infer<typeof NoShow>): Promise<void> {
  return atVisit(ctx, id, 'orders.book', ['booked'], async (desk, visit) => {
    if (visit.starts_at > desk.now) throw orderErrors.tooEarlyForNoShow()
    await saveVisit(desk.tx, { ...visit, no_show_at: desk.now })
    addTrace(desk, 'visit', { what: 'noShow', note })
    await cancel(
      desk,
      note || NO_SHOW[desk.order.locale as keyof typeof NO_SHOW] || NO_SHOW['zh-CN'],
      'visitMissed',
    )
  })
}

const NO_SHOW = { 'zh-CN': '没有到店', 'zh-TW': '沒有到店', en: 'did not come' }

/**
 * The treatment begins: the order is `preparing` until the customer leaves, and is promised for its end. Begun late it ends later, even where that
 * runs into the next appointment: the customer is there, and the board shows whose turn comes too early.
 * Errors: orders.incomplete; orders.therapistTaken, orders.roomTaken when somebody or somewhere else than booked takes over.
 */
export function beginVisit(ctx: Ctx, id: string, input: BeginVisit): Promise<void> {
  return atVisit(ctx, id, 'orders.treat', ['booked', 'arrived'], async (desk, visit) => {
    const { order, tx, now } = desk
    if (order.gaps.length) throw orderErrors.incomplete({ gaps: order.gaps })
    const own = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
    const ends = endOnceBegun(visit, now)
    const place: Place = {
      orderId: id,
      shopId: order.shop_id,
      therapistId: input.therapistId ?? visit.therapist_id ?? own,
      room: input.room ?? visit.room,
      startsAt: visit.starts_at,
      endsAt: ends,
    }
    await holdOther(desk, visit, place)
    if (order.status === 'placed') setStatus(desk, 'confirmed')
    setStatus(desk, 'preparing')
    order.first_promised_at ??= visit.starts_at
    order.promised_at = ends
    order.expected_at = ends
    unwarn(desk, 'late')
    await saveVisit(tx, {
      ...visit,
      therapist_id: place.therapistId,
      room: place.room,
      ends_at: ends,
      arrived_at: visit.arrived_at ?? now,
      begun_at: now,
    })
    const { therapist, room } = await placeWords(tx, place)
    addTrace(desk, 'visit', { what: 'begun', therapist, room })
    recordOrder(desk, 'orders.beginVisit')
  })
}

/** Whoever takes over, or the room that does, must be free now and until the booked end; what lies beyond is the lateness that the board shows. */
async function holdOther({ tx, ctx, now }: OrderDesk, visit: VisitData, place: Place): Promise<void> {
  const therapistId = place.therapistId === visit.therapist_id ? null : place.therapistId
  const room = place.room === visit.room ? '' : place.room
  if (!therapistId && !room) return
  const atLeast = endOf(now, SHORTEST_MIN)
  const endsAt = visit.ends_at > atLeast ? visit.ends_at : atLeast
  await holdPlace(tx, ctx, { ...place, therapistId, room, startsAt: now, endsAt }, true)
}

/**
 * The customer leaves. The look at the skin is the quality check, so the order goes through it and is handed over in one go; from now on somebody asks how the skin is.
 * Errors: orders.recordMissing.
 */
export function finishVisit(ctx: Ctx, id: string, { skin }: z.infer<typeof FinishVisit>): Promise<void> {
  return atVisit(ctx, id, 'orders.treat', ['treating'], async (desk, visit) => {
    const { order, tx, now } = desk
    if (!visit.record_enc) throw orderErrors.recordMissing()
    await saveVisit(tx, { ...visit, finished_at: now, released_at: now, skin_after: skin })
    addTrace(desk, 'visit', { what: 'finished' })
    for (const status of ['quality_check', 'ready', 'delivered'] as const) setStatus(desk, status)
    const shop = (await findShops(tx, [order.shop_id])).get(order.shop_id)
    const days = [...new Set(desk.playbook.playbook.orders.aftercareDays)]
    await insertAftercare(
      tx,
      days.map((day) => ({
        brand_id: order.brand_id,
        id: uuidv7(),
        order_id: id,
        day,
        due_at: askAt(now, day, shop?.zone ?? 'Asia/Shanghai'),
        state: 'due',
      })),
    )
  })
}
