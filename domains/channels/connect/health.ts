import { healthChanged } from '#contracts/channels/connect'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import type { ChannelFault } from './channel-fault.ts'
import { type KeptHealth, saveHealth } from './connection-data.ts'

type By = 'hook' | 'call'

/**
 * Whether a success says that a fault is over: that a service reaches us says nothing about our reaching it, and the other way round.
 * Shape: a fault whose data says its `way` (a mailbox has a server for each) is only over when the same way works.
 */
export function clears(health: Partial<KeptHealth>, by: By, way?: 'in' | 'out'): boolean {
  if (health.state !== 'fault') return health.state !== 'ok'
  const faulty = health.data?.way
  return (health.by ?? by) === by && (!way || !faulty || faulty === way)
}

/** Says on the channel's health line that it works; whoever watches it is told when it did not before. */
export function channelWorks(ctx: Ctx, channelId: string): Promise<void> {
  return tell(ctx, channelId, 'ok', '', {})
}

/** Says on the channel's health line why it doesn't work. */
export function channelFails(
  ctx: Ctx,
  channelId: string,
  fault: ChannelFault,
  by: By = 'call',
): Promise<void> {
  ctx.log.warn({ channel: channelId, code: fault.code, err: fault.cause }, 'a channel is at fault')
  return tell(ctx, channelId, 'fault', fault.code, fault.data, by)
}

function tell(
  ctx: Ctx,
  channelId: string,
  state: 'ok' | 'fault',
  code: string,
  data: Record<string, unknown>,
  by?: By,
): Promise<void> {
  return ctx.transaction(async (tx: Tx) => {
    const changed = await saveHealth(tx, channelId, {
      state,
      code,
      data,
      at: ctx.now().toISOString(),
      ...(by ? { by } : {}),
    })
    if (changed) await publish(tx, ctx, eventRow(healthChanged, { channelId, state, code }))
  })
}
