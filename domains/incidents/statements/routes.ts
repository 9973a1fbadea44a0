import { z } from 'zod'
import { Room } from '#contracts/incidents'
import {
  DecideStatement,
  DraftStatement,
  ReleaseStatement,
  SaveStatement,
  StatementOffer,
} from '#contracts/incidents/statements'
import { Id, IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { sendRoom } from '../reading/send-room.ts'
import { offerStatements } from './offer-statements.ts'
import {
  askApproval,
  decideStatement,
  draftStatement,
  releaseStatement,
  saveStatement,
} from './statements.ts'

export function statementRoutes(app: App): void {
  const work = { can: 'incidents.work' }
  const params = IdParam
  const one = params.extend({ statementId: Id })
  const response = { 200: Room }
  app.get(
    '/incidents/:id/statements/offers',
    { config: work, schema: { params, response: { 200: z.array(StatementOffer) } } },
    (req) => offerStatements(req.ctx, req.params.id),
  )
  app.post(
    '/incidents/:id/statements',
    { config: work, schema: { params, body: DraftStatement, response: { 201: Room } } },
    async (req, reply) => {
      await draftStatement(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply, 201)
    },
  )
  app.put(
    '/incidents/:id/statements/:statementId',
    { config: work, schema: { params: one, body: SaveStatement, response } },
    async (req, reply) => {
      await saveStatement(req.ctx, req.params.id, req.params.statementId, req.body)
      return sendRoom(req, reply)
    },
  )
  app.post(
    '/incidents/:id/statements/:statementId/asks',
    { config: work, schema: { params: one, response } },
    async (req, reply) => {
      await askApproval(req.ctx, req.params.id, req.params.statementId)
      return sendRoom(req, reply)
    },
  )
  app.put(
    '/incidents/:id/statements/:statementId/approval',
    { config: { can: 'incidents.approve' }, schema: { params: one, body: DecideStatement, response } },
    async (req, reply) => {
      await decideStatement(req.ctx, req.params.id, req.params.statementId, req.body)
      return sendRoom(req, reply)
    },
  )
  app.put(
    '/incidents/:id/statements/:statementId/release',
    { config: { can: 'incidents.release' }, schema: { params: one, body: ReleaseStatement, response } },
    async (req, reply) => {
      await releaseStatement(req.ctx, req.params.id, req.params.statementId, req.body)
      return sendRoom(req, reply)
    },
  )
}
