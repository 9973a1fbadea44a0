import type { ServerResponse } from 'node:http'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Scope } from '../permissions.ts'

type Note = {
  b: string
  n: string
  t?: string
  s?: string
  e?: boolean
  p?: string[]
  o?: boolean
  /** Shops of which one is enough. */
  ss?: string[]
  i?: string
  v?: number
  at: number
}
type Stream = {
  brandId: string
  staffId: string
  sessionId: string
  /** How far the person reaches with what an event is about. */
  scopeOf: (event: string) => Scope | null
  out: ServerResponse
}

const BEAT_MS = 25_000
const RECONNECT_MS = 1000

export type LiveHub = {
  /** Sends every later change in the person's scope to this response until it closes. */
  attach: (stream: Stream) => void
  streams: () => number
  stop: () => Promise<void>
}

/** An event of this name ends the streams of the people it names: locked out is out at once. */
const ENDS_STREAMS = /\.staffLocked$/

/** Hears what any process committed (LISTEN) and tells the browsers connected here. Ids only: the browser refetches what it may see. */
export async function openLiveHub(url: string, log: Logger, role?: string): Promise<LiveHub> {
  const byBrand = new Map<string, Set<Stream>>()
  let stopped = false
  let client: pg.Client | undefined

  const connect = async () => {
    client = new pg.Client({
      connectionString: url,
      application_name: 'huiyin-live',
      ...(role ? { options: `-c role=${role}` } : {}),
    })
    client.on('error', () => {})
    client.on('end', () => {
      if (!stopped)
        setTimeout(
          () => void connect().catch((e) => log.warn({ err: e }, 'live notes are interrupted')),
          RECONNECT_MS,
        ).unref()
    })
    client.on('notification', (message) => tell(byBrand, JSON.parse(message.payload ?? '{}') as Note))
    await client.connect()
    await client.query('listen huiyin_live')
    for (const streams of byBrand.values())
      for (const s of streams) s.out.write('event: change\ndata: {"name":"resync","at":0}\n\n')
  }
  await connect()

  const beat = setInterval(() => {
    for (const streams of byBrand.values()) for (const s of streams) s.out.write(': beat\n\n')
  }, BEAT_MS)
  beat.unref()

  return {
    attach: (stream) => {
      const set = byBrand.get(stream.brandId) ?? new Set()
      byBrand.set(stream.brandId, set.add(stream))
      stream.out.on('close', () => set.delete(stream))
    },
    streams: () => [...byBrand.values()].reduce((n, set) => n + set.size, 0),
    stop: async () => {
      stopped = true
      clearInterval(beat)
      for (const set of byBrand.values()) for (const s of set) s.out.end()
      await client?.end()
    },
  }
}

function tell(byBrand: Map<string, Set<Stream>>, note: Note): void {
  const streams = byBrand.get(note.b)
  if (!streams?.size) return
  if (ENDS_STREAMS.test(note.n)) {
    for (const stream of streams) if (note.p?.includes(stream.staffId)) stream.out.end()
    return
  }
  const line = `event: change\ndata: ${JSON.stringify({ name: note.n, ticketId: note.t, incidentId: note.i, version: note.v, at: note.at })}\n\n`
  for (const stream of streams) if (concerns(stream, note)) stream.out.write(line)
}

function concerns(stream: Stream, note: Note): boolean {
  if (note.p?.includes(stream.staffId)) return true
  if (note.o) return false
  const scope = stream.scopeOf(note.n)
  if (!scope) return false
  if (scope.shops === 'all' || (note.e && scope.shops.length > 0)) return true
  if (note.ss?.some((shop) => scope.shops.includes(shop))) return true
  return note.s !== undefined && scope.shops.includes(note.s)
}
