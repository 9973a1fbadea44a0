import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Ctx } from '#platform/context'
import type { Identity } from './identity.ts'

const Visitor = z.object({
  use: z.literal('chat'),
  channelId: z.string(),
  id: z.string(),
  name: z.string().optional(),
  contact: z.string().optional(),
  /** Instant in milliseconds after which the host site must say again who this is. */
  untilMs: z.number().optional(),
})
/** Who is talking, as his token says: sealed by us, so nothing of it is kept beside the browser. */
export type Visitor = z.infer<typeof Visitor>

/** A stranger gets a new name; somebody whom the host site knows gets the same one on every device. */
export function newVisitor(ctx: Ctx, channelId: string, identity: Identity | null): Visitor {
  if (!identity) return { use: 'chat', channelId, id: randomUUID() }
  const { sub, name, contact, until } = identity
  const index = ctx.keys.blindIndex(ctx.actor.brandId, `chat ${channelId}`, sub).toString('hex')
  return {
    use: 'chat',
    channelId,
    id: `known-${index.slice(0, 32)}`,
    name,
    contact,
    untilMs: until.getTime(),
  }
}

export function sealVisitor(ctx: Ctx, visitor: Visitor): string {
  return ctx.keys.seal(ctx.actor.brandId, JSON.stringify(visitor))!.toString('base64url')
}

/** Shape: null when the token is not ours, of another channel, or over. */
export function openVisitor(ctx: Ctx, channelId: string, token: string): Visitor | null {
  try {
    const text = ctx.keys.open(ctx.actor.brandId, Buffer.from(token, 'base64url'))
    const visitor = Visitor.parse(JSON.parse(text))
    const over = visitor.untilMs !== undefined && visitor.untilMs <= ctx.now().getTime()
    return visitor.channelId === channelId && !over ? visitor : null
  } catch {
    return null
  }
}
