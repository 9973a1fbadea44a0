import { z } from 'zod'
import { RevealReason } from '#contracts/customers'
import { Id, IdParam } from '#contracts/kit'
import {
  AskCaller,
  CancelOrder,
  ChangeOrder,
  ConfirmOrder,
  ContactOrder,
  HandOverOrder,
  KnownCaller,
  OrderPage,
  OrderQuery,
  OrderRevealed,
  OrderView,
  PlaceOrder,
  PromiseOrder,
  RefundOrder,
  StageCounts,
} from '#contracts/orders'
import type { Ctx } from '#platform/context'
import type { App } from '#platform/module'
import { changeOrder } from './change-order.ts'
import { cancelOrder, confirmOrder, contactCustomer, handOverOrder, promiseOrder } from './order-deeds.ts'
import { placeOrder } from './place-order.ts'
import { knownCaller, readOrder, readOrders, readStages, revealOrder } from './read-orders.ts'
import { refundOrder } from './refund-order.ts'

export function takingRoutes(app: App): void {
  const params = IdParam
  const read = { can: 'orders.read' }
  app.get(
    '/orders',
    { config: read, schema: { querystring: OrderQuery, response: { 200: OrderPage } } },
    (req) => readOrders(req.ctx, req.query),
  )
  app.get('/orders/stages', { config: read, schema: { response: { 200: StageCounts } } }, (req) =>
    readStages(req.ctx),
  )
  app.get('/orders/:id', { config: read, schema: { params, response: { 200: OrderView } } }, (req) =>
    readOrder(req.ctx, req.params.id),
  )
  app.post(
    '/orders',
    {
      config: { can: 'orders.enter' },
      schema: { body: PlaceOrder, response: { 201: z.object({ id: Id }) } },
    },
    async (req, reply) => reply.code(201).send({ id: await placeOrder(req.ctx, req.body) }),
  )
  app.post(
    '/orders/caller',
    {
      config: { can: 'orders.enter', perMinute: 60 },
      schema: { body: AskCaller, response: { 200: KnownCaller } },
    },
    (req) => knownCaller(req.ctx, req.body.contact),
  )
  app.post(
    '/orders/:id/contact-data',
    {
      config: { can: 'orders.reveal' },
      schema: { params, body: RevealReason, response: { 200: OrderRevealed } },
    },
    (req) => revealOrder(req.ctx, req.params.id, req.body.reason),
  )
  deed(app, 'put', '/orders/:id', 'orders.handle', ChangeOrder, changeOrder)
  deed(app, 'put', '/orders/:id/confirmation', 'orders.handle', ConfirmOrder, confirmOrder)
  deed(app, 'post', '/orders/:id/contacts', 'orders.handle', ContactOrder, contactCustomer)
  deed(app, 'put', '/orders/:id/promise', 'orders.handle', PromiseOrder, promiseOrder)
  deed(app, 'put', '/orders/:id/hand-over', 'orders.handle', HandOverOrder, handOverOrder)
  deed(app, 'put', '/orders/:id/cancellation', 'orders.cancel', CancelOrder, cancelOrder)
  deed(app, 'post', '/orders/:id/refunds', 'orders.refund', RefundOrder, refundOrder)
}

/** A deed on one order, answered with the order as it stands afterwards. */
function deed<T extends z.ZodType>(
  app: App,
  method: 'put' | 'post',
  url: string,
  can: string,
  body: T,
  work: (ctx: Ctx, id: string, input: z.infer<T>) => Promise<void>,
): void {
  app.route({
    method,
    url,
    config: { can },
    schema: { params: IdParam, body, response: { 200: OrderView } },
    handler: async (req) => {
      await work(req.ctx, req.params.id, req.body as z.infer<T>)
      return readOrder(req.ctx, req.params.id)
    },
  })
}
