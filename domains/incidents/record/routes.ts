import { IncidentRecord, RecordPrint, RecordQuery } from '#contracts/incidents/record'
import { Empty, IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { notePrint, readRecord } from './read-record.ts'

export function recordRoutes(app: App): void {
  app.get(
    '/incidents/:id/record',
    {
      config: { can: 'incidents.print' },
      schema: { params: IdParam, querystring: RecordQuery, response: { 200: IncidentRecord } },
    },
    (req, reply) => {
      reply.header('cache-control', 'no-store')
      return readRecord(req.ctx, req.params.id, req.query.reason)
    },
  )
  app.post(
    '/incidents/:id/record/prints',
    {
      config: { can: 'incidents.print' },
      schema: { params: IdParam, body: RecordPrint, response: { 201: Empty } },
    },
    async (req, reply) => {
      await notePrint(req.ctx, req.params.id, req.body.copy)
      return reply.code(201).send({})
    },
  )
}
