import { z } from 'zod'
import { Id, IdParam } from '#contracts/kit'
import { Assessment, DecideAssessment, GiveOpinion, OpenAssessment } from '#contracts/tickets/assessment'
import { GiveReason } from '#contracts/tickets/investigation'
import type { Ctx } from '#platform/context'
import type { App } from '#platform/module'
import type { Scope } from '#platform/permissions'
import { decideAssessment } from './decide-assessment.ts'
import { giveOpinion } from './give-opinion.ts'
import { cancelAssessment, openAssessment } from './open-assessment.ts'
import { readAssessments } from './read-assessments.ts'

const AS_DONE: Scope = { shops: 'all', own: false, staffId: null }
const OfAssessment = IdParam.extend({ assessmentId: Id })

/** H6: joint assessments of a ticket; each deed answers with all of them as they now stand. */
export function assessmentRoutes(app: App): void {
  const response = { 200: z.array(Assessment) }
  const then = async (ctx: Ctx, id: string, deed: Promise<unknown>): Promise<Assessment[]> => {
    await deed
    return readAssessments(ctx, id, AS_DONE)
  }
  app.get(
    '/tickets/:id/assessments',
    { config: { can: 'tickets.read' }, schema: { params: IdParam, response } },
    (req) => readAssessments(req.ctx, req.params.id),
  )
  app.post(
    '/tickets/:id/assessments',
    { config: { can: 'tickets.assess' }, schema: { params: IdParam, body: OpenAssessment, response } },
    (req) => then(req.ctx, req.params.id, openAssessment(req.ctx, req.params.id, req.body)),
  )
  app.put(
    '/tickets/:id/assessments/:assessmentId/opinion',
    { config: { can: 'tickets.doTasks' }, schema: { params: OfAssessment, body: GiveOpinion, response } },
    (req) => {
      const { id, assessmentId } = req.params
      return then(req.ctx, id, giveOpinion(req.ctx, id, assessmentId, req.body))
    },
  )
  app.put(
    '/tickets/:id/assessments/:assessmentId/decision',
    {
      config: { can: 'tickets.doTasks' },
      schema: { params: OfAssessment, body: DecideAssessment, response },
    },
    (req) => {
      const { id, assessmentId } = req.params
      return then(req.ctx, id, decideAssessment(req.ctx, id, assessmentId, req.body))
    },
  )
  app.delete(
    '/tickets/:id/assessments/:assessmentId',
    { config: { can: 'tickets.assess' }, schema: { params: OfAssessment, body: GiveReason, response } },
    (req) => {
      const { id, assessmentId } = req.params
      return then(req.ctx, id, cancelAssessment(req.ctx, id, assessmentId, req.body.reason))
    },
  )
}
