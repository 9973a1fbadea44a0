import { z } from 'zod'
import { LinkTickets, Room, SaveShops } from '#contracts/incidents'
import { Beside, KeepAsIs } from '#contracts/incidents/beside'
import { IncidentOfTicket, InventTicket } from '#contracts/incidents/record'
import { Id, IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { sendRoom } from '../reading/send-room.ts'
import { besideOf } from './beside.ts'
import { incidentsOfTicket } from './incident-of-ticket.ts'
import { keepAsIs } from './keep-as-is.ts'
import { inventTicket, linkTickets, unlinkTicket } from './link-tickets.ts'
import { saveShops } from './save-shops.ts'

export function linkedRoutes(app: App): void {
  const config = { can: 'incidents.work' }
  const params = IdParam
  app.get(
    '/tickets/:id/incident',
    { config: { can: 'tickets.read' }, schema: { params, response: { 200: z.array(IncidentOfTicket) } } },
    (req) => incidentsOfTicket(req.ctx, req.params.id),
  )
  app.get(
    '/incidents/:id/beside',
    { config: { can: 'incidents.read' }, schema: { params, response: { 200: Beside } } },
    (req) => besideOf(req.ctx, req.params.id),
  )
  app.post(
    '/incidents/:id/kept',
    { config: { can: 'incidents.lead' }, schema: { params, body: KeepAsIs, response: { 201: Room } } },
    async (req, reply) => {
      await keepAsIs(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply, 201)
    },
  )
  app.post(
    '/incidents/:id/tickets',
    { config, schema: { params, body: LinkTickets, response: { 201: Room } } },
    async (req, reply) => {
      await linkTickets(req.ctx, req.params.id, req.body.ticketIds)
      return sendRoom(req, reply, 201)
    },
  )
  app.delete(
    '/incidents/:id/tickets/:ticketId',
    { config, schema: { params: params.extend({ ticketId: Id }), response: { 200: Room } } },
    async (req, reply) => {
      await unlinkTicket(req.ctx, req.params.id, req.params.ticketId)
      return sendRoom(req, reply)
    },
  )
  app.post(
    '/incidents/:id/drill-tickets',
    { config, schema: { params, body: InventTicket, response: { 201: Room } } },
    async (req, reply) => {
      await inventTicket(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply, 201)
    },
  )
  app.put(
    '/incidents/:id/shops',
    {
      config: { can: 'incidents.lead' },
      schema: { params, body: SaveShops, response: { 200: Room } },
    },
    async (req, reply) => {
      await saveShops(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply)
    },
  )
}
