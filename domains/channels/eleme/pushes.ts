import { createHash } from 'node:crypto'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard, HeardMessage, HookAnswer, HookRequest, Raw, Tools } from '../connect/connector.ts'
import { knownState } from '../conversations/known-state-data.ts'
import { fieldsOf, numberOf, parseSources, textOf } from '../platforms/lossless-json.ts'
import { filled, objectIn, timeOf } from '../platforms/platform-fields.ts'
import { dated, say } from '../platforms/reviews.ts'
import { shopCodeOf } from '../platforms/shop-lines.ts'
import { isStale, sameSignature } from '../platforms/signatures.ts'
import { heardOrder } from './orders.ts'
import { askedBefore, askedFor, decided } from './refunds.ts'
import type { Settings } from './settings.ts'
import { pushSignature } from './sign.ts'

/** `net`: not pushed, but found where it still waits. */
export type PushRaw = { sort: 'push'; type: string; shop: string; message: string; net?: true }

const ANSWER: HookAnswer = {
  status: 200,
  type: 'application/json; charset=utf-8',
  body: '{"message":"ok"}',
}

/**
 * A push, checked over the numbers as they stood in the raw body: userId is beyond 2^53. An empty call only tries the address.
 * Errors: badBody, forged, stale.
 */
export function takePush(
  { settings, ctx }: Tools<Settings>,
  request: HookRequest,
): { answer: HookAnswer; messages: Raw[] } {
  const text = request.body.toString('utf8')
  if (!text.trim()) return { answer: ANSWER, messages: [] }
  const values = parsed(text)
  if (!sameSignature(textOf(values, 'signature'), pushSignature(values, settings.secret)))
    throw new ChannelFault('forged')
  if (isStale(Number(values.timestamp), ctx.now(), settings.toleranceMin)) throw new ChannelFault('stale')
  return { answer: ANSWER, messages: [rawOf(values)] }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return fieldsOf(parseSources(text))
  } catch {
    throw new ChannelFault('badBody')
  }
}

/** The same for a push and for one that was fetched because it had been missed: what it says is its name. */
export function rawOf(values: unknown): Raw {
  const push: PushRaw = {
    sort: 'push',
    type: textOf(values, 'type'),
    shop: textOf(values, 'shopId'),
    message: textOf(values, 'message'),
  }
  const order = textOf(objectIn(push.message), 'orderId', 'id')
  const version = createHash('sha256').update(push.message).digest('hex').slice(0, 24)
  return {
    externalId: `${push.type}:${order || push.shop}:${version}`,
    thread: order && `order:${order}`,
    payload: push,
  }
}

const between = (type: number, least: number, most: number): boolean => type >= least && type <= most

/** What a type is kept as; undefined for one that the platform's list does not name (integrations §4.4). */
function notedAs(type: number): string | undefined {
  if ([10, 12, 14, 15, 17, 18].includes(type)) return 'order'
  if (between(type, 21, 26)) return 'cancellation'
  if (between(type, 31, 36)) return 'refund'
  if (type === 46) return 'urgeAnswer'
  if (between(type, 51, 76)) return 'delivery'
  if ([91, 93].includes(type)) return 'shop'
  if (type === 100) return 'consentWithdrawn'
  if ([105, 217, 218, 221, 222].includes(type)) return 'other'
  return undefined
}

/** The customer asks to cancel, for money back, for the platform's decision, or where the order is. */
const VOICES: Record<number, 'cancelAsked' | 'refundAsked' | 'arbitration' | 'urge'> = {
  20: 'cancelAsked',
  24: 'arbitration',
  30: 'refundAsked',
  34: 'arbitration',
  45: 'urge',
}

/** Errors: unreadable for a type that nobody knows, or a customer's word without an order. */
export async function heardPush(tools: Tools<Settings>, push: PushRaw): Promise<Heard[]> {
  const { settings, ctx, channel } = tools
  const type = Number(push.type)
  const voice = VOICES[type]
  const body = objectIn(push.message)
  const order = textOf(body, 'orderId')
  const known = order ? await knownState(ctx, channel.id, `order:${order}`) : {}
  const news = heardOrder(settings, type, push.shop, body)
  const heard = [news, decided(type, order, body, known)].filter((one) => one !== undefined)
  if (heard.length) return heard
  const noted = notedAs(type)
  if (!voice && noted) return [{ sort: 'noted', what: noted }]
  if (voice && push.net && askedBefore(known)) return [{ sort: 'noted', what: 'refund' }]
  if (!voice || !order) throw new ChannelFault('unreadable')
  const shop = push.shop || textOf(body, 'shopId')
  const reason = textOf(body, 'reason', 'remark') || say('noReason')
  const money = numberOf(body, 'totalPrice')
  const { state, ...due } = askedFor(tools, type, body)
  const message: HeardMessage = {
    sort: 'message',
    from: { address: `order:${order}` },
    text: say(voice, { reason }),
    shopCode: shopCodeOf(settings.shops, shop),
    orderNumber: order,
    about: filled({ money: money === undefined ? '' : String(money), refund: textOf(body, 'refundType') }),
    state: { quiet: true, what: 'order', orderId: order, shop, ...remindOf(body), ...state },
    ...due,
    ...(voice === 'urge' ? {} : { kind: 'complaint' }),
    ...dated(timeOf(textOf(body, 'updateTime'))),
  }
  return [message]
}

/** An urge can be answered by its own number. */
function remindOf(body: unknown): { remindId?: string } {
  const remindId = textOf(body, 'remindId')
  return remindId ? { remindId } : {}
}
