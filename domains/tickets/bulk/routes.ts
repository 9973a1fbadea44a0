import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import { Bulk, StartBulk } from '#contracts/tickets/inbox'
import type { App } from '#platform/module'
import { listBulks, readBulk, startBulk, undoBulk } from './bulks.ts'

const config = { can: 'tickets.bulk' }

export function bulkRoutes(app: App): void {
  app.post('/bulks', { config, schema: { body: StartBulk, response: { 201: Bulk } } }, async (req, reply) =>
    reply.code(201).send(await startBulk(req.ctx, req.body)),
  )
  app.get('/bulks', { config, schema: { response: { 200: z.array(Bulk) } } }, (req) => listBulks(req.ctx))
  app.get('/bulks/:id', { config, schema: { params: IdParam, response: { 200: Bulk } } }, (req) =>
    readBulk(req.ctx, req.params.id),
  )
  app.put('/bulks/:id/undo', { config, schema: { params: IdParam, response: { 200: Bulk } } }, (req) =>
    undoBulk(req.ctx, req.params.id),
  )
}
