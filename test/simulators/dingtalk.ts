import { createHmac } from 'node:crypto'
import { countLately } from './lately.ts'
import { openService } from './simulated-http.ts'

type Options = { token: string; secret?: string; keyword?: string; refuseIp?: boolean }
type Said = { text: { content: string }; at: { atMobiles: string[]; atUserIds: string[]; isAtAll: boolean } }
const HOUR_MS = 3_600_000
const BLOCKED_MS = 600_000

/** DingTalk's group robot (integrations.md §3): three refusals under one code, and ten deaf minutes above 20 a minute. */
export async function openDingtalk(options: Options, now: () => Date) {
  const said: Said[] = []
  const sent: number[] = []
  let blockedUntil = 0
  const answer = (errcode: number, errmsg: string) => ({ status: 200, body: { errcode, errmsg } })

  const service = await openService(async (request, body) => {
    const url = new URL(request.url ?? '/', 'http://dingtalk')
    if (url.pathname !== '/robot/send') return { status: 404, body: '' }
    if (url.searchParams.get('access_token') !== options.token) return answer(300001, 'token is not exist')
    const at = now().getTime()
    if (options.secret) {
      const stamp = url.searchParams.get('timestamp') ?? ''
      const wanted = createHmac('sha256', options.secret)
        .update(`${stamp}\n${options.secret}`)
        .digest('base64')
      if (Math.abs(at - Number(stamp)) > HOUR_MS) return answer(310000, 'invalid timestamp')
      if (url.searchParams.get('sign') !== wanted) return answer(310000, 'sign not match')
    }
    if (options.refuseIp) return answer(310000, 'ip 127.0.0.1 not in whitelist')
    const message = JSON.parse(body) as Said
    if (options.keyword && !message.text.content.includes(options.keyword))
      return answer(310000, 'keywords not in content')
    if (at < blockedUntil) return answer(130101, 'send too fast, exceed 20 times per minute')
    if (countLately(sent, at, 60_000) > 20) {
      blockedUntil = at + BLOCKED_MS
      return answer(130101, 'send too fast, exceed 20 times per minute')
    }
    said.push(message)
    return answer(0, 'ok')
  })
  return { ...service, address: `${service.url}/robot/send?access_token=${options.token}`, said, options }
}
