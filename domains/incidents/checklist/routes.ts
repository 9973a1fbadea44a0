import { AddStep, ChangePlan, FinishStep, KeepEvidence, Room } from '#contracts/incidents'
import { Id, IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { sendRoom } from '../reading/send-room.ts'
import { changePlan } from './change-plan.ts'
import { addStep, finishStep } from './finish-step.ts'
import { keepEvidence } from './keep-evidence.ts'
import { reopenStep } from './reopen-step.ts'

export function checklistRoutes(app: App): void {
  const config = { can: 'incidents.work' }
  const params = IdParam
  const ofStep = params.extend({ stepId: Id })
  const response = { 200: Room }
  app.post(
    '/incidents/:id/steps',
    { config, schema: { params, body: AddStep, response: { 201: Room } } },
    async (req, reply) => {
      await addStep(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply, 201)
    },
  )
  app.put(
    '/incidents/:id/steps/:stepId',
    { config, schema: { params: ofStep, body: FinishStep, response } },
    async (req, reply) => {
      await finishStep(req.ctx, req.params.id, req.params.stepId, req.body)
      return sendRoom(req, reply)
    },
  )
  app.delete(
    '/incidents/:id/steps/:stepId',
    { config, schema: { params: ofStep, response } },
    async (req, reply) => {
      await reopenStep(req.ctx, req.params.id, req.params.stepId)
      return sendRoom(req, reply)
    },
  )
  app.put(
    '/incidents/:id/plan',
    { config: { can: 'incidents.lead' }, schema: { params, body: ChangePlan, response } },
    async (req, reply) => {
      await changePlan(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply)
    },
  )
  app.put(
    '/incidents/:id/evidence',
    { config, schema: { params, body: KeepEvidence, response } },
    async (req, reply) => {
      await keepEvidence(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply)
    },
  )
}
