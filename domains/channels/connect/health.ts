import { healthChanged } from '#contracts/channels/connect'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import type { ChannelFault } from './channel-fault.ts'
import { saveHealth } from './connection-data.ts'

/** Says on the channel's health line that it works; whoever watches it is told when it did not before. */
export function channelWorks(ctx: Ctx, channelId: string): Promise<void> {
  return tell(ctx, channelId, 'ok', '', {})
}

/** Says on the channel's health line why it doesn't work. */
export function channelFails(ctx: Ctx, channelId: string, fault: ChannelFault): Promise<void> {
  ctx.log.warn({ channel: channelId, code: fault.code, err: fault.cause }, 'a channel is at fault')
  return tell(ctx, channelId, 'fault', fault.code, fault.data)
}

function tell(
  ctx: Ctx,
  channelId: string,
  state: 'ok' | 'fault',
  code: string,
  data: Record<string, unknown>,
): Promise<void> {
  return ctx.transaction(async (tx: Tx) => {
    const changed = await saveHealth(tx, channelId, { state, code, data, at: ctx.now().toISOString() })
    if (changed) await publish(tx, ctx, eventRow(healthChanged, { channelId, state, code }))
  })
}
