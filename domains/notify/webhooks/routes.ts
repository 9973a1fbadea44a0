import { z } from 'zod'
import { IdParam } from '#contracts/kit'
import {
  CreateEndpoint,
  Endpoint,
  EndpointWithSecret,
  HookCall,
  HookCallList,
  HookCallQuery,
  Replayed,
  ReplaySpan,
  RotateSecret,
  SaveEndpoint,
} from '#contracts/notify/webhooks'
import type { App } from '#platform/module'
import { listCalls, pingEndpoint, replayCall, replaySpan } from './calls.ts'
import { createEndpoint, listEndpoints, removeEndpoint, rotateSecret, saveEndpoint } from './endpoints.ts'

export function webhookRoutes(app: App): void {
  const config = { can: 'notify.webhooks' } as const
  app.get('/webhooks', { config, schema: { response: { 200: z.array(Endpoint) } } }, (req) =>
    listEndpoints(req.ctx),
  )
  app.post(
    '/webhooks',
    { config, schema: { body: CreateEndpoint, response: { 201: EndpointWithSecret } } },
    async (req, reply) => reply.code(201).send(await createEndpoint(req.ctx, req.body)),
  )
  app.put(
    '/webhooks/:id',
    { config, schema: { params: IdParam, body: SaveEndpoint, response: { 200: Endpoint } } },
    (req) => saveEndpoint(req.ctx, req.params.id, req.body),
  )
  app.delete(
    '/webhooks/:id',
    { config, schema: { params: IdParam, response: { 204: z.null() } } },
    async (req, reply) => {
      await removeEndpoint(req.ctx, req.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/webhooks/:id/secret',
    { config, schema: { params: IdParam, body: RotateSecret, response: { 200: EndpointWithSecret } } },
    (req) => rotateSecret(req.ctx, req.params.id, req.body),
  )
  app.post(
    '/webhooks/:id/ping',
    { config: { ...config, perMinute: 20 }, schema: { params: IdParam, response: { 200: HookCall } } },
    (req) => pingEndpoint(req.ctx, req.params.id),
  )
  app.get(
    '/webhooks/:id/calls',
    { config, schema: { params: IdParam, querystring: HookCallQuery, response: { 200: HookCallList } } },
    (req) => listCalls(req.ctx, req.params.id, req.query),
  )
  app.post(
    '/webhooks/:id/replay',
    { config, schema: { params: IdParam, body: ReplaySpan, response: { 200: Replayed } } },
    (req) => replaySpan(req.ctx, req.params.id, req.body),
  )
  app.post(
    '/webhook-calls/:id/replay',
    { config, schema: { params: IdParam, response: { 200: HookCall } } },
    (req) => replayCall(req.ctx, req.params.id),
  )
}
