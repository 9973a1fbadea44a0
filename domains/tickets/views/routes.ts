import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import { OrderViews, SavedView, SavedViewCounts, SaveView } from '#contracts/tickets/inbox'
import type { App } from '#platform/module'
import { changeView, countSavedViews, createView, listViews, removeView, sortViews } from './saved-views.ts'

const config = { can: 'tickets.read' }

export function viewRoutes(app: App): void {
  const list = { 200: z.array(SavedView) }
  app.get('/saved-views', { config, schema: { response: list } }, (req) => listViews(req.ctx))
  app.get('/saved-views/counts', { config, schema: { response: { 200: SavedViewCounts } } }, (req) =>
    countSavedViews(req.ctx),
  )
  app.post(
    '/saved-views',
    { config, schema: { body: SaveView, response: { 201: SavedView } } },
    async (req, reply) => reply.code(201).send(await createView(req.ctx, req.body)),
  )
  app.put('/saved-views/order', { config, schema: { body: OrderViews, response: list } }, (req) =>
    sortViews(req.ctx, req.body),
  )
  app.put(
    '/saved-views/:id',
    { config, schema: { params: IdParam, body: SaveView, response: { 200: SavedView } } },
    (req) => changeView(req.ctx, req.params.id, req.body),
  )
  app.delete(
    '/saved-views/:id',
    { config, schema: { params: IdParam, response: { 204: z.null() } } },
    async (req, reply) => {
      await removeView(req.ctx, req.params.id)
      return reply.code(204).send(null)
    },
  )
}
