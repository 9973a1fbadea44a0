import { z } from 'zod'
import { Me, Setup, SetupState } from '#contracts/people'
import { refuseForeignOrigin } from '#platform/http/server'
import type { App } from '#platform/module'
import { enter, senderOf } from '../sign-in/routes.ts'
import { DemoLogin, listDemoLogins } from './demo-logins.ts'
import { readSetup, setUp } from './set-up.ts'

const open = { public: true } as const

export function setupRoutes(app: App): void {
  app.get('/setup', { config: open, schema: { response: { 200: SetupState } } }, (req) => readSetup(req.ctx))
  app.post('/setup', { config: open, schema: { body: Setup, response: { 200: Me } } }, async (req, reply) => {
    refuseForeignOrigin(req)
    return enter(req, reply, await setUp(req.ctx, req.body, senderOf(req)))
  })
  app.get('/demo-logins', { config: open, schema: { response: { 200: z.array(DemoLogin) } } }, (req) =>
    listDemoLogins(req.ctx),
  )
}
