import { callJson, withinBytes } from '../send/call-json.ts'
import { SendFault } from '../send/send-fault.ts'
import type { Mention, RobotService } from './robot-seam.ts'
import { signFeishu } from './sign.ts'

/** 20 KB are allowed for the whole body; the text is escaped in it and stands beside the marks. */
const MOST_BYTES = 9_000

/** Robot of a Feishu (or Lark) group: signed in the body; mentions are tags in the text, by open id only. */
export const feishu: RobotService = {
  fits: (address) => /\/open-apis\/bot\/v2\/hook\/[^/]+$/.test(address.pathname),
  // 100 are allowed, and 5 a second: more than this would hold up the others.
  perMinute: 40,
  gapMs: 210,
  mostBytes: MOST_BYTES,
  userId: 'feishuUser',
  send: async ({ address, secret }, { text, mentions }, now) => {
    const stamp = Math.floor(now.getTime() / 1000)
    const marks = mentions.filter((m) => m.userId).map(markOf)
    const content = [withinBytes(plain(text), MOST_BYTES), ...(marks.length ? [marks.join(' ')] : [])].join(
      '\n',
    )
    const answer = await callJson(address, {
      ...(secret ? { timestamp: String(stamp), sign: signFeishu(secret, stamp) } : {}),
      msg_type: 'text',
      content: { text: content },
    })
    const code = Number(answer.code ?? answer.StatusCode)
    if (code !== 0) throw faultOf(code, String(answer.msg ?? answer.StatusMessage ?? ''))
  },
}

const markOf = ({ userId, name }: Mention) =>
  `<at user_id="${plain(userId).replaceAll('"', '')}">${plain(name)}</at>`

/** Nothing that was typed may become a tag. */
function plain(text: string): string {
  return text.replace(/<(?=\/?at\b)/gi, '＜')
}

function faultOf(code: number, words: string): SendFault {
  const data = { code, words: words.slice(0, 200) }
  if (code === 11232) return new SendFault('quota', { again: true, afterS: 60, data })
  if (code === 19021) return new SendFault('signOrClock', { data })
  if (code === 19022) return new SendFault('ipRefused', { data })
  if (code === 19024) return new SendFault('keyword', { data })
  if (code === 19001) return new SendFault('robotGone', { data })
  if (code === 9499) return new SendFault('badRequest', { data })
  return new SendFault('refused', { data })
}
