import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import type { Heard, HeardMessage, Outgoing, Sent, Tools } from '../connect/connector.ts'
import { numberOf, textOf } from '../platforms/lossless-json.ts'
import { minorOf } from '../platforms/order-fields.ts'
import { callEleme } from './call.ts'
import type { Settings } from './settings.ts'

/** What a customer asks for, by push type: to cancel, money back, the platform's decision (integrations §4.4). */
const ASKED: Record<number, string> = {
  20: 'cancel_asked',
  30: 'refund_asked',
  24: 'arbitrating',
  34: 'arbitrating',
}
type Step = { phase: string; fact: string; deed?: string }
const WITHDRAWN: Step = { phase: 'withdrawn', fact: 'refund_withdrawn' }
const REFUSED: Step = { phase: 'refused', fact: 'refund_rejected_elsewhere', deed: 'reject_refund' }
const AGREED: Step = { phase: 'agreed', fact: 'refund_approved_elsewhere', deed: 'approve_refund' }
const RULED_FOR: Step = { phase: 'ruled_for', fact: 'platform_ruled_for' }
const RULED_AGAINST: Step = { phase: 'ruled_against', fact: 'platform_ruled_against' }
/** The same for cancelling and for money back. */
const STEPS: Record<number, Step> = {
  21: WITHDRAWN,
  22: REFUSED,
  23: AGREED,
  25: RULED_FOR,
  26: RULED_AGAINST,
  31: WITHDRAWN,
  32: REFUSED,
  33: AGREED,
  35: RULED_FOR,
  36: RULED_AGAINST,
}
const OPEN = ['cancel_asked', 'refund_asked']

type Known = { complaint?: boolean; phase?: string; did?: string[] }

/** What a question leaves on its conversation, so that it can be decided from the ticket, and until when the platform waits. */
export function askedFor(
  { settings, ctx }: Pick<Tools<Settings>, 'settings' | 'ctx'>,
  type: number,
  body: unknown,
): Pick<HeardMessage, 'state' | 'answerBy'> {
  const phase = ASKED[type]
  if (!phase) return {}
  const money = numberOf(body, 'totalPrice')
  const state = { complaint: true, phase, ...(money === undefined ? {} : { refundMinor: minorOf(money) }) }
  if (!OPEN.includes(phase)) return { state }
  const now = ctx.now()
  return {
    state: { refundMinor: null, ...state, askedAt: now.toISOString(), did: [] },
    answerBy: new Date(now.getTime() + settings.refundHours * 3_600_000),
  }
}

/** Whether the net has found nothing but what a push has told already. */
export const askedBefore = (known: Known): boolean => OPEN.includes(known.phase ?? '')

/** What became of a question that we know; undefined for any other push. Our own decision that comes back says nothing new. */
export function decided(type: number, order: string, body: unknown, known: Known): Heard | undefined {
  const step = STEPS[type]
  if (!step || !known.complaint) return undefined
  const from = { address: `order:${order}` }
  const state = { phase: step.phase }
  if (step.deed && known.did?.includes(step.deed)) return { sort: 'contact', from, state }
  const data = { words: textOf(body, 'reason', 'remark') }
  return { sort: 'fact', from, fact: step.fact, data, answered: true, state }
}

/** After these nobody knows whether the platform has it; a refusal may mean that it was decided before. */
const UNSURE = ['timedOut', 'broken', 'unreachable', 'refused', 'alreadyAnswered']
/** What an order says of its refund once this was decided (check). */
const SHOWS: Record<string, readonly string[]> = {
  approve_refund: ['successful'],
  reject_refund: ['rejected', 'arbitrating', 'failed'],
}

/** Agrees to the money back (or to the cancellation) or refuses it. Errors: cannotSend for other deeds, and those of the call. */
export async function decideRefund(
  tools: Tools<Settings>,
  { to }: Outgoing,
  { name, data }: NonNullable<Outgoing['deed']>,
): Promise<Sent> {
  const { orderId, did = [] } = to.state as { orderId?: string; did?: string[] }
  const shows = SHOWS[name]
  if (!orderId || !shows) throw new ChannelFault('cannotSend')
  const reason = String(data.reason ?? '')
  const [action, params] =
    name === 'approve_refund'
      ? ['eleme.order.agreeRefundLite', { orderId }]
      : ['eleme.order.disagreeRefundLite', { orderId, reason }]
  await callEleme(tools, action, params).catch(async (error: unknown) => {
    if (!UNSURE.includes(asFault(error).code) || !shows.includes(await refundStatus(tools, orderId)))
      throw error
  })
  return { externalId: null, state: { did: [...did, name] } }
}

async function refundStatus(tools: Tools<Settings>, orderId: string): Promise<string> {
  const order = await callEleme(tools, 'eleme.order.getOrder', { orderId }).catch(() => null)
  return textOf(order, 'refundStatus')
}
