import type { FastifyRequest } from 'fastify'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { takeHook } from './take-hook.ts'

const BODY_LIMIT = 1024 * 1024
/** Refused ones of one sender: a service whose settings are wrong gets that far, somebody who tries addresses or signatures no further. */
const REFUSED_PER_MINUTE = 300

/** Where foreign services push: the body stays raw, because signatures are made over bytes. */
export function hookRoutes(app: App): void {
  app.register(async (hooks) => {
    hooks.removeAllContentTypeParsers()
    hooks.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
      (_req: unknown, body: Buffer, done: (error: null, body: Buffer) => void) => done(null, body),
    )
    for (const url of ['/hooks/:hook', '/hooks/:hook/*'])
      hooks.route({
        method: ['GET', 'POST', 'PUT'],
        url,
        config: { public: true },
        schema: { hide: true },
        handler: async (req, reply) => {
          const { hook } = req.params as { hook: string }
          const answer = await takeHook(req.ctx, hook, requestOf(req)).catch(async (error: unknown) => {
            await limitRate(req.ctx, `hook-refused:${req.ip}`, REFUSED_PER_MINUTE)
            throw error
          })
          return reply
            .code(answer.status)
            .type(answer.type ?? 'text/plain; charset=utf-8')
            .send(answer.body ?? '')
        },
      })
  })
}

function requestOf(req: FastifyRequest) {
  return {
    method: req.method,
    path: (req.params as { '*'?: string })['*'] ?? '',
    query: flat(req.query as Record<string, unknown>),
    headers: flat(req.headers),
    body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
    ip: req.ip,
  }
}

/** The first of values that were given several times. */
function flat(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([k, v]) => {
      const first = Array.isArray(v) ? v[0] : v
      return typeof first === 'string' ? [[k, first]] : []
    }),
  )
}
