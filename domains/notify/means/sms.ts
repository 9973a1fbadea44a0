import { ChannelFault, sendStaffSms } from '#domains/channels'
import { SendFault } from '../send/send-fault.ts'
import type { PersonMeans } from './person-message.ts'
import { findSender } from './sender-data.ts'

/** Sends to the number of the staff file through the brand's SMS channel: nobody types one in here, so nobody else's is texted. */
export const sendBySms: PersonMeans = async (ctx, { phone }, message) => {
  const row = await ctx.transaction((tx) => findSender(tx, 'sms'))
  if (!row?.on) throw new SendFault('meansOff')
  if (!phone) throw new SendFault('noPhone')
  const { id, title: text, number, sort, repeat } = message
  await sendStaffSms(ctx, { id, phone, text, number, sort, repeat }).catch(inNoticeWords)
}

/** The same code where notices have words for it; what only the channel's page can explain leads there. */
const SAME = [
  'timedOut',
  'unreachable',
  'broken',
  'quota',
  'badNumber',
  'refusedAddress',
  'stopSaleShare',
  'dayKept',
  'unforeseen',
]
const OTHER: Record<string, string> = {
  channelOff: 'smsNoChannel',
  staffDayFull: 'smsDayFull',
}

export function inNoticeWords(error: unknown): never {
  if (!(error instanceof ChannelFault)) throw error
  const { code, again, afterS, data } = error
  const told = SAME.includes(code) ? code : (OTHER[code] ?? 'smsRefused')
  throw new SendFault(told, { again, afterS: afterS ?? undefined, data: { ...data, code }, cause: error })
}
