import { findBrandName } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { mustBeAllowedAt } from '../connect/address-rule.ts'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Tools } from '../connect/connector.ts'
import { toolsFor } from '../connect/tools.ts'
import type { DaySort } from './day-rule.ts'
import { readPhone } from './phone.ts'
import type { SmsSettings } from './settings.ts'
import { withinDay } from './staff-allowance.ts'
import { findStaffChannel } from './staff-sms-data.ts'
import { type Spoken, spokenParams } from './voice.ts'
import { aliyunVoice } from './voice-aliyun.ts'
import { tencentVoice } from './voice-tencent.ts'

/** One call to somebody of the staff. `id` is handed to the vendor. */
export type StaffCall = { id: string; phone: string; sort?: DaySort | undefined } & Omit<Spoken, 'brand'>

/** What the SMS channel is called by whose account staff are called; empty when none has a voice template. */
export async function staffCallChannel(tx: Tx): Promise<string> {
  return (await findStaffChannel(tx, 'voiceTemplate'))?.name ?? ''
}

/**
 * Rings through the account of the brand's SMS channel. Done means that the vendor has taken it, not that somebody has picked up.
 * The channel's health line stays as it is: texts to customers go on when calls do not.
 * Errors: ChannelFault: channelOff without such a channel, badNumber, refusedAddress, voiceDayFull when the day's allowance is used up, stopSaleShare or dayKept when the rest is for other sorts; those of the vendor.
 */
export async function callStaff(ctx: Ctx, { id, phone, sort, what, shop }: StaffCall): Promise<void> {
  const { row, brand } = await ctx.transaction(async (tx) => ({
    row: await findStaffChannel(tx, 'voiceTemplate'),
    brand: await findBrandName(tx),
  }))
  if (!row) throw new ChannelFault('channelOff')
  const tools = toolsFor(ctx, row) as unknown as Tools<SmsSettings>
  const { settings } = tools
  const to = readPhone(phone)
  if (!to) throw new ChannelFault('badNumber')
  await mustBeAllowedAt(settings.voiceEndpoint)
  const vendor = settings.vendor === 'aliyun' ? aliyunVoice : tencentVoice
  const params = spokenParams(settings, { brand, what, shop })
  const call = { id, phone: to, template: settings.voiceTemplate, params }
  const most = settings.voiceDailyMost
  const allowance = { name: 'voiceDay', most, full: 'voiceDayFull', sort } as const
  await withinDay(ctx, row.id, allowance, () => vendor(settings, () => ctx.now())(call))
}
