import type { Locale } from '#contracts/kit'
import { type OrderStatus, orderReviewed } from '#contracts/orders'
import type { GiveReview } from '#contracts/orders/order-page'
import { takePhotos } from '#domains/channels'
import type { Ctx } from '#platform/context'
import { orderErrors } from '../errors.ts'
import { mayMove } from '../lifecycle.ts'
import { addTrace, recordOrder, setStatus, tellOrder } from '../taking/order-desk.ts'
import { asOrderer } from '../tracking/order-door.ts'
import { findReview, insertReview } from './review-data.ts'
import { mayReview } from './review-rules.ts'

/** Who uploaded the photos of a review: whoever holds the order's link. */
export const reviewPhotosOf = (orderId: string): string => `order:${orderId}`

/**
 * The customer's word about an order that was handed over, once (O4). A bad one opens a ticket, which takes its photos; those of others stay with the order.
 * Shape:  sent again it changes nothing. Errors: orders.reviewNotNow; channels.photoUnknown.
 */
export function giveReview(outer: Ctx, token: string, input: GiveReview, locale: Locale): Promise<void> {
  return asOrderer(outer, token, locale, async (desk) => {
    const { order, tx, now } = desk
    if (await findReview(tx, order.id)) return
    if (!mayReview(order, false)) throw orderErrors.reviewNotNow()
    if (input.mark !== 'bad') await takePhotos(tx, order.id, input.photos, reviewPhotosOf(order.id))
    await insertReview(tx, {
      brand_id: order.brand_id,
      order_id: order.id,
      mark: input.mark,
      about: { words: [...new Set(input.words)] },
      text: input.text,
      photos: input.photos,
      at: now,
    })
    order.review_ask_at = null
    addTrace(desk, 'reviewed', { mark: input.mark, words: input.words })
    if (mayMove(order.status as OrderStatus, 'reviewed', 'delivery')) setStatus(desk, 'reviewed')
    else recordOrder(desk, 'orders.review', { mark: input.mark })
    tellOrder(desk, orderReviewed, { mark: input.mark })
  })
}
