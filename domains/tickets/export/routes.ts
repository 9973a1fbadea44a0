import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import { Export, StartExport } from '#contracts/tickets/inbox'
import type { App } from '#platform/module'
import { listExports, openExport, readExport, removeExport, startExport } from './exports.ts'

const config = { can: 'tickets.export' }

export function exportRoutes(app: App): void {
  app.post(
    '/exports',
    { config, schema: { body: StartExport, response: { 201: Export } } },
    async (req, reply) => reply.code(201).send(await startExport(req.ctx, req.body)),
  )
  app.get('/exports', { config, schema: { response: { 200: z.array(Export) } } }, (req) =>
    listExports(req.ctx),
  )
  app.get('/exports/:id', { config, schema: { params: IdParam, response: { 200: Export } } }, (req) =>
    readExport(req.ctx, req.params.id),
  )
  app.get('/exports/:id/file', { config, schema: { params: IdParam } }, async (req, reply) => {
    const { bytes, name, mime, size } = await openExport(req.ctx, req.params.id)
    return reply
      .type(mime)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('content-length', size)
      .header('cache-control', 'private, no-store')
      .send(bytes)
  })
  app.delete(
    '/exports/:id',
    { config, schema: { params: IdParam, response: { 204: z.null() } } },
    async (req, reply) => {
      await removeExport(req.ctx, req.params.id)
      return reply.code(204).send(null)
    },
  )
}
