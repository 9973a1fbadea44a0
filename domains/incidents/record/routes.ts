import { IncidentRecord, RecordQuery } from '#contracts/incidents/record'
import { IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { readRecord } from './read-record.ts'

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
}
