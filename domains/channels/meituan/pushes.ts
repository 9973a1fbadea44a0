import { createHash } from 'node:crypto'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard, HookAnswer, HookRequest, Raw, Tools } from '../connect/connector.ts'
import { textOf } from '../platforms/lossless-json.ts'
import { filled, namesOf, objectIn, timeOf } from '../platforms/platform-fields.ts'
import { dated, picturesOf, say } from '../platforms/reviews.ts'
import { shopCodeOf } from '../platforms/shop-lines.ts'
import { isStale, sameSignature, sortedPairs } from '../platforms/signatures.ts'
import { heardOrder } from './orders.ts'
import type { Settings } from './settings.ts'
import { directSig, gatewaySign } from './sign.ts'

type Values = Record<string, string>
export type PushRaw = { sort: 'push'; path: string; values: Values }

/** One address for each kind of push, entered on the platform's page; the last part of the address says which it is. */
const NOTED: Record<string, string> = {
  delivery: 'delivery',
  privacy: 'privacyNumber',
}
const REFUNDS = ['refund', 'part-refund']

/**
 * A push of either way, form POST or GET; an empty one only tries the address and gets the same answer.
 * Errors: forged, stale.
 */
export function takePush(
  tools: Tools<Settings>,
  request: HookRequest,
): { answer: HookAnswer; messages: Raw[] } {
  const { settings, ctx } = tools
  const direct = settings.mode === 'direct'
  const body = direct ? '{"data":"ok"}' : '{"data":"success"}'
  const answer = { status: 200, type: 'application/json; charset=utf-8', body }
  const given = {
    ...request.query,
    ...Object.fromEntries(new URLSearchParams(request.body.toString('utf8'))),
  }
  if (!Object.keys(given).length) return { answer, messages: [] }
  const values = verified(tools, request.path, given)
  const stamp = Number(values.timestamp) * 1000
  if ((direct || values.timestamp) && isStale(stamp, ctx.now(), settings.toleranceMin))
    throw new ChannelFault('stale')
  return { answer, messages: [rawOf(request.path, values)] }
}

/** The values as they were signed. Whether they arrive encoded once or twice is a setting; `auto` is what the signature proves. */
function verified({ settings, hookUrl }: Tools<Settings>, path: string, given: Values): Values {
  const url = `${settings.pushBase.replace(/\/$/, '') || hookUrl}${path ? `/${path}` : ''}`
  const signed = (values: Values) =>
    settings.mode === 'direct'
      ? sameSignature(given.sig, directSig(url, values, settings.secret))
      : sameSignature(given.sign, gatewaySign(values, settings.signKey))
  const ways = settings.encoding === 'auto' ? ['once', 'twice'] : [settings.encoding]
  for (const way of ways) {
    const values = way === 'once' ? given : decoded(given)
    if (signed(values)) return values
  }
  throw new ChannelFault('forged')
}

function decoded(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([k, v]) => [k, decodedOnce(v)]))
}

function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Pushes carry no id of their own: the same values at another time are the same push. */
function rawOf(path: string, values: Values): Raw {
  const order = textOf(bodyOf(values), 'order_id', 'orderId')
  const pairs = sortedPairs(values, 'sig', 'sign', 'timestamp')
  const version = createHash('sha256').update(JSON.stringify(pairs)).digest('hex').slice(0, 24)
  const payload: PushRaw = { sort: 'push', path, values }
  return { externalId: `${path}:${order}:${version}`, thread: order && `order:${order}`, payload }
}

/** The gateway puts what it tells as JSON into one value. */
function bodyOf(values: Values): Record<string, unknown> {
  const { order, orderCancel, orderRefund, partOrderRefund, message } = values
  return Object.assign(
    {},
    values,
    ...[order, orderCancel, orderRefund, partOrderRefund, message].map(objectIn),
  )
}

/** What a push says: the customer's own words become a message about the order, an order's own news go to the orders' room, everything else is noted. */
export function heardPush(tools: Tools<Settings>, { path, values }: PushRaw): Heard[] {
  const noted = NOTED[path]
  if (noted) return [{ sort: 'noted', what: noted }]
  const body = bodyOf(values)
  const order = heardOrder(tools.settings, path, body)
  if (order) return [order]
  if (path === 'urge') return [voice(tools, body, say('urge'))]
  if (!REFUNDS.includes(path)) throw new ChannelFault('unreadable')
  const asks = ['apply', 'part'].includes(textOf(body, 'notify_type', 'notifyType'))
  const byCustomer = ['', '1'].includes(textOf(body, 'apply_op_user_type', 'applyOpUserType'))
  if (!asks || !byCustomer) return [{ sort: 'noted', what: 'refund' }]
  const reason = textOf(body, 'reason') || say('noReason')
  const message = voice(tools, body, say('refundAsked', { reason }))
  return [{ ...message, kind: 'complaint', media: picturesOf(tools, namesOf(body.pictures)) }]
}

function voice(tools: Tools<Settings>, body: Record<string, unknown>, text: string) {
  const order = textOf(body, 'order_id', 'orderId')
  const shop = textOf(body, 'app_poi_code', 'ePoiId')
  if (!order) throw new ChannelFault('unreadable')
  return {
    sort: 'message' as const,
    from: { address: `order:${order}` },
    text,
    shopCode: shopCodeOf(tools.settings.shops, shop),
    orderNumber: textOf(body, 'wm_order_id_view', 'wmOrderIdView') || order,
    about: filled({ refund: textOf(body, 'refund_id', 'refundId'), money: textOf(body, 'money') }),
    state: { quiet: true, what: 'order', orderId: order, shop },
    ...dated(timeOf(textOf(body, 'ctime', 'utime', 'timestamp'))),
  }
}
