import type { Ctx } from '#platform/context'
import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import { type DaySort, notToday } from './day-rule.ts'
import { DAY_S } from './sms.ts'
import { countUsed, giveBack, lockDay, takeOne } from './staff-sms-data.ts'

type Allowance = {
  name: 'voiceDay' | 'staffDay'
  most: number
  /** What it is called when nothing is left. */
  full: 'voiceDayFull' | 'staffDayFull'
  sort?: DaySort | undefined
}

/**
 * Does something that costs money within the day's allowance of the channel. What the vendor refused, or never got, costs nothing and is given
 * back: an outage does not use up the day. After silence it may have gone out, so that it counts.
 * Errors: ChannelFault: `full`; stopSaleShare or dayKept when what is left is for other sorts; whatever `send` throws.
 */
export async function withinDay(
  ctx: Ctx,
  channelId: string,
  { name, most, full, sort }: Allowance,
  send: () => Promise<unknown>,
): Promise<void> {
  const day = new Date(Math.floor(ctx.now().getTime() / DAY_S / 1000) * DAY_S * 1000)
  const taken = `${name}:${sort ?? 'test'}`
  const no = await ctx.transaction(async (tx) => {
    await lockDay(tx, channelId, name)
    const why = notToday(sort ?? null, await countUsed(tx, channelId, name, day), most)
    if (!why) await takeOne(tx, ctx.actor.brandId, channelId, taken, day)
    return why
  })
  if (no) throw new ChannelFault(no === 'full' ? full : no)
  try {
    await send()
  } catch (error) {
    if (asFault(error).code !== 'timedOut') await ctx.transaction((tx) => giveBack(tx, channelId, taken, day))
    throw error
  }
}
