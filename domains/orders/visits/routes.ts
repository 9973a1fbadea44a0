import { z } from 'zod'
import { RevealReason } from '#contracts/customers'
import { Id, IdParam } from '#contracts/kit'
import {
  BatchVisits,
  BeginVisit,
  BookVisit,
  FinishVisit,
  MoveVisit,
  NoShow,
  NoteAftercare,
  OpenBatch,
  SaveRecord,
  VisitBoard,
  VisitBoardQuery,
  VisitRecord,
  VisitView,
} from '#contracts/orders/visits'
import { sendFile } from '#domains/channels'
import type { Ctx } from '#platform/context'
import type { App } from '#platform/module'
import { noteAftercare } from './answer-aftercare.ts'
import { bookVisit, moveVisit } from './book-visit.ts'
import { readVisitBoard } from './read-board.ts'
import { readBatchVisits, readOpenProducts, readVisit } from './read-visit.ts'
import { readRecord, readRecordPhoto, saveRecord } from './record.ts'
import { arriveVisit, beginVisit, finishVisit, missVisit } from './visit-deeds.ts'

export function visitRoutes(app: App): void {
  const read = { can: 'orders.read' }
  app.get(
    '/visits',
    { config: read, schema: { querystring: VisitBoardQuery, response: { 200: VisitBoard } } },
    (req) => readVisitBoard(req.ctx, req.query),
  )
  app.post(
    '/visits',
    {
      config: { can: 'orders.book' },
      schema: { body: BookVisit, response: { 201: z.object({ id: Id }) } },
    },
    async (req, reply) => reply.code(201).send({ id: await bookVisit(req.ctx, req.body) }),
  )
  app.get(
    '/orders/:id/visit',
    { config: read, schema: { params: IdParam, response: { 200: VisitView } } },
    (req) => readVisit(req.ctx, req.params.id),
  )
  app.get(
    '/orders/:id/visit/products',
    {
      config: { can: 'orders.treat' },
      schema: { params: IdParam, response: { 200: z.array(OpenBatch) } },
    },
    (req) => readOpenProducts(req.ctx, req.params.id),
  )
  deed(app, '/orders/:id/visit', 'orders.book', MoveVisit, moveVisit)
  deed(app, '/orders/:id/visit/arrival', 'orders.book', z.strictObject({}), (ctx, id) => arriveVisit(ctx, id))
  deed(app, '/orders/:id/visit/no-show', 'orders.book', NoShow, missVisit)
  deed(app, '/orders/:id/visit/begin', 'orders.treat', BeginVisit, beginVisit)
  deed(app, '/orders/:id/visit/record', 'orders.treat', SaveRecord, saveRecord)
  deed(app, '/orders/:id/visit/finish', 'orders.treat', FinishVisit, finishVisit)
  recordRoutes(app)
}

function recordRoutes(app: App): void {
  const config = { can: 'orders.readRecord' }
  app.post(
    '/orders/:id/record-readings',
    { config, schema: { params: IdParam, body: RevealReason, response: { 200: VisitRecord } } },
    (req) => readRecord(req.ctx, req.params.id, req.body.reason),
  )
  app.get(
    '/orders/:id/record-photos/:photoId',
    {
      config,
      schema: {
        params: IdParam.extend({ photoId: Id }),
        querystring: z.strictObject({ size: z.enum(['full', 'thumb']).default('full') }),
      },
    },
    async (req, reply) => {
      const { id, photoId } = req.params
      return sendFile(reply, await readRecordPhoto(req.ctx, id, photoId, req.query.size))
    },
  )
  app.put(
    '/orders/:id/aftercare/:aftercareId',
    {
      config: { can: 'orders.aftercare' },
      schema: {
        params: IdParam.extend({ aftercareId: Id }),
        body: NoteAftercare,
        response: { 200: VisitView },
      },
    },
    async (req) => {
      await noteAftercare(req.ctx, req.params.id, req.params.aftercareId, req.body)
      return readVisit(req.ctx, req.params.id)
    },
  )
  app.get(
    '/batches/:id/visits',
    {
      config: { can: 'orders.aftercare' },
      schema: { params: IdParam, response: { 200: BatchVisits } },
    },
    (req) => readBatchVisits(req.ctx, req.params.id),
  )
}

/** A deed on one appointment, answered with it as it stands afterwards. */
function deed<T extends z.ZodType>(
  app: App,
  url: string,
  can: string,
  body: T,
  work: (ctx: Ctx, id: string, input: z.infer<T>) => Promise<void>,
): void {
  app.route({
    method: 'put',
    url,
    config: { can },
    schema: { params: IdParam, body, response: { 200: VisitView } },
    handler: async (req) => {
      await work(req.ctx, req.params.id, req.body as z.infer<T>)
      return readVisit(req.ctx, req.params.id)
    },
  })
}
