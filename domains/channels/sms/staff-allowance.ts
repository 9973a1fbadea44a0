import type { Ctx } from '#platform/context'
import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import type { Tools } from '../connect/connector.ts'
import type { SmsSettings } from './settings.ts'
import { DAY_S } from './sms.ts'
import { giveBack } from './staff-sms-data.ts'

type Allowance = { name: 'voiceDay' | 'staffDay'; most: number; share?: number }

/**
 * Does something that costs money within the day's allowance of the channel. What the vendor refused, or never got, costs nothing and is given
 * back: an outage does not use up the day. After silence it may have gone out, so that it counts.
 * Shape: with a `share` below 1 all that has one uses at most this part of the allowance, and the rest is kept for everything else.
 * Errors: `<name>Full` when the allowance is used up, `<name>Share` when the part is; whatever `send` throws.
 */
export async function withinDay(
  ctx: Ctx,
  { channel, take }: Tools<SmsSettings>,
  { name, most, share = 1 }: Allowance,
  send: () => Promise<unknown>,
): Promise<void> {
  const day = new Date(Math.floor(ctx.now().getTime() / DAY_S / 1000) * DAY_S * 1000)
  const part = `${name}Share`
  const giveBackAll = (taken: readonly string[]) =>
    ctx.transaction(async (tx) => {
      for (const one of taken) await giveBack(tx, channel.id, one, day)
    })
  const shared = share < 1 ? [part] : []
  if (shared.length && !(await take(part, Math.floor(most * share), DAY_S))) throw new ChannelFault(part)
  if (!(await take(name, most, DAY_S))) {
    await giveBackAll(shared)
    throw new ChannelFault(`${name}Full`)
  }
  try {
    await send()
  } catch (error) {
    if (asFault(error).code !== 'timedOut') await giveBackAll([...shared, name])
    throw error
  }
}
