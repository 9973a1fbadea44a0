import { createHash } from 'node:crypto'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard, Party } from '../connect/connector.ts'
import { knownState } from '../conversations/known-state-data.ts'
import { type Body, readBody, textOf } from '../wechat/body.ts'
import { downloadMedia } from '../wechat/media.ts'
import { asWechat, type MiniTools } from './settings.ts'

export const COMPLAINT = 'complaint:'
const NEEDS_PROOF = '206'
const REFUNDING = '312'
/** Seconds below this, milliseconds above. */
const SECONDS_END = 1e11

type Known = { seen?: string[]; phase?: string; pushedAt?: number }

/** The complaint that a push carries; null for other pushes. Shape: the nested part may be an object or text of JSON. */
export function complaintIn(push: Body): Body | null {
  if (textOf(push, 'Event') !== 'complaint_callback') return null
  const inner = push.BussiCallBackInfo ?? push.bussi_call_back_info
  const info = typeof inner === 'string' ? readBody(inner) : inner
  if (typeof info !== 'object' || info === null) throw new ChannelFault('unreadable')
  if (!textOf(info as Body, 'complaint_order_id')) throw new ChannelFault('unreadable')
  return info as Body
}

/**
 * What a push about a complaint says that was not said before. An older push that comes later brings its words, but moves nothing back.
 * Source: integrations.md §1.10; statuses that nobody has documented stand in the timeline as they are.
 */
export async function hearComplaint(tools: MiniTools, push: Body, info: Body): Promise<Heard[]> {
  const from = partyOf(info)
  const known = (await knownState(tools.ctx, tools.channel.id, from.address)) as Known
  const pushedAt = Number(textOf(push, 'CreateTime')) || 0
  const status = textOf(info, 'status')
  const newer = pushedAt >= (known.pushedAt ?? 0)
  const words = textOf(info, 'customer_material_content').trim()
  const print = createHash('sha256').update(words).digest('hex').slice(0, 16)
  const seen = known.seen ?? []
  const heard: Heard[] = []
  const waits = newer && tools.settings.waitingStatuses.includes(status)
  const answerBy = waits ? { answerBy: dueOf(tools, info) } : {}
  if (!seen.includes(print) && (words || !seen.length))
    heard.push({ ...saying(tools, info, from, words), ...answerBy })
  if (newer && seen.length && known.phase !== status) heard.push(moved(tools, from, status, answerBy))
  const state = {
    complaint: true,
    quiet: true,
    seen: seen.includes(print) ? seen : [...seen, print],
    ...(newer ? { phase: phaseOf(tools, status), pushedAt } : {}),
    refundMinor: Number(textOf(info, 'total_cost')) || null,
  }
  return heard.map((h) => ('from' in h ? { ...h, state } : h))
}

function phaseOf({ settings }: MiniTools, status: string): string {
  return settings.finishedStatuses.includes(status) ? 'finished' : status
}

function moved(tools: MiniTools, from: Party, status: string, owed: { answerBy?: Date }): Heard {
  const finished = tools.settings.finishedStatuses.includes(status)
  const fact =
    status === NEEDS_PROOF
      ? 'platform_wants_proof'
      : status === REFUNDING
        ? 'platform_refunding'
        : finished
          ? 'platform_finished'
          : 'platform_status'
  return { sort: 'fact', from, fact, data: { status }, ...(owed.answerBy ? owed : { answered: true }) }
}

function partyOf(info: Body): Party {
  const phone = textOf(info, 'phone_number').trim()
  return {
    address: `${COMPLAINT}${textOf(info, 'complaint_order_id')}`,
    contact: /^\+?\d[\d-]{5,18}$/.test(phone) ? phone : undefined,
  }
}

function saying(
  tools: MiniTools,
  info: Body,
  from: Party,
  words: string,
): Extract<Heard, { sort: 'message' }> {
  const ids = listed(info.customer_material_media_id_list)
  const cost = Number(textOf(info, 'total_cost')) || 0
  const product = textOf(info, 'product_name')
  return {
    sort: 'message',
    from,
    kind: 'complaint',
    text: words || product,
    media: ids.map((id, n) => ({
      name: `photo-${n + 1}.jpg`,
      mime: 'image/jpeg',
      fetch: () => downloadMedia(asWechat(tools), id),
    })),
    orderNumber: textOf(info, 'out_trade_no') || textOf(info, 'order_id') || undefined,
    about: {
      ...(product ? { product } : {}),
      ...(cost ? { paidAmount: `¥${(cost / 100).toFixed(2)}` } : {}),
    },
    at: instant(textOf(info, 'create_time')) ?? tools.ctx.now(),
  }
}

function dueOf({ settings, ctx }: MiniTools, info: Body): Date {
  const told = instant(textOf(info, 'expire_time'))
  if (told) return told
  const from = instant(textOf(info, 'create_time')) ?? ctx.now()
  return new Date(from.getTime() + settings.answerHours * 3_600_000)
}

/** Seconds or milliseconds since 1970. */
function instant(text: string): Date | null {
  const n = Number(text)
  if (!n) return null
  return new Date(n < SECONDS_END ? n * 1000 : n)
}

/** A list in JSON, or in XML where a single entry is no list. */
function listed(value: unknown): string[] {
  const inner =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value)[0] : value
  const list = Array.isArray(inner) ? inner : inner ? [inner] : []
  return list.filter((one): one is string => typeof one === 'string' && one !== '')
}
