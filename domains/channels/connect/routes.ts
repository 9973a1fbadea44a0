import { z } from 'zod'
import {
  CheckResult,
  Connection,
  CreateChannel,
  DeadLetterList,
  SaveConnection,
  StrayList,
  StrayQuery,
} from '#contracts/channels/connect'
import { IdParam } from '#contracts/kit'
import type { App } from '#platform/module'
import { listStrays, settleStray } from '../inbound/strays.ts'
import { listDead, settleLetter } from '../outbox/dead-letters.ts'
import { createChannel, readConnection, saveConnection, testConnection } from './connections.ts'

const After = z.strictObject({ after: z.string().max(100).optional() })
const StrayDeed = z.strictObject({ deed: z.enum(['again', 'dismiss']) })
const LetterDeed = z.strictObject({ deed: z.enum(['again', 'drop']) })

export function connectRoutes(app: App): void {
  const manage = { can: 'channels.connect' } as const
  const nothing = { 204: z.null() }
  app.post(
    '/channels',
    { config: manage, schema: { body: CreateChannel, response: { 201: Connection } } },
    async (req, reply) => reply.code(201).send(await createChannel(req.ctx, req.body)),
  )
  app.get(
    '/channels/:id/connection',
    { config: manage, schema: { params: IdParam, response: { 200: Connection } } },
    (req) => readConnection(req.ctx, req.params.id),
  )
  app.put(
    '/channels/:id/connection',
    { config: manage, schema: { params: IdParam, body: SaveConnection, response: { 200: Connection } } },
    (req) => saveConnection(req.ctx, req.params.id, req.body),
  )
  app.post(
    '/channels/:id/test',
    { config: { ...manage, perMinute: 20 }, schema: { params: IdParam, response: { 200: CheckResult } } },
    (req) => testConnection(req.ctx, req.params.id),
  )
  app.get(
    '/channels/strays',
    { config: manage, schema: { querystring: StrayQuery, response: { 200: StrayList } } },
    (req) => listStrays(req.ctx, req.query),
  )
  app.post(
    '/channels/strays/:id',
    { config: manage, schema: { params: IdParam, body: StrayDeed, response: nothing } },
    async (req, reply) => {
      await settleStray(req.ctx, req.params.id, req.body.deed)
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/channels/letters',
    { config: manage, schema: { querystring: After, response: { 200: DeadLetterList } } },
    (req) => listDead(req.ctx, req.query.after),
  )
  app.post(
    '/channels/letters/:id',
    { config: manage, schema: { params: IdParam, body: LetterDeed, response: nothing } },
    async (req, reply) => {
      await settleLetter(req.ctx, req.params.id, req.body.deed)
      return reply.code(204).send(null)
    },
  )
}
