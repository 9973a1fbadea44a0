import type { Locale } from '#contracts/kit'
import type { OrderKind, OrderStatus } from '#contracts/orders'
import type { ReviewMark, ReviewWord, TrackedOrder, TrackState } from '#contracts/orders/order-page'
import type { OrderPolicy } from '#contracts/playbook/orders'
import { customerContext } from '#domains/channels'
import { findBrandName, findShops } from '#domains/people'
import { playbookVersion } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { handOverCode } from '../delivery/hand-over-code.ts'
import { orderErrors } from '../errors.ts'
import { findReview, type ReviewData } from '../reviews/review-data.ts'
import { mayReview, type ReviewAbout, wordsFor } from '../reviews/review-rules.ts'
import { findOrder, itemsOf, type OrderData, type TraceData, traceOf } from '../taking/order-data.ts'
import { ANY_ORDER, orderNumber } from '../taking/order-desk.ts'
import { trackedVisit } from '../visits/tracked-visit.ts'
import { mayCancel } from './cancel-own-order.ts'
import { findOrderByToken } from './order-door.ts'
import { deliveryOf, ownTickets } from './order-page-data.ts'
import { safetyNoticeOf } from './safety-notice.ts'
import { roundedPoint, stateOf, stepsOf } from './track-steps.ts'

type Delivery = Awaited<ReturnType<typeof deliveryOf>>
/** A position that is older says where the rider was, not where the rider is. */
const POSITION_MS = 5 * 60_000
/** So much behind the promise is said before anybody has promised anew. */
const WORTH_SAYING_MS = 60_000

/** The own order as it is now, for whoever holds its private link. Errors: orders.linkUnknown. */
export async function readOrderPage(outer: Ctx, token: string, locale: Locale): Promise<TrackedOrder> {
  const { brandId, orderId } = await findOrderByToken(outer, token)
  const ctx = customerContext(outer, brandId, locale, outer.requestId)
  return ctx.transaction(async (tx) => {
    const order = await findOrder(tx, ANY_ORDER, orderId)
    if (!order) throw orderErrors.linkUnknown()
    const [items, trace, delivery, review, tickets, brand, shops, { playbook }] = await Promise.all([
      itemsOf(tx, orderId),
      traceOf(tx, orderId),
      deliveryOf(tx, orderId),
      findReview(tx, orderId),
      ownTickets(tx, orderId),
      findBrandName(tx),
      findShops(tx, [order.shop_id]),
      playbookVersion(tx, order.playbook_version_id),
    ])
    const shop = shops.get(order.shop_id)
    const passed = passedOf(order)
    const visit = passed.kind === 'visit' ? await trackedVisit(tx, order) : null
    return {
      number: orderNumber(order),
      brand,
      shop: shop?.name ?? '',
      zone: shop?.zone ?? 'Asia/Shanghai',
      kind: passed.kind,
      state: stateOf(passed),
      incomplete: order.gaps.length > 0 && order.closed_at === null,
      steps: stepsOf(passed, reachedOf(order, trace, delivery)),
      items: items.map((i) => ({ id: i.id, name: i.name, quantity: i.quantity, options: i.option_words })),
      ...moneyOf(order),
      ...whoOf(order),
      ...timesOf(order, trace, delivery),
      map: mapOf(order, delivery, shop?.point ?? null, ctx.now()),
      code: codeOf(ctx, order, playbook.orders),
      cancelled: passed.status === 'cancelled' ? { reason: cancelReason(trace) } : null,
      safety: safetyNoticeOf(trace),
      visit,
      review: review ? viewReview(review) : null,
      reviewWords: wordsFor(passed.kind),
      talks: tickets.map((t) => ({
        number: t.number,
        progress: `/t/${ctx.keys.tokenFor('progress', t.ticket_id)}`,
      })),
      can: [
        'message',
        ...(mayCancel(order) && visit?.movable !== false ? (['cancel'] as const) : []),
        ...(visit?.aftercare ? (['aftercare'] as const) : []),
        ...(mayReview(order, review !== undefined) ? (['review'] as const) : []),
      ],
    }
  })
}

const passedOf = (order: OrderData) => ({
  kind: order.kind as OrderKind,
  status: order.status as OrderStatus,
  handedOver: order.delivered_at !== null,
})

function reachedOf(
  order: OrderData,
  trace: readonly TraceData[],
  delivery: Delivery,
): Partial<Record<TrackState, Date | null>> {
  const left = trace.findLast((line) => line.kind === 'moved' && factsOf(line).to === 'delivering')
  return {
    received: order.placed_at,
    confirmed: order.confirmed_at,
    making: order.preparing_at,
    ready: order.ready_at,
    on_the_way: left?.at ?? delivery?.picked_up_at ?? null,
    delivered: order.delivered_at,
    cancelled: order.closed_at,
  }
}

const moneyOf = (order: OrderData) => ({
  totalMinor: order.total_minor,
  refundedMinor: order.refunded_minor,
  currency: order.currency,
  paid: order.paid,
})

/** Once it is over the link may lie about: where it went stands there no longer. */
const whoOf = (order: OrderData) => ({
  name: order.customer_name,
  contact: order.contact_masked,
  address: order.closed_at ? '' : order.address_masked,
})

function timesOf(order: OrderData, trace: readonly TraceData[], delivery: Delivery) {
  const open = order.closed_at === null
  const expected = open ? (delivery?.eta_at ?? order.expected_at ?? order.promised_at) : null
  const again = trace.findLast((line) => line.kind === 'promised' && factsOf(line).reason)
  const behind =
    expected !== null &&
    order.promised_at !== null &&
    expected.getTime() - order.promised_at.getTime() > WORTH_SAYING_MS
  const from = again ? order.first_promised_at : behind ? order.promised_at : null
  return {
    placedAt: order.placed_at.toISOString(),
    promisedAt: order.promised_at?.toISOString() ?? null,
    expectedAt: expected?.toISOString() ?? null,
    moved:
      open && from ? { from: from.toISOString(), reason: again ? String(factsOf(again).reason) : '' } : null,
  }
}

function mapOf(
  order: OrderData,
  delivery: Delivery,
  shop: { lat: number; lng: number } | null,
  now: Date,
): TrackedOrder['map'] {
  if (order.status !== 'delivering' || !delivery) return null
  const seen = delivery.on_duty_since !== null ? delivery.position_at : null
  const fresh = seen !== null && now.getTime() - seen.getTime() <= POSITION_MS
  return {
    shop: roundedPoint(shop),
    home: roundedPoint(order),
    rider: fresh ? roundedPoint(delivery) : null,
    riderAt: fresh ? seen.toISOString() : null,
  }
}

const CODE_FROM: readonly string[] = ['confirmed', 'preparing', 'quality_check', 'ready', 'delivering']

function codeOf(ctx: Ctx, order: OrderData, policy: OrderPolicy): string | null {
  const asked = ['code', 'any'].includes(policy.rider.handOver)
  if (!asked || order.kind !== 'delivery' || !CODE_FROM.includes(order.status)) return null
  return handOverCode(ctx.keys, order.id)
}

function cancelReason(trace: readonly TraceData[]): string {
  const line = trace.findLast((one) => one.kind === 'moved' && factsOf(one).to === 'cancelled')
  return line ? String(factsOf(line).reason ?? '') : ''
}

const factsOf = (line: TraceData) => line.data as Record<string, unknown>

function viewReview(review: ReviewData): NonNullable<TrackedOrder['review']> {
  const { words = [] } = review.about as ReviewAbout
  return {
    mark: review.mark as ReviewMark,
    words: words as ReviewWord[],
    text: review.text,
    photos: (review.photos as string[]).length,
    answer: review.answer,
    answeredAt: review.answered_at?.toISOString() ?? null,
  }
}
