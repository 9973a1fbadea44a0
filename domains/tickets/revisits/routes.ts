import { IdParam } from '#contracts/kit'
import {
  AddRevisit,
  CancelRevisit,
  MoveRevisit,
  RecordRevisit,
  RevisitCounts,
  RevisitPage,
  RevisitQuery,
  RevisitSheet,
  TicketRevisits,
} from '#contracts/tickets/followup'
import type { App } from '#platform/module'
import { addRevisit, cancelRevisit, moveRevisit } from './change-visits.ts'
import { countRevisits, listRevisits, ticketRevisits } from './list-revisits.ts'
import { readSheet } from './read-sheet.ts'
import { recordRevisit } from './record-visit.ts'

const config = { can: 'tickets.revisit' }
const read = { can: 'tickets.read' }

/** 回访: the work list, the sheet of one, and what may be done with it. */
export function revisitRoutes(app: App): void {
  const params = IdParam
  app.get(
    '/revisits',
    { config, schema: { querystring: RevisitQuery, response: { 200: RevisitPage } } },
    (req) => listRevisits(req.ctx, req.query),
  )
  app.get('/revisits/counts', { config, schema: { response: { 200: RevisitCounts } } }, (req) =>
    countRevisits(req.ctx),
  )
  app.get('/revisits/:id', { config, schema: { params, response: { 200: RevisitSheet } } }, (req) =>
    readSheet(req.ctx, req.params.id),
  )
  app.put(
    '/revisits/:id/result',
    { config, schema: { params, body: RecordRevisit, response: { 200: RevisitSheet } } },
    async (req) => {
      await recordRevisit(req.ctx, req.params.id, req.body)
      return readSheet(req.ctx, req.params.id)
    },
  )
  app.put(
    '/revisits/:id/time',
    { config, schema: { params, body: MoveRevisit, response: { 200: RevisitSheet } } },
    async (req) => {
      await moveRevisit(req.ctx, req.params.id, req.body.at)
      return readSheet(req.ctx, req.params.id)
    },
  )
  app.put(
    '/revisits/:id/cancellation',
    { config, schema: { params, body: CancelRevisit, response: { 200: RevisitSheet } } },
    async (req) => {
      await cancelRevisit(req.ctx, req.params.id, req.body.reason)
      return readSheet(req.ctx, req.params.id)
    },
  )
  app.get(
    '/tickets/:id/revisits',
    { config: read, schema: { params, response: { 200: TicketRevisits } } },
    (req) => ticketRevisits(req.ctx, req.params.id),
  )
  app.post(
    '/tickets/:id/revisits',
    { config, schema: { params, body: AddRevisit, response: { 201: TicketRevisits } } },
    async (req, reply) => {
      await addRevisit(req.ctx, req.params.id, req.body)
      return reply.code(201).send(await ticketRevisits(req.ctx, req.params.id))
    },
  )
}
