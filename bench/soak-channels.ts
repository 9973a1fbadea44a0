import { createHmac, randomBytes } from 'node:crypto'
import type { Agent } from 'node:http'
import { v7 as uuidv7 } from 'uuid'
import { type Services, systemContext } from '#platform/context'
import { call } from './soak-call.ts'

export type Hook = { path: string; secret: string }
type Post = { id: string; text: string; shopCode: string; mark: string }

/** A connected channel of the neutral webhook, as the console makes it. */
export async function connectMonitor(services: Services, brandId: string): Promise<Hook> {
  const ctx = systemContext(services, brandId)
  const hook = { path: randomBytes(18).toString('base64url'), secret: randomBytes(18).toString('hex') }
  await ctx.transaction((tx) =>
    tx
      .insertInto('channels.channel')
      .values({
        brand_id: brandId,
        id: uuidv7(),
        kind: 'monitor',
        key: 'monitor-bench',
        name: '压测推送',
        hook: hook.path,
        secrets_enc: ctx.keys.seal(brandId, JSON.stringify({ secret: hook.secret })),
        connected_at: ctx.now(),
        created_at: ctx.now(),
      })
      .execute(),
  )
  return hook
}

/** Pushes one post and returns the id under which it is stored. */
export async function pushTo(agent: Agent, address: string, hook: Hook, post: Post): Promise<string> {
  const text = JSON.stringify(post)
  const body = JSON.stringify({ posts: [post] })
  const stamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', hook.secret).update(`${stamp}.${body}`).digest('hex')
  await call(agent, new URL(`/api/hooks/${hook.path}`, address), body, {
    'content-type': 'application/json',
    'x-huiyin-timestamp': stamp,
    'x-huiyin-signature': signature,
  })
  return `${post.id}:${createHmac('sha256', 'version').update(text).digest('hex').slice(0, 16)}`
}
