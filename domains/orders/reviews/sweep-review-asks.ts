import { type Services, systemContext } from '#platform/context'
import { dueOrders } from '../due-data.ts'
import { ANY_ORDER, openOrder, saveOrder } from '../taking/order-desk.ts'
import { tellCustomer } from '../taking/tell-customer.ts'
import { findReview } from './review-data.ts'
import { mayReview } from './review-rules.ts'

const AT_ONCE = 200

/** Asks the customer of a delivered order for a word, once (O4). */
export async function sweepReviewAsks(services: Services): Promise<number> {
  const due = await dueOrders(services.db.open, 'reviews_due', services.now(), AT_ONCE)
  for (const { brand_id, order_id } of due) {
    const ctx = systemContext(services, brand_id)
    await ctx.transaction(async (tx) => {
      const desk = await openOrder(ctx, tx, order_id, ANY_ORDER, { skipLocked: true })
      if (!desk?.order.review_ask_at) return
      desk.order.review_ask_at = null
      const given = (await findReview(tx, order_id)) !== undefined
      if (mayReview(desk.order, given)) await tellCustomer(desk, 'review', {})
      await saveOrder(desk)
    })
  }
  return due.length
}
