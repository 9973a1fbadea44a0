import { callJson, withinBytes } from '../send/call-json.ts'
import { SendFault } from '../send/send-fault.ts'
import type { RobotService } from './robot-seam.ts'
import { signDingtalk } from './sign.ts'

const MOST_BYTES = 18_000

/** Robot of a DingTalk group: signed in the query when it has a secret; who is mentioned must stand in the text as well. */
export const dingtalk: RobotService = {
  fits: (address) => address.pathname.endsWith('/robot/send') && address.searchParams.has('access_token'),
  perMinute: 20,
  gapMs: 0,
  mostBytes: MOST_BYTES,
  userId: 'dingtalkUser',
  send: async ({ address, secret }, { text, mentions }, now) => {
    const url = new URL(address)
    if (secret) {
      url.searchParams.set('timestamp', String(now.getTime()))
      url.searchParams.set('sign', signDingtalk(secret, now.getTime()))
    }
    const ids = mentions.flatMap((m) => (m.userId ? [m.userId] : []))
    const phones = mentions.flatMap((m) => (!m.userId && m.phone ? [m.phone] : []))
    const marks = [...ids, ...phones].map((one) => `@${one}`).join(' ')
    const content = withinBytes(text, MOST_BYTES - Buffer.byteLength(marks) - 1)
    const answer = await callJson(url.href, {
      msgtype: 'text',
      text: { content: marks ? `${content}\n${marks}` : content },
      at: { atMobiles: phones, atUserIds: ids, isAtAll: false },
    })
    if (answer.errcode !== 0) throw faultOf(Number(answer.errcode), String(answer.errmsg ?? ''))
  },
}

/** 310000 covers three refusals, told apart by their words. Above the rate DingTalk is deaf for ten minutes. */
function faultOf(code: number, words: string): SendFault {
  const data = { code, words: words.slice(0, 200) }
  if (code === 130101) return new SendFault('quota', { again: true, afterS: 600, data })
  if (code === 300001 || code === 300005) return new SendFault('robotGone', { data })
  if (code === -1) return new SendFault('broken', { again: true, data })
  if (code !== 310000) return new SendFault('refused', { data })
  if (/timestamp|expired|过期/i.test(words)) return new SendFault('clock', { data })
  if (/sign|签名/i.test(words)) return new SendFault('sign', { data })
  if (/keyword|关键词/i.test(words)) return new SendFault('keyword', { data })
  if (/\bip\b|whitelist|白名单/i.test(words)) return new SendFault('ipRefused', { data })
  return new SendFault('securitySettings', { data })
}
