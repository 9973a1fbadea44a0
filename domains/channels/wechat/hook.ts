import { createHash, randomBytes } from 'node:crypto'
import type { HookAnswer, HookRequest, Raw } from '../connect/connector.ts'
import { type Body, externalIdOf, isJson, readBody, textOf } from './body.ts'
import { answerCheck, openPush, type Push, sealAnswer } from './envelope.ts'
import { replyOf } from './menu.ts'
import type { WechatTools } from './settings.ts'

const RECEIPTS = ['templatesendjobfinish', 'subscribe_msg_sent_event']
const GREETED = ['subscribe', 'scan']

/** What WeChat calls: the address check, and every message and event. Answered at once, worked on later (five seconds, §1.4). */
export async function takePush(
  tools: WechatTools,
  request: HookRequest,
): Promise<{ answer: HookAnswer; messages: Raw[] }> {
  if (request.method === 'GET')
    return { answer: { status: 200, body: answerCheck(tools.settings, request.query) }, messages: [] }
  const push = openPush(tools.settings, request, tools.ctx.now())
  const body = attempt(push.text)
  // Cut off: kept as it is, and asked for again by the answer.
  if (!body) return { answer: { status: 400, body: 'incomplete' }, messages: [strange(push.text)] }
  const event = textOf(body, 'Event').toLowerCase()
  const thread = RECEIPTS.includes(event) ? '' : textOf(body, 'FromUserName')
  return {
    answer: answerTo(tools, push, body, event),
    messages: [{ externalId: externalIdOf(body), thread, payload: push.text }],
  }
}

function attempt(text: string): Body | null {
  try {
    return readBody(text)
  } catch {
    return null
  }
}

function strange(text: string): Raw {
  return { externalId: `raw:${createHash('sha256').update(text).digest('hex')}`, thread: '', payload: text }
}

function answerTo(tools: WechatTools, push: Push, body: Body, event: string): HookAnswer {
  const { settings } = tools
  const text =
    event === 'click'
      ? replyOf(settings.menu, textOf(body, 'EventKey'))
      : GREETED.includes(event)
        ? settings.welcome.trim()
        : ''
  if (!text) return { status: 200, body: 'success' }
  const timestamp = String(Math.floor(tools.ctx.now().getTime() / 1000))
  const said = isJson(push.text) ? jsonReply(body, text, timestamp) : xmlReply(body, text, timestamp)
  return {
    status: 200,
    type: isJson(push.text) ? 'application/json' : 'text/xml; charset=utf-8',
    body: sealAnswer(settings, push, said, { timestamp, nonce: randomBytes(8).toString('hex') }),
  }
}

/** An answer that goes back with the push itself: from and to are swapped. */
export function xmlReply(body: Body, text: string, timestamp: string): string {
  const cdata = (value: string) => `<![CDATA[${value.replaceAll(']]>', ']] >')}]]>`
  return `<xml><ToUserName>${cdata(textOf(body, 'FromUserName'))}</ToUserName><FromUserName>${cdata(textOf(body, 'ToUserName'))}</FromUserName><CreateTime>${timestamp}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>${cdata(text)}</Content></xml>`
}

function jsonReply(body: Body, text: string, timestamp: string): string {
  return JSON.stringify({
    ToUserName: textOf(body, 'FromUserName'),
    FromUserName: textOf(body, 'ToUserName'),
    CreateTime: Number(timestamp),
    MsgType: 'text',
    Content: text,
  })
}
