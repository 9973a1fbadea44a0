import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import type { Tools } from '../connect/connector.ts'
import { channelFails, channelWorks, clears } from '../connect/health.ts'
import { toolsFor } from '../connect/tools.ts'
import type { DaySort } from './day-rule.ts'
import { readPhone } from './phone.ts'
import type { SmsSettings } from './settings.ts'
import { checkTemplate, sendFilled, wentOut } from './sms.ts'
import { withinDay } from './staff-allowance.ts'
import { findStaffChannel } from './staff-sms-data.ts'
import { fillStaffTemplate } from './words.ts'

/** One text message to somebody of the staff. `id` is handed to the vendor, so that a repeat is known. */
export type StaffSms = {
  id: string
  phone: string
  text: string
  number: string
  sort?: DaySort | undefined
  /** It was tried before; whether it went out then is not known. */
  repeat?: boolean | undefined
}

/** What the channel is called that text messages to staff go through; empty when none has a template for them. */
export async function staffSmsChannel(tx: Tx): Promise<string> {
  return (await findStaffChannel(tx, 'staffTemplate'))?.name ?? ''
}

/**
 * Sends through the brand's SMS channel by the template for staff; words that are too long for a variable are cut.
 * Errors: ChannelFault: channelOff without such a channel, badNumber, staffDayFull when the day's allowance is used up, stopSaleShare or dayKept when the rest is for other sorts; those of the vendor.
 */
export async function sendStaffSms(
  ctx: Ctx,
  { id, phone, text, number, sort, repeat }: StaffSms,
): Promise<void> {
  const { row, tools } = await openStaffSms(ctx)
  const to = readPhone(phone)
  if (!to) throw new ChannelFault('badNumber')
  const filled = fillStaffTemplate(tools.settings, { text, number })
  if (repeat && (await wentOut(tools, to, id))) return
  const most = tools.settings.staffDailyMost
  const allowance = { name: 'staffDay', most, full: 'staffDayFull', sort } as const
  try {
    await withinDay(ctx, row.id, allowance, () => sendFilled(tools, { id, phone: to, filled, toStaff: true }))
  } catch (error) {
    const fault = asFault(error)
    if (fault.side === 'channel') await channelFails(ctx, row.id, fault)
    throw fault
  }
  if (clears(row.health, 'call', 'out')) await channelWorks(ctx, row.id)
}

/** Asks the vendor whether the template may be used. Errors: ChannelFault. */
export async function checkStaffSms(ctx: Ctx): Promise<void> {
  const { tools } = await openStaffSms(ctx)
  const fault = await checkTemplate(tools, tools.settings.staffTemplate)
  if (fault) throw new ChannelFault(fault, { data: { code: tools.settings.staffTemplate } })
}

async function openStaffSms(ctx: Ctx) {
  const row = await ctx.transaction((tx) => findStaffChannel(tx, 'staffTemplate'))
  if (!row) throw new ChannelFault('channelOff')
  return { row, tools: toolsFor(ctx, row) as unknown as Tools<SmsSettings> }
}
