import { type Ctx, staffOf } from '#platform/context'
import { orderErrors } from '../errors.ts'
import { addTrace, atOrder, recordOrder } from '../taking/order-desk.ts'
import { tellCustomer } from '../taking/tell-customer.ts'
import { lockReview, setReviewAnswer } from './review-data.ts'

/**
 * Answers a review, once: the customer hears of it in the own channel and reads it on the order's page (O4).
 * Errors: orders.notReviewed, orders.alreadyAnswered.
 */
export function answerReview(ctx: Ctx, orderId: string, text: string): Promise<void> {
  return atOrder(ctx, orderId, 'orders.handle', async (desk) => {
    const review = await lockReview(desk.tx, orderId)
    if (!review) throw orderErrors.notReviewed()
    if (review.answer) throw orderErrors.alreadyAnswered()
    const answered_by = staffOf(ctx).staffId
    await setReviewAnswer(desk.tx, orderId, { answer: text, answered_at: desk.now, answered_by })
    addTrace(desk, 'review_answered', {})
    recordOrder(desk, 'orders.answerReview', { mark: review.mark })
    await tellCustomer(desk, 'reviewAnswered', {})
  })
}
