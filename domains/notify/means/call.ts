import { v7 as uuidv7 } from 'uuid'
import { ChannelFault, callStaff } from '#domains/channels'
import { findStaffPhones } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import { sentence } from '#platform/locale'
import { SendFault } from '../send/send-fault.ts'
import type { PersonMeans } from './person-message.ts'
import { findSender } from './sender-data.ts'

/** The templates are Chinese, whatever somebody reads the console in. */
export const SPOKEN_IN = 'zh-CN'

/** Rings the number of the staff file through the account of the brand's SMS channel. */
export const sendByCall: PersonMeans = async (ctx, { phone }, message) => {
  const row = await ctx.transaction((tx) => findSender(tx, 'call'))
  if (!row?.on) throw new SendFault('meansOff')
  if (!phone) throw new SendFault('noPhone')
  await callStaff(ctx, { id: message.id, phone, sort: message.sort, ...message.spoken }).catch(inCallWords)
}

/** Rings whoever asks for it (试打一次). Errors: SendFault. */
export async function ringMe(ctx: Ctx): Promise<void> {
  const { staffId } = staffOf(ctx)
  const phones = await ctx.transaction((tx) => findStaffPhones(tx, ctx, [staffId]))
  const phone = phones.get(staffId)
  if (!phone) throw new SendFault('noPhone')
  await callStaff(ctx, { id: uuidv7(), phone, ...testSpoken() }).catch(inCallWords)
}

export const testSpoken = () => ({
  what: sentence(SPOKEN_IN, 'notify', 'spoken.test'),
  shop: sentence(SPOKEN_IN, 'notify', 'spoken.allShops'),
})

/** After silence nobody knows whether it rings already: it is left to the next round rather than rung twice. */
const WORDS: Record<string, string> = {
  unreachable: 'unreachable',
  broken: 'broken',
  unforeseen: 'unforeseen',
  badNumber: 'badNumber',
  refusedAddress: 'refusedAddress',
  channelOff: 'callNoChannel',
  voiceDayFull: 'callAllowance',
  stopSaleShare: 'stopSaleShare',
  dayKept: 'dayKept',
  timedOut: 'callUnsure',
  quota: 'callTooOften',
  credentials: 'callKey',
  permission: 'callPermission',
  noBalance: 'callBalance',
  template: 'callTemplate',
  wordsRefused: 'callTemplate',
  voiceNumber: 'callNumber',
}

function inCallWords(error: unknown): never {
  if (!(error instanceof ChannelFault)) throw error
  const { code, again, afterS, data } = error
  throw new SendFault(WORDS[code] ?? 'callRefused', {
    again: again && code !== 'timedOut',
    afterS: afterS ?? undefined,
    data: { ...data, code },
    cause: error,
  })
}
