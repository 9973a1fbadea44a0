import { z } from 'zod'
import { OrderCard, OrderCardQuery } from '#contracts/orders/outside'
import type { App } from '#platform/module'
import { orderCards } from './ticket-links.ts'

export function linkRoutes(app: App): void {
  app.get(
    '/orders/cards',
    {
      config: { can: 'orders.read' },
      schema: { querystring: OrderCardQuery, response: { 200: z.array(OrderCard) } },
    },
    (req) => orderCards(req.ctx, req.query.ticketId),
  )
}
