import { z } from 'zod'
import { AttachmentView } from '#contracts/channels'
import { Locale } from '#contracts/kit'
import { CancelOwnOrder, GiveReview, TrackedOrder } from '#contracts/orders/order-page'
import { AnswerAftercare } from '#contracts/orders/visits'
import { customerContext, keepPhoto, uploadOf } from '#domains/channels'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { giveReview, reviewPhotosOf } from '../reviews/give-review.ts'
import { answerAftercare } from '../visits/answer-aftercare.ts'
import { cancelOwnOrder } from './cancel-own-order.ts'
import { findOrderByToken } from './order-door.ts'
import { readOrderPage } from './read-order-page.ts'

const Token = z.strictObject({
  token: z
    .string()
    .min(16)
    .max(64)
    .regex(/^[\w-]+$/),
})
const querystring = z.strictObject({ locale: Locale.optional() })
const config = { public: true as const }
const READS_PER_MINUTE = 240
const DEEDS_PER_MINUTE = 30
const PHOTOS_PER_MINUTE = 40

/** The customer's page of one order: its token is the only key. Guessing is limited per sender. */
export function trackingRoutes(app: App): void {
  const schema = { params: Token, querystring, response: { 200: TrackedOrder } }
  app.get('/public/orders/:token', { config, schema }, async (req, reply) => {
    await limitRate(req.ctx, `order:${req.ip}`, READS_PER_MINUTE)
    reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store')
    return readOrderPage(req.ctx, req.params.token, req.query.locale ?? req.ctx.locale)
  })
  app.put(
    '/public/orders/:token/cancellation',
    { config, schema: { ...schema, body: CancelOwnOrder } },
    async (req) => {
      const locale = req.query.locale ?? req.ctx.locale
      await limitRate(req.ctx, `order-deed:${req.ip}`, DEEDS_PER_MINUTE)
      await cancelOwnOrder(req.ctx, req.params.token, req.body.reason, locale)
      return readOrderPage(req.ctx, req.params.token, locale)
    },
  )
  app.put(
    '/public/orders/:token/review',
    { config, schema: { ...schema, body: GiveReview } },
    async (req) => {
      const locale = req.query.locale ?? req.ctx.locale
      await limitRate(req.ctx, `order-deed:${req.ip}`, DEEDS_PER_MINUTE)
      await giveReview(req.ctx, req.params.token, req.body, locale)
      return readOrderPage(req.ctx, req.params.token, locale)
    },
  )
  app.put(
    '/public/orders/:token/aftercare',
    { config, schema: { ...schema, body: AnswerAftercare } },
    async (req) => {
      const locale = req.query.locale ?? req.ctx.locale
      await limitRate(req.ctx, `order-deed:${req.ip}`, DEEDS_PER_MINUTE)
      await answerAftercare(req.ctx, req.params.token, req.body, locale)
      return readOrderPage(req.ctx, req.params.token, locale)
    },
  )
  app.post(
    '/public/orders/:token/photos',
    { config, schema: { params: Token, response: { 201: AttachmentView } } },
    async (req, reply) => {
      await limitRate(req.ctx, `photo:${req.ip}`, PHOTOS_PER_MINUTE)
      const { brandId, orderId } = await findOrderByToken(req.ctx, req.params.token)
      const ctx = customerContext(req.ctx, brandId, req.ctx.locale, req.id)
      return reply.code(201).send(await keepPhoto(ctx, reviewPhotosOf(orderId), await uploadOf(req)))
    },
  )
}
