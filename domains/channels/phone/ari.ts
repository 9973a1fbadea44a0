import { createHash } from 'node:crypto'
import { z } from 'zod'
import { asFault, ChannelFault } from '../connect/channel-fault.ts'
import type { Ears, Heard, Raw, Tools } from '../connect/connector.ts'
import { begun, dialled, ended, extensionOf, type Leg, recorded, type Told, taken } from './legs.ts'
import { linesOf, type PhoneSettings } from './settings.ts'

const Channel = z.object({
  id: z.string().min(1).max(120),
  name: z.string().max(200).default(''),
  state: z.string().max(40).default(''),
  caller: z.object({ number: z.string().max(80).default('') }).default({ number: '' }),
  dialplan: z.object({ exten: z.string().max(80).default('') }).default({ exten: '' }),
  /** ari.conf: channelvars = CHANNEL(linkedid). */
  channelvars: z.record(z.string(), z.string()).optional(),
})
type ChannelOf = z.infer<typeof Channel>
const Event = z.object({
  type: z.string(),
  timestamp: z.string().max(60).optional(),
  channel: Channel.optional(),
  caller: Channel.optional(),
  peer: Channel.optional(),
  dialstatus: z.string().max(40).optional(),
  recording: z.object({ name: z.string().max(400), target_uri: z.string().max(200).default('') }).optional(),
})
const Kept = z.object({ from: z.literal('ari'), event: z.unknown(), heardAt: z.iso.datetime() })
const WANTED = [
  'ChannelCreated',
  'StasisStart',
  'ChannelStateChange',
  'Dial',
  'ChannelDestroyed',
  'RecordingFinished',
]

/** Errors: login, noAri, unreachable, timedOut, broken; all of the channel. */
export async function askAri({ http, settings }: Tools<PhoneSettings>, path: string): Promise<Response> {
  const { base, user, password } = settings
  const headers = { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
  const answer = await http(`${base.replace(/\/+$/, '')}/ari/${path}`, { headers })
  if (answer.status === 401 || answer.status === 403)
    throw new ChannelFault('login', { again: true, side: 'channel' })
  if (answer.status === 404) throw new ChannelFault('noAri', { again: true, side: 'channel' })
  return answer
}

/**
 * Hears what Asterisk's REST interface tells over its WebSocket, until that is cut.
 * Shape:  the account is tried by HTTP first, because a WebSocket doesn't say why it was refused; so is the line while it is silent.
 */
export async function listenToAri(
  tools: Tools<PhoneSettings>,
  ears: Ears,
  stopped: AbortSignal,
): Promise<void> {
  await (await askAri(tools, 'asterisk/info?only=status')).body?.cancel()
  const socket = new WebSocket(streamUrl(tools.settings))
  let hearing: Promise<unknown> = Promise.resolve()
  await new Promise<void>((done, failed) => {
    let beat: NodeJS.Timeout | undefined
    const end = (error?: unknown) => {
      clearInterval(beat)
      socket.close()
      if (error) failed(error)
      else done()
    }
    const follow = (work: () => Promise<unknown>) => {
      hearing = hearing.then(work).catch(end)
    }
    stopped.addEventListener('abort', () => end())
    socket.onopen = () => {
      follow(ears.ready)
      beat = setInterval(
        () => void askAri(tools, 'asterisk/info?only=status').then((a) => a.body?.cancel(), end),
        tools.settings.heartbeatS * 1000,
      )
    }
    socket.onmessage = ({ data }) => {
      const raw = rawOf(String(data), tools.ctx.now())
      if (raw) follow(() => ears.hear([raw]))
    }
    socket.onerror = () => end(cut())
    socket.onclose = () => end(stopped.aborted ? undefined : cut())
  })
  await hearing
}

const cut = () => new ChannelFault('cut', { again: true, side: 'channel' })

function streamUrl({ base, app, user, password }: PhoneSettings): string {
  const url = new URL(`${base.replace(/\/+$/, '')}/ari/events`)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.search = new URLSearchParams({
    app,
    api_key: `${user}:${password}`,
    subscribeAll: 'true',
  }).toString()
  return url.href
}

/** Null for the many events that say nothing about a call; what is no event at all is kept to be looked at. */
function rawOf(text: string, now: Date): Raw | null {
  const payload = (event: unknown) => ({ from: 'ari', event, heardAt: now.toISOString() })
  const hash = (of: string) => createHash('sha256').update(of).digest('hex').slice(0, 40)
  let event: unknown
  try {
    event = JSON.parse(text)
  } catch {
    return { externalId: `ari:?:${hash(text)}`, thread: '', payload: payload(text.slice(0, 4000)) }
  }
  const read = Event.safeParse(event)
  if (!read.success) return { externalId: `ari:?:${hash(text)}`, thread: '', payload: payload(event) }
  if (!WANTED.includes(read.data.type)) return null
  const { type, channel, caller, peer, dialstatus, recording } = read.data
  if (type === 'ChannelStateChange' && channel?.state !== 'Up') return null
  const key = hash([channel?.id, caller?.id, peer?.id, dialstatus, recording?.name].join(' '))
  return { externalId: `ari:${type}:${key}`, thread: `call:${callOf(read.data)}`, payload: payload(event) }
}

function callOf({ channel, caller, peer, recording }: z.infer<typeof Event>): string {
  const one = caller ?? channel ?? peer
  if (one) return one.channelvars?.['CHANNEL(linkedid)'] || one.id
  return recording?.target_uri.startsWith('channel:') ? recording.target_uri.slice('channel:'.length) : ''
}

/** Errors: unreadable. */
export function readAriEvent(settings: PhoneSettings, payload: unknown): Heard[] {
  const kept = Kept.safeParse(payload)
  const read = kept.success ? Event.safeParse(kept.data.event) : null
  if (!kept.success || !read?.success) throw new ChannelFault('unreadable')
  const event = read.data
  const at = instantOf(event.timestamp) ?? new Date(kept.data.heardAt)
  const told: Told = { callId: callOf(event), at, seq: at.getTime(), lines: linesOf(settings) }
  return hearEvent(told, event)
}

function hearEvent(told: Told, event: z.infer<typeof Event>): Heard[] {
  const { type, channel, caller, peer } = event
  const nothing: Heard[] = [{ sort: 'noted', what: type }]
  if (!told.callId) return nothing
  const first = channel?.id === told.callId
  if (type === 'Dial')
    return peer ? dialled(told, legOf(caller), legOf(peer), event.dialstatus ?? '') : nothing
  if (type === 'RecordingFinished') return event.recording ? recorded(told, event.recording.name) : nothing
  if (!channel) return nothing
  if (type === 'ChannelCreated' || type === 'StasisStart')
    return first ? begun(told, legOf(channel)) : nothing
  if (type === 'ChannelDestroyed') return first ? ended(told) : nothing
  return !first && told.lines.has(extensionOf(channel.name)) ? taken(told, channel.name) : nothing
}

function legOf(channel: ChannelOf | undefined): Leg {
  return {
    name: channel?.name ?? '',
    caller: channel?.caller.number ?? '',
    exten: channel?.dialplan.exten ?? '',
  }
}

/** `2026-03-02T12:00:00.000+0800`, as Asterisk writes it. */
function instantOf(text: string | undefined): Date | null {
  const at = new Date((text ?? '').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  return text && !Number.isNaN(at.getTime()) ? at : null
}

/** For the page's test: whether it answers, and whether it tells of calls. */
export async function tryAri(tools: Tools<PhoneSettings>): Promise<string | null> {
  try {
    await (await askAri(tools, 'asterisk/info?only=status')).body?.cancel()
    return null
  } catch (error) {
    return asFault(error).code
  }
}
