import { z } from 'zod'
import { Receipt } from '#contracts/channels'
import { RevealReason } from '#contracts/customers'
import { IdParam } from '#contracts/kit'
import {
  CallFeedback,
  CallNumber,
  CallPage,
  CallPop,
  CallQuery,
  ContinueTicket,
} from '#contracts/tickets/calls'
import type { App } from '#platform/module'
import { hearRecording } from './hear-recording.ts'
import { continueTicket, noteCall, putAway, revealNumber } from './note-call.ts'
import { readCalls, readMyCalls } from './read-calls.ts'

export function callRoutes(app: App): void {
  const params = IdParam
  const entering = { can: 'tickets.enter' }
  app.get(
    '/calls',
    { config: { can: 'tickets.readCalls' }, schema: { querystring: CallQuery, response: { 200: CallPage } } },
    (req) => readCalls(req.ctx, req.query),
  )
  app.get('/calls/mine', { config: entering, schema: { response: { 200: z.array(CallPop) } } }, (req) =>
    readMyCalls(req.ctx),
  )
  app.post(
    '/calls/:id/ticket',
    { config: entering, schema: { params, body: CallFeedback, response: { 201: Receipt } } },
    async (req, reply) => reply.code(201).send(await noteCall(req.ctx, req.params.id, req.body)),
  )
  app.put(
    '/calls/:id/ticket',
    { config: entering, schema: { params, body: ContinueTicket, response: { 204: z.null() } } },
    async (req, reply) => {
      await continueTicket(req.ctx, req.params.id, req.body)
      return reply.code(204).send(null)
    },
  )
  app.put(
    '/calls/:id/dismissal',
    { config: entering, schema: { params, response: { 204: z.null() } } },
    async (req, reply) => {
      await putAway(req.ctx, req.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/calls/:id/number',
    {
      config: { can: 'customers.reveal' },
      schema: { params, body: RevealReason, response: { 200: CallNumber } },
    },
    (req) => revealNumber(req.ctx, req.params.id, req.body.reason),
  )
  app.get(
    '/calls/:id/recording',
    { config: { can: 'tickets.hearCalls' }, schema: { params } },
    async (req, reply) => {
      const { bytes, mime } = await hearRecording(req.ctx, req.params.id)
      return reply
        .type(mime)
        .header('cache-control', 'no-store')
        .header('content-disposition', 'inline')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(bytes)
    },
  )
}
