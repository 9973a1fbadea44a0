import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import {
  type CheckStep,
  defineConnector,
  type Outgoing,
  type Sent,
  type Tools,
} from '../connect/connector.ts'
import { numberOf, textOf } from '../platforms/lossless-json.ts'
import { needsHand, paced, readAnswer, throttled } from '../platforms/platform-answer.ts'
import type { WeiboPush } from './push-body.ts'
import { heardPush, takePush } from './pushes.ts'
import { fields, Settings } from './settings.ts'

const DAY_S = 86_400
const TOKEN_CODES = [21314, 21315, 21316, 21317, 21319, 21327, 21332]
const QUOTA_CODES = [10004, 10022, 10023, 10024]

/** Weibo's fans service: private messages heard and answered, mentions heard (integrations §5). */
export const weibo = defineConnector<Settings>({
  kind: 'weibo',
  settings: Settings,
  fields,
  sends: true,
  check,
  hook: async (tools, request) => takePush(tools, request),
  read: async (tools, raw) => heardPush(tools, raw.payload as WeiboPush),
  send,
})

/** Asks Weibo how long the token lives; it cannot be renewed by a program, only made anew in the console of the fans service. */
async function check(tools: Tools<Settings>): Promise<CheckStep[]> {
  const { accessToken } = tools.settings
  if (!accessToken) return [{ step: 'token', fault: 'notAuthorised' }]
  try {
    const answer = await call(tools, `${accountOf(tools)}/oauth2/get_token_info`, {})
    const days = Math.floor((numberOf(answer, 'expire_in') ?? 0) / DAY_S)
    return days > 0 ? [{ step: 'token', data: { days } }] : [{ step: 'token', fault: 'tokenExpired' }]
  } catch (error) {
    const fault = asFault(error)
    if (fault.code === 'unforeseen') throw error
    return [{ step: 'token', fault: fault.code, data: fault.data }]
  }
}

/** Errors: notFromHere for a mention, replyWindowOver, tooLong, notAuthorised, and those of the call. */
async function send(tools: Tools<Settings>, { to, text }: Outgoing): Promise<Sent> {
  const { settings, ctx } = tools
  if (!to.address.startsWith('user:')) throw new ChannelFault('notFromHere')
  if (!settings.accessToken) throw needsHand('notAuthorised')
  if (to.windowLeft === 0 || (to.windowEndsAt && to.windowEndsAt <= ctx.now()))
    throw new ChannelFault('replyWindowOver')
  if ([...text].length > settings.replyMost)
    throw new ChannelFault('tooLong', { data: { most: settings.replyMost } })
  const said = settings.encoding === 'twice' ? encodeURIComponent(text) : text
  await call(tools, `${settings.base.replace(/\/$/, '')}/2/messages/reply.json`, {
    type: 'text',
    data: JSON.stringify({ text: said }),
    receiver_id: to.address.slice('user:'.length),
  })
  return { externalId: null, usesWindow: true }
}

const accountOf = ({ settings }: Tools<Settings>): string => settings.accountBase.replace(/\/$/, '')

async function call(tools: Tools<Settings>, url: string, form: Record<string, string>): Promise<unknown> {
  const { settings, http } = tools
  if (!(await tools.take('api', settings.perMinute, 60))) throw paced()
  const body = new URLSearchParams({ access_token: settings.accessToken, ...form })
  const answer = await readAnswer(await http(url, { method: 'POST', body, timeoutMs: settings.timeoutMs }))
  const code = numberOf(answer, 'error_code') ?? 0
  if (!code) return answer
  const data = { code, said: textOf(answer, 'error') }
  if (QUOTA_CODES.includes(code)) throw throttled(600, data)
  if (TOKEN_CODES.includes(code)) throw needsHand('tokenExpired', data)
  if (code === 10014) throw needsHand('noPermission', data)
  if (code === 10001 || code === 10002 || code === 10010)
    throw new ChannelFault('broken', { again: true, data, side: 'channel' })
  if (/time|limit|expire|72/i.test(data.said)) throw new ChannelFault('replyWindowOver', { data })
  throw new ChannelFault('refused', { data })
}
