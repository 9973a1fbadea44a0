import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { limitRate } from '#platform/http/rate'
import type { App } from '#platform/module'
import { beginSignIn, finishSignIn, RETURN_PATH } from './wechat-door.ts'

const Token = z.strictObject({ token: z.string().regex(/^[\w-]{16,64}$/) })
const Return = z.object({ code: z.string().max(512).default(''), state: z.string().max(200).default('') })
const COOKIE = 'huiyin_wechat'
const TRIED = 'huiyin_wechat_tried'
const LIFE_S = 600
const TRIED_S = 3600
/** A page that says in the customer's words that the link leads nowhere. */
const NOWHERE = '/t/unknown-or-expired?wechat=done'
const open = { public: true as const }

/** Only WeChat's own browser is sent through these; everybody else never meets them. */
export function wechatSignInRoutes(app: App): void {
  app.get(
    '/public/progress/:token/wechat',
    { config: open, schema: { params: Token, hide: true } },
    async (req, reply) => {
      await limitRate(req.ctx, `wechat:${req.ip}`, 60)
      const nonce = randomBytes(16).toString('hex')
      const address = await beginSignIn(req.ctx, req.params.token, nonce)
      reply.header('cache-control', 'no-store')
      if (!address) return reply.code(204).send()
      const secure = req.ctx.origin.startsWith('https:')
      return reply
        .setCookie(COOKIE, nonce, {
          path: RETURN_PATH,
          httpOnly: true,
          sameSite: 'lax',
          secure,
          maxAge: LIFE_S,
        })
        .redirect(address, 302)
    },
  )
  app.get(
    RETURN_PATH.replace('/api', ''),
    { config: open, schema: { querystring: Return, hide: true } },
    async (req, reply) => {
      await limitRate(req.ctx, `wechat:${req.ip}`, 60)
      const nonce = req.cookies[COOKIE] ?? ''
      const to = await finishSignIn(req.ctx, { ...req.query, nonce })
      reply.header('cache-control', 'no-store')
      if (to?.startsWith('/t/'))
        reply.setCookie(TRIED, '1', {
          path: to.split('?')[0]!,
          httpOnly: true,
          sameSite: 'lax',
          maxAge: TRIED_S,
        })
      return reply.redirect(to ?? NOWHERE, 302)
    },
  )
}
