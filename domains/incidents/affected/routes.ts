import { Room } from '#contracts/incidents'
import {
  AffectedListQuery,
  AffectedPage,
  AffectedPreview,
  AffectedQuery,
  CalledByHand,
  DecideAffected,
  WriteAffected,
} from '#contracts/incidents/affected'
import { Id, IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { sendRoom } from '../reading/send-room.ts'
import { noteCall } from './call-by-hand.ts'
import { findAffectedCustomers } from './find-affected.ts'
import { listAffected } from './list-affected.ts'
import { threadAgain } from './lost-replies.ts'
import { previewAffected } from './preview-affected.ts'
import { decideAffected, writeAffected } from './write-affected.ts'

export function affectedRoutes(app: App): void {
  const params = IdParam
  const affected = { can: 'incidents.affected' }
  app.post(
    '/incidents/:id/affected/preview',
    { config: affected, schema: { params, body: AffectedQuery, response: { 200: AffectedPreview } } },
    (req) => previewAffected(req.ctx, req.params.id, req.body),
  )
  app.post(
    '/incidents/:id/affected',
    { config: affected, schema: { params, body: AffectedQuery, response: { 201: Room } } },
    async (req, reply) => {
      await findAffectedCustomers(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply, 201)
    },
  )
  app.get(
    '/incidents/:id/affected',
    {
      config: affected,
      schema: { params, querystring: AffectedListQuery, response: { 200: AffectedPage } },
    },
    (req) => listAffected(req.ctx, req.params.id, req.query),
  )
  app.put(
    '/incidents/:id/affected/message',
    { config: affected, schema: { params, body: WriteAffected, response: { 200: Room } } },
    async (req, reply) => {
      await writeAffected(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply)
    },
  )
  app.put(
    '/incidents/:id/affected/approval',
    {
      config: { can: 'incidents.approve' },
      schema: { params, body: DecideAffected, response: { 200: Room } },
    },
    async (req, reply) => {
      await decideAffected(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply)
    },
  )
  app.put(
    '/incidents/:id/affected/:affectedId/call',
    {
      config: affected,
      schema: { params: params.extend({ affectedId: Id }), body: CalledByHand, response: { 200: Room } },
    },
    async (req, reply) => {
      await noteCall(req.ctx, req.params.id, req.params.affectedId, req.body)
      return sendRoom(req, reply)
    },
  )
  app.post(
    '/incidents/:id/lost-replies/:ticketId/tries',
    {
      config: affected,
      schema: { params: params.extend({ ticketId: Id }), response: { 201: Room } },
    },
    async (req, reply) => {
      await threadAgain(req.ctx, req.params.id, req.params.ticketId)
      return sendRoom(req, reply, 201)
    },
  )
}
