import { HandedOver, HandOver, HandOverState } from '#contracts/tickets/hand-over'
import type { App } from '#platform/module'
import { handOver, readHandOver } from './hand-over.ts'

export function routingRoutes(app: App): void {
  const config = { can: 'tickets.handOver' }
  app.get('/me/hand-over', { config, schema: { response: { 200: HandOverState } } }, (req) =>
    readHandOver(req.ctx),
  )
  app.post('/me/hand-over', { config, schema: { body: HandOver, response: { 200: HandedOver } } }, (req) =>
    handOver(req.ctx, req.body),
  )
}
