import { AuthorityCase, PublicPost, Registered } from '#contracts/tickets/by-hand'
import type { App } from '#platform/module'
import { registerAuthorityCase } from './authority-case.ts'
import { registerPost } from './public-post.ts'

export function byHandRoutes(app: App): void {
  const register = { can: 'tickets.register' } as const
  app.post(
    '/authority-cases',
    { config: register, schema: { body: AuthorityCase, response: { 201: Registered } } },
    async (req, reply) => reply.code(201).send(await registerAuthorityCase(req.ctx, req.body)),
  )
  app.post(
    '/public-posts',
    { config: register, schema: { body: PublicPost, response: { 201: Registered } } },
    async (req, reply) => reply.code(201).send(await registerPost(req.ctx, req.body)),
  )
}
