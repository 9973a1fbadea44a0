import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard, HeardCall, HookAnswer, HookRequest, Raw, Tools } from '../connect/connector.ts'
import { readNumber } from './number.ts'
import { linesOf, type PhoneSettings } from './settings.ts'

const number = z.string().max(80).optional()
const CallEvent = z.object({
  event: z.enum(['call.ringing', 'call.answered', 'call.ended', 'recording.ready']),
  call_id: z.string().min(1).max(120),
  seq: z.number().int().min(0).default(0),
  direction: z.enum(['inbound', 'outbound']).optional(),
  caller: number,
  callee: number,
  queue: z.string().max(60).optional(),
  agent: z.string().max(40).optional(),
  talk_seconds: z.number().min(0).max(86_400).optional(),
  recording_url: z.url().max(1000).optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  at: z.iso.datetime({ offset: true }).optional(),
})
const Kept = z.object({ from: z.literal('webhook'), body: z.string(), heardAt: z.iso.datetime() })

/**
 * Our neutral webhook for telephone systems (there is no common standard): one event a request.
 * Shape:  X-Care-Timestamp (seconds) and X-Care-Signature = hex HMAC-SHA256 of `timestamp.body` with the secret; see vectors/cti-generic-webhook.json.
 * Errors: stale, forged, badBody (no JSON). What is JSON but unknown is kept to be looked at.
 */
export async function takeCallEvent(
  { settings, ctx }: Pick<Tools<PhoneSettings>, 'settings' | 'ctx'>,
  request: HookRequest,
): Promise<{ answer: HookAnswer; messages: Raw[] }> {
  if (settings.mode !== 'webhook') throw new ChannelFault('otherMode')
  const stamp = request.headers['x-care-timestamp'] ?? ''
  const age = Math.abs(ctx.now().getTime() / 1000 - Number(stamp))
  if (!/^\d{1,12}$/.test(stamp) || !(age <= settings.toleranceS)) throw new ChannelFault('stale')
  const signature = createHmac('sha256', settings.secret).update(`${stamp}.`).update(request.body).digest()
  const given = Buffer.from(request.headers['x-care-signature'] ?? '', 'hex')
  if (given.length !== signature.length || !timingSafeEqual(given, signature))
    throw new ChannelFault('forged')
  const body = request.body.toString()
  const event = parsed(body)
  return {
    answer: { status: 200, type: 'application/json', body: '{"ok":true}' },
    messages: [
      {
        externalId: idOf(event, body),
        thread: `call:${String(event.call_id ?? '').slice(0, 120)}`,
        payload: { from: 'webhook', body, heardAt: ctx.now().toISOString() },
      },
    ],
  }
}

/** Errors: unreadable. */
export function readCallEvent(settings: PhoneSettings, payload: unknown): Heard[] {
  const kept = Kept.safeParse(payload)
  const read = kept.success ? CallEvent.safeParse(parsed(kept.data.body)) : null
  if (!kept.success || !read?.success) throw new ChannelFault('unreadable')
  const e = read.data
  const outbound = e.direction === 'outbound'
  const told = {
    sort: 'call' as const,
    callId: e.call_id,
    seq: e.seq,
    at: new Date(e.at ?? kept.data.heardAt),
    ...(e.direction ? { direction: e.direction } : {}),
    ...numbersOf(e, outbound),
    ...(e.queue ? { queue: e.queue } : {}),
    ...(e.agent ? { extension: e.agent, login: linesOf(settings).get(e.agent) ?? '' } : {}),
  }
  if (e.event === 'recording.ready') {
    if (!e.recording_url) throw new ChannelFault('unreadable')
    const recording = { url: e.recording_url, ...(e.sha256 ? { sha256: e.sha256 } : {}) }
    return [{ ...told, event: 'recording', recording }]
  }
  const event = e.event.slice('call.'.length) as HeardCall['event']
  return [{ ...told, event, ...(e.talk_seconds === undefined ? {} : { talkS: Math.round(e.talk_seconds) }) }]
}

function numbersOf({ caller, callee }: z.infer<typeof CallEvent>, outbound: boolean) {
  const [theirs, ours] = outbound ? [callee, caller] : [caller, callee]
  return {
    ...(theirs === undefined ? {} : { number: readNumber(theirs) }),
    ...(ours === undefined ? {} : { dialled: readNumber(ours) }),
  }
}

/** The same event of the same call is the same; what names no call is known by its words. */
function idOf(event: Record<string, unknown>, body: string): string {
  const { call_id, seq, event: what } = event
  if (typeof call_id === 'string' && typeof what === 'string')
    return `${createHash('sha256').update(call_id).digest('hex').slice(0, 40)}:${what.slice(0, 60)}:${Number(seq ?? 0)}`
  return `?:${createHash('sha256').update(body).digest('hex').slice(0, 40)}`
}

function parsed(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    if (value && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {}
  throw new ChannelFault('badBody')
}
