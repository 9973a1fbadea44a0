import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import {
  AssignRider,
  BoardQuery,
  DeliveryFacts,
  DeliveryReport,
  DispatchBoard,
  ReportQuery,
  RoundView,
  SetDuty,
  SetPosition,
  SettleStop,
  Tap,
} from '#contracts/orders/delivery'
import type { App } from '#platform/module'
import { assignRider, releaseRider, settleStop } from './dispatch-deeds.ts'
import { readBoard, readDeliveryReport } from './read-board.ts'
import { readDeliveryFacts } from './read-facts.ts'
import { readRound } from './read-round.ts'
import { setDuty, setPosition } from './rider-duty.ts'
import { tapStop } from './rider-taps.ts'

/** A tap may carry a picture of the door. */
const TAP_BYTES = 1024 * 1024

export function deliveryRoutes(app: App): void {
  dispatchRoutes(app)
  roundRoutes(app)
  app.get(
    '/orders/:id/delivery',
    { config: { can: 'orders.read' }, schema: { params: IdParam, response: { 200: DeliveryFacts } } },
    (req) => readDeliveryFacts(req.ctx, req.params.id),
  )
}

function dispatchRoutes(app: App): void {
  const config = { can: 'orders.dispatch' }
  const params = IdParam
  const response = { 200: DispatchBoard }
  app.get('/dispatch', { config, schema: { querystring: BoardQuery, response } }, (req) =>
    readBoard(req.ctx, req.query.shopId),
  )
  app.get(
    '/dispatch/report',
    { config, schema: { querystring: ReportQuery, response: { 200: DeliveryReport } } },
    (req) => readDeliveryReport(req.ctx, req.query.days),
  )
  app.put('/dispatch/stops/:id/rider', { config, schema: { params, body: AssignRider, response } }, (req) =>
    assignRider(req.ctx, req.params.id, req.body.riderId),
  )
  app.delete('/dispatch/stops/:id/rider', { config, schema: { params, response } }, (req) =>
    releaseRider(req.ctx, req.params.id),
  )
  app.put('/dispatch/stops/:id/outcome', { config, schema: { params, body: SettleStop, response } }, (req) =>
    settleStop(req.ctx, req.params.id, req.body),
  )
}

function roundRoutes(app: App): void {
  const config = { can: 'orders.deliver' }
  const response = { 200: RoundView }
  app.get('/round', { config, schema: { response } }, (req) => readRound(req.ctx))
  app.put('/round/duty', { config, schema: { body: SetDuty, response } }, (req) =>
    setDuty(req.ctx, req.body.on),
  )
  app.put(
    '/round/position',
    { config, schema: { body: SetPosition, response: { 204: z.null() } } },
    async (req, reply) => {
      await setPosition(req.ctx, req.body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/round/stops/:id/taps',
    { config, bodyLimit: TAP_BYTES, schema: { params: IdParam, body: Tap, response } },
    (req) => tapStop(req.ctx, req.params.id, req.body),
  )
}
