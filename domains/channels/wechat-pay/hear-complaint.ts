import { createHash } from 'node:crypto'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard, HeardMessage, Media, Party } from '../connect/connector.ts'
import { knownState } from '../conversations/known-state-data.ts'
import { COMPLAINTS, call, fetchPhoto } from './api.ts'
import { Complaint, type Move, MovePage, photosIn } from './complaint.ts'
import type { PayTools } from './settings.ts'
import { openField } from './sign.ts'

const PAGE = 100
const MOST_MOVES = 300
const READ_LIMIT = 200

type Known = { seen?: string[]; said?: string[]; did?: string[]; phase?: string }

/** The truth by its id: a push only says that there is something to look at. Errors: ChannelFault. */
export async function readComplaint(tools: PayTools, id: string): Promise<Complaint> {
  const found = await call(tools, { path: `${COMPLAINTS}/${id}`, limit: ['detail', READ_LIMIT] })
  const complaint = Complaint.safeParse(found)
  if (!complaint.success) throw new ChannelFault('unreadable')
  return complaint.data
}

/** The whole talk, the oldest first; empty where the platform has none of this name. */
export async function readMoves(tools: PayTools, id: string): Promise<Move[]> {
  const moves: Move[] = []
  while (moves.length < MOST_MOVES) {
    const path = `${COMPLAINTS}/${id}/${tools.settings.historyPath}?limit=${PAGE}&offset=${moves.length}`
    const page = await call(tools, { path, limit: ['history', READ_LIMIT] }).catch(noneWhenUnknown)
    const read = MovePage.safeParse(page)
    if (!read.success) throw new ChannelFault('unreadable')
    moves.push(...read.data.data)
    if (!read.data.data.length || moves.length >= read.data.total_count) break
  }
  return moves.sort((a, b) => Date.parse(a.operate_time) - Date.parse(b.operate_time))
}

function noneWhenUnknown(error: unknown) {
  if (error instanceof ChannelFault && error.code === 'complaintUnknown') return { data: [], total_count: 0 }
  throw error
}

/**
 * Everything about a complaint that we have not heard yet: the customer's words as messages, the platform's moves as facts.
 * Shape: messages of one complaint are read one after the other, so what is known of it can't change meanwhile.
 */
export async function hearComplaint(tools: PayTools, id: string): Promise<Heard[]> {
  const complaint = await readComplaint(tools, id)
  const moves = await readMoves(tools, id)
  const known = (await knownState(tools.ctx, tools.channel.id, id)) as Known
  const seen = new Set(known.seen ?? [])
  const from = partyOf(tools, complaint)
  const heard: Heard[] = seen.has('created') ? [] : [opening(tools, complaint, from)]
  seen.add('created')
  for (const move of moves) {
    if (seen.has(move.log_id)) continue
    seen.add(move.log_id)
    const one = heardIn(tools, move, { from, known })
    if (one) heard.push(one)
  }
  const { complaint_state: phase } = complaint
  if (phase === 'PROCESSED' && known.phase !== phase)
    heard.push({ sort: 'fact', from, fact: 'platform_finished', data: {}, answered: true })
  const state = {
    seen: [...seen],
    phase,
    complaint: true,
    quiet: !tools.settings.acknowledge,
    ...refundOf(complaint),
  }
  return heard.map((h) => ('from' in h ? { ...h, state } : h))
}

function refundOf({ apply_refund_amount: amount }: Complaint) {
  return { refundMinor: amount ?? null }
}

function partyOf({ settings }: PayTools, { complaint_id, payer_phone }: Complaint): Party {
  const opened =
    payer_phone.length > 20 ? openField(payer_phone, settings.privateKey, settings.oaepHash) : payer_phone
  const phone = /^\+?\d[\d-]{5,18}$/.test(opened) ? opened : undefined
  return { address: complaint_id, contact: phone }
}

function opening(tools: PayTools, c: Complaint, from: Party): HeardMessage {
  const order = c.complaint_order_info[0]
  const at = timeOf(c.complaint_time)
  const about = {
    ...(c.apply_refund_amount === undefined ? {} : { refundAmount: money(c.apply_refund_amount) }),
    ...(order?.amount ? { paidAmount: money(order.amount) } : {}),
    ...(c.problem_description ? { problem: c.problem_description } : {}),
    complaint: c.complaint_id,
  }
  const urls = c.complaint_media_list.flatMap((m) => m.media_url)
  return {
    sort: 'message',
    from,
    kind: 'complaint',
    text: c.complaint_detail || c.problem_description,
    media: mediaOf(tools, urls),
    orderNumber: order?.out_trade_no || undefined,
    about,
    ...(at ? { at } : {}),
    ...(c.complaint_state === 'PENDING' ? { answerBy: dueAfter(tools, at) } : {}),
  }
}

type World = { from: Party; known: Known }

/** What one line of the talk means to the ticket; null when it says what we did ourselves or what another line says. */
function heardIn(tools: PayTools, move: Move, { from, known }: World): Heard | null {
  const words = move.operate_details.trim()
  const at = timeOf(move.operate_time)
  const fact = (name: string, answered = false): Heard => ({
    sort: 'fact',
    from,
    fact: name,
    data: words ? { words } : {},
    ...(answered ? { answered } : {}),
  })
  switch (move.operate_type) {
    case 'USER_CREATE_COMPLAINT':
    case 'USER_CREATE_COMPLAINT_SYSTEM_MESSAGE':
    case 'USER_CONTINUE_COMPLAINT_SYSTEM_MESSAGE':
      return null
    case 'USER_CONTINUE_COMPLAINT':
    case 'USER_RESPONSE':
      return {
        sort: 'message',
        from,
        text: words,
        media: mediaOf(tools, photosIn(move)),
        answerBy: dueAfter(tools, at),
        ...(at ? { at } : {}),
      }
    case 'MERCHANT_RESPONSE':
      return known.said?.includes(fingerprint(words)) ? null : fact('answered_elsewhere', true)
    case 'MERCHANT_CONFIRM_COMPLETE':
      return known.did?.includes('complete') ? null : fact('platform_finished', true)
    case 'MERCHANT_APPROVE_REFUND':
      return known.did?.includes('approve_refund') ? null : fact('refund_approved_elsewhere', true)
    case 'MERCHANT_REFUSE_RERUND':
    case 'MERCHANT_REJECT_REFUND':
      return known.did?.includes('reject_refund') ? null : fact('refund_rejected_elsewhere', true)
    default:
      return fact(FACTS[move.operate_type] ?? 'platform_move', OVER.has(move.operate_type))
  }
}

/** Two of the platform's own spellings are wrong and must be kept. */
const FACTS: Record<string, string> = {
  PLATFORM_RESPONSE: 'platform_said',
  RESPONSE_BY_PLATFORM: 'platform_said',
  USER_APPLY_PLATFORM_SERVICE: 'platform_asked',
  USER_APPLY_PLATFORM_HELP: 'platform_asked',
  PLATFORM_HELP_APPLICATION: 'platform_asked',
  USER_CANCEL_PLATFORM_SERVICE: 'platform_let_go',
  SERVICE_ORDER_CANCEL: 'platform_let_go',
  PLATFORM_SERVICE_FINISHED: 'platform_decided',
  SERVICE_ORDER_COMPLETE: 'platform_decided',
  USER_REVOKE_COMPLAINT: 'complaint_withdrawn',
  USER_COMFIRM_COMPLAINT: 'complaint_confirmed',
  SELLER_REFUND: 'complaint_refunded',
  REFUND_SUCCESS: 'complaint_refunded',
  COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE: 'complaint_refunded',
  COMPLAINT_PARTIAL_REFUNDED_SYSTEM_MESSAGE: 'complaint_refunded',
  COMPLAINT_REFUND_RECEIVED_SYSTEM_MESSAGE: 'complaint_refunded',
  COMPLAINT_ENTRUSTED_REFUND_SYSTEM_MESSAGE: 'complaint_refunded',
}
const OVER = new Set(['USER_REVOKE_COMPLAINT', 'USER_COMFIRM_COMPLAINT'])

/** Tells our own answer when it comes back in the talk; words are not kept for that. */
export function fingerprint(words: string): string {
  return createHash('sha256').update(words.replace(/\s+/g, '')).digest('hex').slice(0, 16)
}

function mediaOf(tools: PayTools, urls: string[]): Media[] {
  return urls.map((url, n) => ({
    name: `photo-${n + 1}.jpg`,
    mime: 'image/jpeg',
    fetch: () => fetchPhoto(tools, url),
  }))
}

function timeOf(text: string): Date | null {
  const at = new Date(text)
  return text && !Number.isNaN(at.getTime()) ? at : null
}

function dueAfter({ settings, ctx }: PayTools, at: Date | null): Date {
  return new Date((at ?? ctx.now()).getTime() + settings.answerHours * 3_600_000)
}

const money = (minor: number): string => `¥${(minor / 100).toFixed(2)}`
