import { IdParam } from '#contracts/kit'
import { KitchenBoard, SendTaps, TapsTaken } from '#contracts/orders/kitchen'
import type { App } from '#platform/module'
import { readBoard } from './read-board.ts'
import { takeTaps } from './take-taps.ts'

export function kitchenRoutes(app: App): void {
  const params = IdParam
  const config = { can: 'orders.cook' }
  app.get('/shops/:id/kitchen', { config, schema: { params, response: { 200: KitchenBoard } } }, (req) =>
    readBoard(req.ctx, req.params.id),
  )
  app.post(
    '/shops/:id/kitchen/taps',
    { config, schema: { params, body: SendTaps, response: { 200: TapsTaken } } },
    (req) => takeTaps(req.ctx, req.params.id, req.body.taps),
  )
}
