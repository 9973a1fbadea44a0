import { callJson, withinBytes } from '../send/call-json.ts'
import { SendFault } from '../send/send-fault.ts'
import type { RobotService } from './robot-seam.ts'

const MOST_BYTES = 2048

/** Robot of a WeCom group: the key in its address is the whole secret; mentions by user id or phone. */
export const wecom: RobotService = {
  fits: (address) => address.pathname.endsWith('/cgi-bin/webhook/send') && address.searchParams.has('key'),
  perMinute: 20,
  gapMs: 0,
  mostBytes: MOST_BYTES,
  userId: 'wecomUser',
  send: async ({ address }, { text, mentions }) => {
    const answer = await callJson(address, {
      msgtype: 'text',
      text: {
        content: withinBytes(text, MOST_BYTES),
        mentioned_list: mentions.flatMap((m) => (m.userId ? [m.userId] : [])),
        mentioned_mobile_list: mentions.flatMap((m) => (!m.userId && m.phone ? [m.phone] : [])),
      },
    })
    if (answer.errcode !== 0) throw faultOf(Number(answer.errcode), String(answer.errmsg ?? ''))
  },
}

function faultOf(code: number, words: string): SendFault {
  const data = { code, words: words.slice(0, 200) }
  if (code === 45009) return new SendFault('quota', { again: true, afterS: 60, data })
  if (code === 93000) return new SendFault('robotGone', { data })
  if (code === -1) return new SendFault('broken', { again: true, data })
  if (code === 40058 || code === 44004) return new SendFault('badRequest', { data })
  return new SendFault('refused', { data })
}
