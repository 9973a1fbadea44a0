import { createHash } from 'node:crypto'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard, HookAnswer, HookRequest, Raw, Tools } from '../connect/connector.ts'
import { fieldsOf, parseLossless, textOf } from '../platforms/lossless-json.ts'
import { filled, objectIn, timeOf } from '../platforms/platform-fields.ts'
import { dated } from '../platforms/reviews.ts'
import { sameSignature, sha1 } from '../platforms/signatures.ts'
import type { Settings } from './settings.ts'

/** A comment, pushed or asked for: both are read the same way. */
export type RemarkRaw = { sort: 'comment'; comment: Record<string, unknown> }
export type EventRaw = { sort: 'event'; event: string; body: string }

const OK: HookAnswer = { status: 200, type: 'application/json; charset=utf-8', body: '{"err_no":0}' }
/** Events that need nobody: what they say is kept. */
const NOTED: Record<string, string> = {
  authorize: 'authorised',
  unauthorize: 'consentWithdrawn',
  create_video: 'video',
  life_trade_order_notify: 'order',
}

/**
 * Signed with the application's secret over the raw body. The address is tried with a challenge, which is answered as it stands.
 * Errors: forged, badBody.
 */
export function takePush(
  { settings }: Tools<Settings>,
  request: HookRequest,
): { answer: HookAnswer; messages: Raw[] } {
  if (!request.body.length) return { answer: OK, messages: [] }
  const signature = sha1(Buffer.concat([Buffer.from(settings.clientSecret), request.body]))
  if (!sameSignature(request.headers['x-douyin-signature'], signature)) throw new ChannelFault('forged')
  const text = request.body.toString('utf8')
  const body = parsed(text)
  const event = textOf(body, 'event')
  if (event === 'verify_webhook') return { answer: { ...OK, body: challengeIn(text, body) }, messages: [] }
  if (event === 'item_comment_reply') return { answer: OK, messages: [remarkRaw(objectIn(body.content))] }
  const id = request.headers['msg-id'] || createHash('sha256').update(request.body).digest('hex').slice(0, 32)
  const payload: EventRaw = { sort: 'event', event, body: text }
  return { answer: OK, messages: [{ externalId: `msg:${id}`, thread: '', payload }] }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return fieldsOf(parseLossless(text))
  } catch {
    throw new ChannelFault('badBody')
  }
}

/** The challenge digit for digit: a long number must not be rounded, nor turned into text. */
function challengeIn(text: string, body: Record<string, unknown>): string {
  const { challenge } = objectIn(body.content)
  const bare = /"challenge\\?"\s*:\s*(-?\d+)/.exec(text)?.[1]
  return `{"challenge":${bare ?? JSON.stringify(challenge ?? '')}}`
}

/** Neither Msg-Id nor the order of coming is promised to be one of a kind: a comment's own id is. */
export function remarkRaw(comment: Record<string, unknown>): Raw {
  const id = textOf(comment, 'comment_id')
  const version = createHash('sha256').update(textOf(comment, 'content')).digest('hex').slice(0, 8)
  const payload: RemarkRaw = { sort: 'comment', comment }
  return {
    externalId: `comment:${id || version}`,
    thread: `${textOf(comment, 'reply_to_item_id', 'item_id')}:${textOf(comment, 'comment_user_id')}`,
    payload,
  }
}

/** Errors: unreadable for an event that nobody knows. */
export function heardEvent({ event }: EventRaw): Heard[] {
  const what = NOTED[event]
  if (!what) throw new ChannelFault('unreadable')
  return [{ sort: 'noted', what }]
}

/** A person's words under one of our videos: who writes again under the same video goes on with the same ticket. Our own are no news. */
export function heardRemark({ settings }: Tools<Settings>, { comment }: RemarkRaw): Heard[] {
  const id = textOf(comment, 'comment_id')
  const item = textOf(comment, 'reply_to_item_id', 'item_id')
  const text = textOf(comment, 'content')
  const user = textOf(comment, 'comment_user_id')
  if (!id || !item || !text) throw new ChannelFault('unreadable')
  if (user && user === settings.openId) return [{ sort: 'noted', what: 'ownComment' }]
  return [
    {
      sort: 'message',
      from: { address: `item:${item}:${user || id}` },
      text,
      about: filled({ video: item, likes: textOf(comment, 'digg_count') }),
      state: { quiet: true, what: 'comment', itemId: item, commentId: id },
      ...dated(timeOf(textOf(comment, 'create_time'))),
    },
  ]
}
