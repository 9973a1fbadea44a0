import { createHmac } from 'node:crypto'
import { countLately } from './lately.ts'
import { openService } from './simulated-http.ts'

type Options = { hook: string; secret?: string; keyword?: string; refuseIp?: boolean }
const HOUR_S = 3600
const MOST_BYTES = 20 * 1024

/** Feishu's group robot (integrations.md §3): signed in the body, errors in `code`, success in two spellings. */
export async function openFeishu(options: Options, now: () => Date) {
  const said: string[] = []
  const sent: number[] = []
  const refuse = (code: number, msg: string) => ({ status: 200, body: { code, data: {}, msg } })

  const service = await openService(async (request, body) => {
    const url = new URL(request.url ?? '/', 'http://feishu')
    if (url.pathname !== `/open-apis/bot/v2/hook/${options.hook}`)
      return refuse(19001, 'param invalid: incoming webhook access token invalid')
    if (Buffer.byteLength(body) > MOST_BYTES) return refuse(9499, 'Bad Request')
    const message = JSON.parse(body) as {
      timestamp?: string
      sign?: string
      msg_type: string
      content: { text: string }
    }
    if (options.secret && !isSigned(message, options.secret, now()))
      return refuse(19021, 'sign match fail or timestamp is not within one hour from current time')
    if (options.refuseIp) return refuse(19022, 'Ip Not Allowed')
    if (options.keyword && !message.content.text.includes(options.keyword))
      return refuse(19024, 'Key Words Not Found')
    if (countLately(sent, now().getTime(), 60_000) > 100)
      return refuse(11232, 'frequency limited psm[lark.oapi.app_platform_runtime]')
    if (message.msg_type !== 'text' || !message.content.text) return refuse(9499, 'Bad Request')
    said.push(message.content.text)
    return {
      status: 200,
      body: { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' },
    }
  })
  return { ...service, address: `${service.url}/open-apis/bot/v2/hook/${options.hook}`, said, options }
}

function isSigned(message: { timestamp?: string; sign?: string }, secret: string, now: Date): boolean {
  const stamp = message.timestamp ?? ''
  const wanted = createHmac('sha256', `${stamp}\n${secret}`).digest('base64')
  return message.sign === wanted && Math.abs(now.getTime() / 1000 - Number(stamp)) <= HOUR_S
}
