import type { z } from 'zod'
import type { orderReviewed } from '#contracts/orders'
import { aboutOrder, badReview, reviewTicket } from '#domains/orders'
import type { Ctx } from '#platform/context'
import { sentence } from '#platform/locale'
import { openAboutOrder } from './open-about-order.ts'

/** A bad review opens a ticket by itself, once, with the order it is about (O4). */
export async function openForBadReview(ctx: Ctx, event: z.infer<typeof orderReviewed.body>): Promise<void> {
  if (event.mark !== 'bad') return
  await ctx.transaction(async (tx) => {
    const review = await badReview(tx, event.orderId)
    const order = review && (await aboutOrder(tx, ctx, event.orderId))
    if (!review || !order) return
    const say = (key: string, data = {}) => sentence(order.locale, 'server', `orderReview.${key}`, data)
    const words = review.words.map((word) => say(`word.${word}`)).join(say('join'))
    const lines = [review.text || say('bad'), words, say('items', { summary: order.summary })]
    const ticketId = await openAboutOrder(tx, ctx, order, {
      externalId: `order-review:${order.id}`,
      content: lines.filter(Boolean).join('\n'),
      photos: review.photos,
      photoOwner: `order:${order.id}`,
      sureKind: 'complaint',
      facts: { about: { order: order.number } },
    })
    await reviewTicket(tx, order.id, ticketId)
  })
}
