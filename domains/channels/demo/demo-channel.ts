import { v7 as uuidv7 } from 'uuid'
import type { ChannelHealth, ConnectableKind } from '#contracts/channels/connect'
import type { Ctx } from '#platform/context'
import type { Raw } from '../connect/connector.ts'
import { type ApplyOne, hearStored } from '../inbound/hear.ts'
import { keepRaw } from '../inbound/raw-data.ts'
import { deliver } from '../outbox/sweep-outbox.ts'
import { findHeard, insertDemoChannel, queuedOf } from './demo-data.ts'
import { DEMO_KEY } from './is-demo.ts'

/**
 * A channel as if it were connected. It has no address for a service to call, no settings and no polls; whatever is sent in it counts as sent.
 * Shape: `fault` is what its health line says, as it is `seenAt`. An SMS channel with `standsIn` is the way to whoever is known by a number alone.
 */
export async function createDemoChannel(
  ctx: Ctx,
  input: {
    kind: ConnectableKind
    name: string
    ownerId: string
    seenAt: Date
    fault?: string | undefined
    standsIn?: boolean
  },
): Promise<string> {
  const id = uuidv7()
  const at = ctx.now()
  const { kind, name, ownerId, seenAt, fault, standsIn } = input
  const row = { brand_id: ctx.actor.brandId, id, kind, key: `${DEMO_KEY}${kind}`, name, owner_id: ownerId }
  const health: ChannelHealth = {
    state: fault ? 'fault' : 'ok',
    code: fault ?? '',
    data: {},
    at: seenAt.toISOString(),
  }
  await ctx.transaction((tx) =>
    insertDemoChannel(tx, {
      ...row,
      health,
      settings: standsIn ? { fallback: true } : {},
      created_at: at,
      connected_at: at,
    }),
  )
  return id
}

/** Takes in one message of the demo at the time of `ctx`; false when it ends among those that need a look. */
export async function hearDemo(ctx: Ctx, channelId: string, message: Raw, apply: ApplyOne): Promise<boolean> {
  await keepRaw(ctx, channelId, [message])
  const { id } = await ctx.transaction((tx) => findHeard(tx, channelId, message.externalId))
  return hearStored(ctx, id, apply)
}

/** Sends what waits on a ticket of the demo, at the time of `ctx`: the outbox itself would do it today. */
export async function sendDemo(ctx: Ctx, ticketId: string): Promise<void> {
  for (const { id } of await ctx.transaction((tx) => queuedOf(tx, ticketId))) await deliver(ctx, id)
}

/** The same for messages that belong to no ticket. */
export async function sendDemoNews(ctx: Ctx, messageIds: readonly string[]): Promise<void> {
  for (const id of messageIds) await deliver(ctx, id)
}
