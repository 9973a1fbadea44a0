import { z } from 'zod'
import { Locale } from '#contracts/kit'
import { SaidAboutOrder, SayAboutOrder } from '#contracts/orders/order-page'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { sayAboutOrder } from './say-about-order.ts'

const params = z.strictObject({
  token: z
    .string()
    .min(16)
    .max(64)
    .regex(/^[\w-]+$/),
})
const WORDS_PER_MINUTE = 30

/** From an order's own page to whoever answers for it. */
export function orderTicketRoutes(app: App): void {
  app.post(
    '/public/orders/:token/messages',
    {
      config: { public: true },
      schema: {
        params,
        querystring: z.strictObject({ locale: Locale.optional() }),
        body: SayAboutOrder,
        response: { 201: SaidAboutOrder },
      },
    },
    async (req, reply) => {
      await limitRate(req.ctx, `order-say:${req.ip}`, WORDS_PER_MINUTE)
      const locale = req.query.locale ?? req.ctx.locale
      return reply.code(201).send(await sayAboutOrder(req.ctx, req.params.token, req.body, locale))
    },
  )
}
