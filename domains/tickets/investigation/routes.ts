import { z } from 'zod'
import { Id, IdParam } from '#contracts/kit'
import {
  AddEvidence,
  Colleagues,
  ConcludeInvestigation,
  GiveReason,
  GiveStatement,
  Investigation,
  SaveInvestigation,
  SetAccused,
} from '#contracts/tickets/investigation'
import type { Ctx } from '#platform/context'
import type { App } from '#platform/module'
import type { Scope } from '#platform/permissions'
import { addEvidence, lookAtEvidence, withdrawEvidence } from './add-evidence.ts'
import { listColleagues } from './colleagues.ts'
import { giveStatement } from './give-statement.ts'
import { readInvestigation } from './read-investigation.ts'
import { concludeInvestigation, reopenInvestigation, saveInvestigation } from './save-investigation.ts'
import { setAccused, unsetAccused } from './set-accused.ts'

/** Whoever did a deed sees what came of it, even when the ticket has left the own reach by it. */
const AS_DONE: Scope = { shops: 'all', own: false, staffId: null }
const OfEvidence = IdParam.extend({ evidenceId: Id })

/** H3: the investigation of a ticket; each deed answers with the record as it now stands. */
export function investigationRoutes(app: App): void {
  const params = IdParam
  const response = { 200: Investigation }
  const investigate = { can: 'tickets.investigate' }
  const then = async (ctx: Ctx, id: string, deed: Promise<void>): Promise<Investigation> => {
    await deed
    return readInvestigation(ctx, id, AS_DONE)
  }
  app.get(
    '/tickets/:id/investigation',
    { config: { can: 'tickets.read' }, schema: { params, response } },
    (req) => readInvestigation(req.ctx, req.params.id),
  )
  app.put(
    '/tickets/:id/investigation',
    { config: investigate, schema: { params, body: SaveInvestigation, response } },
    (req) => then(req.ctx, req.params.id, saveInvestigation(req.ctx, req.params.id, req.body)),
  )
  app.put(
    '/tickets/:id/investigation/conclusion',
    { config: investigate, schema: { params, body: ConcludeInvestigation, response } },
    (req) => then(req.ctx, req.params.id, concludeInvestigation(req.ctx, req.params.id, req.body)),
  )
  app.delete(
    '/tickets/:id/investigation/conclusion',
    { config: investigate, schema: { params, body: GiveReason, response } },
    (req) => then(req.ctx, req.params.id, reopenInvestigation(req.ctx, req.params.id, req.body.reason)),
  )
  app.post(
    '/tickets/:id/evidence',
    { config: investigate, schema: { params, body: AddEvidence, response } },
    (req) => then(req.ctx, req.params.id, addEvidence(req.ctx, req.params.id, req.body)),
  )
  app.delete(
    '/tickets/:id/evidence/:evidenceId',
    { config: investigate, schema: { params: OfEvidence, body: GiveReason, response } },
    (req) => {
      const { id, evidenceId } = req.params
      return then(req.ctx, id, withdrawEvidence(req.ctx, id, evidenceId, req.body.reason))
    },
  )
  app.put(
    '/tickets/:id/evidence/:evidenceId/look',
    { config: { can: 'tickets.read' }, schema: { params: OfEvidence, response: { 204: z.null() } } },
    async (req, reply) => {
      await lookAtEvidence(req.ctx, req.params.id, req.params.evidenceId)
      return reply.code(204).send(null)
    },
  )
  app.put(
    '/tickets/:id/accused',
    { config: investigate, schema: { params, body: SetAccused, response } },
    (req) => then(req.ctx, req.params.id, setAccused(req.ctx, req.params.id, req.body.staffId)),
  )
  app.delete(
    '/tickets/:id/accused',
    { config: investigate, schema: { params, body: GiveReason, response } },
    (req) => then(req.ctx, req.params.id, unsetAccused(req.ctx, req.params.id, req.body.reason)),
  )
  app.put(
    '/tickets/:id/statement',
    { config: { can: 'tickets.doTasks' }, schema: { params, body: GiveStatement, response } },
    (req) => then(req.ctx, req.params.id, giveStatement(req.ctx, req.params.id, req.body)),
  )
  app.get(
    '/tickets/:id/colleagues',
    { config: investigate, schema: { params, response: { 200: Colleagues } } },
    (req) => listColleagues(req.ctx, req.params.id),
  )
}
