import { z } from 'zod'
import { ApiOrder, ApiOrderStatus } from '#contracts/orders/outside'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { apiOrderStatus, placeFromApi } from './api-orders.ts'

const ORDERS_PER_MINUTE = 600

/** The brand's own program: orders in, and how far they are. */
export function outsideRoutes(app: App): void {
  app.post(
    '/v1/orders',
    { config: { apiScope: 'orders.write' }, schema: { body: ApiOrder, response: { 201: ApiOrderStatus } } },
    async (req, reply) => {
      const { actor } = req.ctx
      if (actor.kind === 'api_key') await limitRate(req.ctx, `api-orders:${actor.keyId}`, ORDERS_PER_MINUTE)
      return reply.code(201).send(await placeFromApi(req.ctx, req.body))
    },
  )
  app.get(
    '/v1/orders/:number',
    {
      config: { apiScope: 'orders.read' },
      schema: {
        params: z.strictObject({ number: z.string().regex(/^D\d{6,12}$/) }),
        response: { 200: ApiOrderStatus },
      },
    },
    (req) => apiOrderStatus(req.ctx, req.params.number),
  )
}
