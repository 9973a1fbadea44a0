import { z } from 'zod'
import { Empty, Id, IdParam } from '#contracts/kit'
import { AnswerReview, ReviewPage, ReviewQuery } from '#contracts/orders/reviews'
import { sendFile } from '#domains/channels'
import type { App } from '#platform/module'
import { answerReview } from './answer-review.ts'
import { readReviewPhoto, readReviews } from './read-reviews.ts'

export function reviewRoutes(app: App): void {
  const config = { can: 'orders.read' }
  app.get(
    '/reviews',
    { config, schema: { querystring: ReviewQuery, response: { 200: ReviewPage } } },
    (req) => readReviews(req.ctx, req.query),
  )
  app.put(
    '/orders/:id/review-answer',
    {
      config: { can: 'orders.handle' },
      schema: { params: IdParam, body: AnswerReview, response: { 200: Empty } },
    },
    async (req) => {
      await answerReview(req.ctx, req.params.id, req.body.text)
      return {}
    },
  )
  app.get(
    '/orders/:id/review-photos/:photoId',
    {
      config,
      schema: {
        params: IdParam.extend({ photoId: Id }),
        querystring: z.strictObject({ size: z.enum(['full', 'thumb']).default('full') }),
      },
    },
    async (req, reply) => {
      const { id, photoId } = req.params
      return sendFile(reply, await readReviewPhoto(req.ctx, id, photoId, req.query.size))
    },
  )
}
