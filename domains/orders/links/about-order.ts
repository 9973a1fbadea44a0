import type { Locale } from '#contracts/kit'
import type { OrderOrigin } from '#contracts/orders'
import type { ReviewWord } from '#contracts/orders/order-page'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { lockReview, setReviewTicket } from '../reviews/review-data.ts'
import type { ReviewAbout } from '../reviews/review-rules.ts'
import { lockOrder, type OrderData } from '../taking/order-data.ts'
import { ANY_ORDER, orderNumber } from '../taking/order-desk.ts'
import { ownTickets } from '../tracking/order-page-data.ts'
import { setOwn } from './link-data.ts'

/** What the tickets room needs of an order to open a ticket about it; name and contact are in the clear and go nowhere else. */
export type AboutOrder = {
  id: string
  number: string
  shopId: string
  source: OrderOrigin
  conversationId: string | null
  summary: string
  name: string
  contact: string
  locale: Locale
  /** Tickets that were opened from its page, the newest first. */
  talks: { ticketId: string; number: string }[]
}

/** Locked, so that two sentences said at once open one ticket. */
export async function aboutOrder(tx: Tx, ctx: Ctx, orderId: string): Promise<AboutOrder | null> {
  const order = await lockOrder(tx, ANY_ORDER, orderId)
  if (!order) return null
  const talks = await ownTickets(tx, orderId)
  return {
    ...factsOf(ctx, order),
    talks: talks.map((t) => ({ ticketId: t.ticket_id, number: t.number })),
  }
}

function factsOf(ctx: Ctx, order: OrderData): Omit<AboutOrder, 'talks'> {
  const open = (sealed: Buffer | null) => ctx.keys.open(order.brand_id, sealed)
  return {
    id: order.id,
    number: orderNumber(order),
    shopId: order.shop_id,
    source: order.source as OrderOrigin,
    conversationId: order.conversation_id,
    summary: order.summary,
    name: open(order.name_enc),
    contact: open(order.contact_enc),
    locale: order.locale as Locale,
  }
}

/** The ticket is the customer's own: the order's page leads to it. */
export const ownTicket = setOwn

export type UnansweredReview = { words: ReviewWord[]; text: string; photos: string[] }

/** A bad review whose ticket has not been opened yet, locked until it is; null for any other. */
export async function badReview(tx: Tx, orderId: string): Promise<UnansweredReview | null> {
  const review = await lockReview(tx, orderId)
  if (review?.mark !== 'bad' || review.ticket_id) return null
  return {
    words: (review.about as ReviewAbout).words ?? [],
    text: review.text,
    photos: review.photos as string[],
  }
}

export const reviewTicket = setReviewTicket
