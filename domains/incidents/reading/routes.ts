import { z } from 'zod'
import { IncidentPage, IncidentQuery, Room } from '#contracts/incidents'
import { IncidentStanding } from '#contracts/incidents/standing'
import { IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { listIncidents } from './list-incidents.ts'
import { sendRead } from './send-room.ts'
import { readStanding } from './standing.ts'

export function readingRoutes(app: App): void {
  const config = { can: 'incidents.read' }
  app.get(
    '/incidents',
    { config, schema: { querystring: IncidentQuery, response: { 200: IncidentPage } } },
    (req) => listIncidents(req.ctx, req.query),
  )
  app.get('/incidents/standing', { config, schema: { response: { 200: IncidentStanding } } }, (req) =>
    readStanding(req.ctx),
  )
  app.get(
    '/incidents/:id',
    { config, schema: { params: IdParam, response: { 200: Room, 304: z.null() } } },
    (req, reply) => sendRead(req, reply),
  )
}
