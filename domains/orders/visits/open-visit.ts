import { findStaffNames } from '#domains/people'
import type { Tx } from '#platform/db/database'
import { addTrace, type OrderDesk } from '../taking/order-desk.ts'
import { holdPlace, type Place } from './hold-place.ts'
import { findVisit, releaseVisit, saveVisit } from './visit-data.ts'
import { endOf, lengthMin } from './visit-times.ts'

/** What an order does not say of its appointment. */
export type VisitWish = {
  therapistId?: string | null | undefined
  room?: string | undefined
  minutes?: number | undefined
  anyway?: boolean | undefined
}

/**
 * Keeps the appointment of an order in step with it: held when it is placed, held anew when its time, shop or treatments change, until the treatment begins.
 * Errors: those of holdPlace.
 */
export async function followVisit(desk: OrderDesk, wish: VisitWish = {}): Promise<void> {
  const { order, tx } = desk
  if (order.kind !== 'visit' || order.status === 'draft') return
  if (!order.wanted_at || !desk.items.length) return releaseVisit(tx, order.id, desk.now)
  const known = await findVisit(tx, order.id)
  if (known?.begun_at) return
  const minutes = lengthMin(
    desk.items.map((item) => ({ makeS: item.make_s, quantity: item.quantity })),
    wish.minutes,
  )
  const place: Place = {
    orderId: order.id,
    shopId: order.shop_id,
    therapistId: wish.therapistId === undefined ? (known?.therapist_id ?? null) : wish.therapistId,
    room: wish.room ?? known?.room ?? '',
    startsAt: order.wanted_at,
    endsAt: endOf(order.wanted_at, minutes),
  }
  if (known && !known.released_at && samePlace(known, place)) return
  await holdPlace(tx, desk.ctx, place, wish.anyway ?? false)
  await keepPlace(desk, place)
  addTrace(desk, 'visit', { what: known ? 'moved' : 'booked', ...(await placeWords(tx, place)) })
}

type Kept = { shop_id: string; therapist_id: string | null; room: string; starts_at: Date; ends_at: Date }

function samePlace(known: Kept, place: Place): boolean {
  return (
    known.shop_id === place.shopId &&
    known.therapist_id === place.therapistId &&
    known.room === place.room &&
    known.starts_at.getTime() === place.startsAt.getTime() &&
    known.ends_at.getTime() === place.endsAt.getTime()
  )
}

export function keepPlace({ tx, order }: OrderDesk, place: Place): Promise<void> {
  return saveVisit(tx, {
    brand_id: order.brand_id,
    order_id: order.id,
    shop_id: place.shopId,
    therapist_id: place.therapistId,
    room: place.room,
    starts_at: place.startsAt,
    ends_at: place.endsAt,
    released_at: null,
  })
}

/** For the trace: when, by whom and where. */
export async function placeWords(tx: Tx, place: Place): Promise<Record<string, unknown>> {
  const names = place.therapistId ? await findStaffNames(tx, [place.therapistId]) : new Map<string, string>()
  return {
    startsAt: place.startsAt.toISOString(),
    endsAt: place.endsAt.toISOString(),
    therapist: names.get(place.therapistId ?? '') ?? '',
    room: place.room,
  }
}
