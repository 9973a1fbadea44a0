import { Room } from '#contracts/incidents'
import { ContactNumber, RoomContacts } from '#contracts/incidents/contacts'
import { AddMember, AnswerCall } from '#contracts/incidents/people'
import { Presence } from '#contracts/incidents/record'
import { Empty, Id, IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { sendRoom } from '../reading/send-room.ts'
import { answerCall } from './answer-call.ts'
import { readContacts, revealNumber } from './contacts.ts'
import { beHere } from './presence.ts'
import { addMember, removeMember } from './team.ts'

export function peopleRoutes(app: App): void {
  const read = { can: 'incidents.read' }
  const params = IdParam
  app.put(
    '/incidents/:id/answer',
    { config: read, schema: { params, body: AnswerCall, response: { 200: Empty } } },
    async (req) => {
      await answerCall(req.ctx, req.params.id, req.body.answer)
      // Whoever has declined may not be able to read the room any more.
      return {}
    },
  )
  app.put(
    '/incidents/:id/presence',
    { config: read, schema: { params, response: { 200: Presence } } },
    (req) => beHere(req.ctx, req.params.id),
  )
  app.get(
    '/incidents/:id/contacts',
    { config: { can: 'incidents.work' }, schema: { params, response: { 200: RoomContacts } } },
    (req) => readContacts(req.ctx, req.params.id),
  )
  app.post(
    '/incidents/:id/contacts/:staffId/number',
    {
      config: { can: 'incidents.work', perMinute: 20 },
      schema: { params: params.extend({ staffId: Id }), response: { 200: ContactNumber } },
    },
    async (req, reply) => {
      reply.header('cache-control', 'no-store')
      return { number: await revealNumber(req.ctx, req.params.id, req.params.staffId) }
    },
  )
  app.post(
    '/incidents/:id/members',
    {
      config: { can: 'incidents.work' },
      schema: { params, body: AddMember, response: { 201: Room } },
    },
    async (req, reply) => {
      await addMember(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply, 201)
    },
  )
  app.delete(
    '/incidents/:id/members/:staffId',
    {
      config: { can: 'incidents.lead' },
      schema: { params: params.extend({ staffId: Id }), response: { 200: Room } },
    },
    async (req, reply) => {
      await removeMember(req.ctx, req.params.id, req.params.staffId)
      return sendRoom(req, reply)
    },
  )
}
