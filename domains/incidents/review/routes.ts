import { z } from 'zod'
import { AddMeasure, CloseIncident, FinishMeasure, Room, SaveReview } from '#contracts/incidents'
import { MeasurePage, MeasureQuery } from '#contracts/incidents/measures'
import { MyMeasure } from '#contracts/incidents/record'
import { Empty, IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { sendRoom } from '../reading/send-room.ts'
import { allMeasures } from './all-measures.ts'
import { closeIncident, contain, uncontain } from './close.ts'
import { addMeasure, finishMeasure, myMeasures } from './measures.ts'
import { saveReview } from './save-review.ts'

export function reviewRoutes(app: App): void {
  const config = { can: 'incidents.lead' }
  const own = { can: 'incidents.measures' }
  const params = IdParam
  const response = { 200: Room }
  app.put('/incidents/:id/containment', { config, schema: { params, response } }, async (req, reply) => {
    await contain(req.ctx, req.params.id)
    return sendRoom(req, reply)
  })
  app.delete('/incidents/:id/containment', { config, schema: { params, response } }, async (req, reply) => {
    await uncontain(req.ctx, req.params.id)
    return sendRoom(req, reply)
  })
  app.put(
    '/incidents/:id/review',
    { config, schema: { params, body: SaveReview, response } },
    async (req, reply) => {
      await saveReview(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply)
    },
  )
  app.post(
    '/incidents/:id/measures',
    { config, schema: { params, body: AddMeasure, response: { 201: Room } } },
    async (req, reply) => {
      await addMeasure(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply, 201)
    },
  )
  app.put(
    '/incidents/:id/closure',
    { config, schema: { params, body: CloseIncident, response } },
    async (req, reply) => {
      await closeIncident(req.ctx, req.params.id, req.body.words)
      return sendRoom(req, reply)
    },
  )
  app.get(
    '/measures',
    {
      config: { can: 'incidents.allMeasures' },
      schema: { querystring: MeasureQuery, response: { 200: MeasurePage } },
    },
    (req) => allMeasures(req.ctx, req.query),
  )
  app.get('/measures/mine', { config: own, schema: { response: { 200: z.array(MyMeasure) } } }, (req) =>
    myMeasures(req.ctx),
  )
  app.put(
    '/measures/:id/result',
    { config: own, schema: { params, body: FinishMeasure, response: { 200: Empty } } },
    async (req) => {
      await finishMeasure(req.ctx, req.params.id, req.body.note)
      return {}
    },
  )
}
