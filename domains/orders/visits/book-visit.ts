import type { BookVisit, MoveVisit } from '#contracts/orders/visits'
import { findShops } from '#domains/people'
import type { Ctx } from '#platform/context'
import { orderErrors } from '../errors.ts'
import { confirm } from '../taking/confirm-order.ts'
import {
  ANY_ORDER,
  addTrace,
  atOrder,
  openOrder,
  recordOrder,
  saveOrder,
  unwarn,
} from '../taking/order-desk.ts'
import { sayWhen } from '../taking/order-words.ts'
import { checkReach, takeOrder } from '../taking/place-order.ts'
import { tellCustomer } from '../taking/tell-customer.ts'
import { holdPlace, type Place } from './hold-place.ts'
import { keepPlace, placeWords } from './open-visit.ts'
import { findVisit } from './visit-data.ts'
import { visitState } from './visit-state.ts'
import { endOf, lengthMin } from './visit-times.ts'

/**
 * Books an appointment (O1, salon). Whoever books it has spoken with the customer: when nothing is missing it is confirmed at once.
 * Errors: orders.shopUnknown, orders.customerUnknown out of reach; those of placing an order and of holdPlace.
 */
export function bookVisit(ctx: Ctx, input: BookVisit): Promise<string> {
  const { startsAt, therapistId, room, minutes, anyway, ...order } = input
  return ctx.transaction(async (tx) => {
    await checkReach(tx, ctx, 'orders.book', input)
    const { id } = await takeOrder(
      tx,
      ctx,
      {
        ...order,
        kind: 'visit',
        wantedAt: startsAt,
        ...(therapistId ? { staffId: therapistId } : {}),
        deliveryFeeMinor: 0,
        discountMinor: 0,
        paid: false,
        draft: false,
      },
      { visit: { room, minutes, anyway } },
    )
    const desk = await openOrder(ctx, tx, id, ANY_ORDER)
    if (desk?.order.status === 'placed' && !desk.order.gaps.length) {
      await confirm(desk)
      await saveOrder(desk)
    }
    return id
  })
}

/**
 * Another time, therapist or room, until the customer has come. What the customer asked for breaks no promise; what the shop asks for does.
 * Errors: orders.noVisit, orders.illegalMove once the customer is there or it is over; those of holdPlace.
 */
export function moveVisit(ctx: Ctx, id: string, input: MoveVisit): Promise<void> {
  return atOrder(ctx, id, 'orders.book', async (desk) => {
    const { order, tx, now } = desk
    const visit = await findVisit(tx, id)
    if (!visit) throw orderErrors.noVisit()
    const state = visitState({ ...visit, status: order.status })
    if (state !== 'booked') throw orderErrors.illegalMove({ from: state, to: 'moved' })
    const startsAt = new Date(input.startsAt)
    const kept = (visit.ends_at.getTime() - visit.starts_at.getTime()) / 60_000
    const place: Place = {
      orderId: id,
      shopId: order.shop_id,
      therapistId: input.therapistId,
      room: input.room,
      startsAt,
      endsAt: endOf(startsAt, lengthMin([], input.minutes ?? kept)),
    }
    await holdPlace(tx, ctx, place, input.anyway)
    await keepPlace(desk, place)
    const byMin = Math.round((startsAt.getTime() - visit.starts_at.getTime()) / 60_000)
    order.wanted_at = startsAt
    addTrace(desk, 'visit', {
      what: 'moved',
      from: visit.starts_at.toISOString(),
      askedBy: input.askedBy,
      reason: input.reason,
      ...(await placeWords(tx, place)),
    })
    recordOrder(desk, 'orders.moveVisit', { at: input.startsAt, askedBy: input.askedBy })
    if (!order.promised_at) return
    if (input.askedBy === 'customer') order.first_promised_at = startsAt
    else if (byMin) addTrace(desk, 'promised', { at: startsAt.toISOString(), byMin, reason: input.reason })
    order.promised_at = startsAt
    order.expected_at = startsAt
    unwarn(desk, 'late', 'slow')
    if (!input.tell) return
    const shop = (await findShops(tx, [order.shop_id])).get(order.shop_id)
    const time = sayWhen(startsAt, order.locale, shop?.zone ?? 'Asia/Shanghai', now)
    await tellCustomer(desk, 'visitMoved', { time, shop: shop?.name ?? '' })
  })
}
