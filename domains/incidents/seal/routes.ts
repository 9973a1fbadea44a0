import { z } from 'zod'
import { Room } from '#contracts/incidents'
import { AcknowledgeSeal, LiftSeal, OrderSeal, ShopSeal } from '#contracts/incidents/seal'
import { Id, IdParam } from '#contracts/kit'
import { sendFile } from '#domains/channels'
import type { App } from '#platform/module'
import { sendRoom } from '../reading/send-room.ts'
import { acknowledgeSeal } from './acknowledge.ts'
import { liftSeal } from './lift-seal.ts'
import { readMySeals, readSealFile, readShopSeal } from './my-seals.ts'
import { orderSeal } from './order-seal.ts'

export function sealRoutes(app: App): void {
  const params = IdParam
  const answer = { can: 'incidents.acknowledgeSeal' }
  app.post(
    '/incidents/:id/seals',
    { config: { can: 'incidents.seal' }, schema: { params, body: OrderSeal, response: { 201: Room } } },
    async (req, reply) => {
      await orderSeal(req.ctx, req.params.id, req.body)
      return sendRoom(req, reply, 201)
    },
  )
  app.put(
    '/incidents/:id/seals/:sealId/lifting',
    {
      config: { can: 'incidents.lead' },
      schema: { params: params.extend({ sealId: Id }), body: LiftSeal, response: { 200: Room } },
    },
    async (req, reply) => {
      await liftSeal(req.ctx, req.params.id, req.params.sealId, req.body)
      return sendRoom(req, reply)
    },
  )
  app.get('/seals/mine', { config: answer, schema: { response: { 200: z.array(ShopSeal) } } }, (req) =>
    readMySeals(req.ctx),
  )
  app.post(
    '/seals/:id/shops/:shopId/acknowledgements',
    {
      config: answer,
      schema: { params: params.extend({ shopId: Id }), body: AcknowledgeSeal, response: { 201: ShopSeal } },
    },
    async (req, reply) => {
      const { id, shopId } = req.params
      await acknowledgeSeal(req.ctx, id, shopId, req.body)
      return reply.code(201).send(await readShopSeal(req.ctx, id, shopId))
    },
  )
  app.get(
    '/seals/:id/files/:fileId',
    {
      config: answer,
      schema: {
        params: params.extend({ fileId: Id }),
        querystring: z.strictObject({ size: z.enum(['full', 'thumb']).default('full') }),
      },
    },
    async (req, reply) => {
      const { id, fileId } = req.params
      return sendFile(reply, await readSealFile(req.ctx, id, fileId, req.query.size))
    },
  )
}
