import { z } from 'zod'
import { OpenIncident, PlanOffer, PlanQuery, Room, SaveIncident } from '#contracts/incidents'
import { OpeningOffer, OpeningQuery } from '#contracts/incidents/opening'
import { IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { incidentErrors } from '../errors.ts'
import { sendRoom } from '../reading/send-room.ts'
import { offerOpening } from './offer-opening.ts'
import { offerPlans } from './offer-plans.ts'
import { openIncident } from './open-incident.ts'
import { saveIncident } from './save-incident.ts'

export function openingRoutes(app: App): void {
  const config = { can: 'incidents.open' }
  app.get(
    '/incidents/plans',
    { config, schema: { querystring: PlanQuery, response: { 200: z.array(PlanOffer) } } },
    (req) => offerPlans(req.ctx, req.query.ticketId),
  )
  app.get(
    '/incidents/opening',
    { config, schema: { querystring: OpeningQuery, response: { 200: OpeningOffer } } },
    (req) => offerOpening(req.ctx, req.query.alarmId),
  )
  app.post(
    '/incidents',
    { config, schema: { body: OpenIncident, response: { 200: Room, 201: Room } } },
    async (req, reply) => {
      const { id, opened } = await openIncident(req.ctx, req.body, tapKeyOf(req.headers['idempotency-key']))
      return sendRoom(req, reply, opened ? 201 : 200, id)
    },
  )
  app.patch(
    '/incidents/:id',
    {
      config: { can: 'incidents.lead' },
      schema: { params: IdParam, body: SaveIncident, response: { 200: Room } },
    },
    async (req, reply) => {
      await saveIncident(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply)
    },
  )
}

/** Errors: incidents.tapKey when it is not 8 to 100 visible signs. */
function tapKeyOf(header: unknown): string | null {
  if (header === undefined) return null
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(header))
    throw incidentErrors.tapKey({}, 'Idempotency-Key')
  return header
}
