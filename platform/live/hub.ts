import type { ServerResponse } from 'node:http'
import pg from 'pg'
import type { Logger } from 'pino'
import { ALIVE } from '../db/reach.ts'
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
const PATIENCE_MS = 10_000
const MOST_WAITING_BYTES = 256 * 1024

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
  let again: NodeJS.Timeout | undefined

  const connect = async () => {
    const opened = new pg.Client({
      connectionString: url,
      application_name: 'huiyin-live',
      connectionTimeoutMillis: PATIENCE_MS,
      ...ALIVE,
      ...(role ? { options: `-c role=${role}` } : {}),
    })
    client = opened
    opened.on('error', () => {})
    opened.on('end', () => {
      if (!stopped) again = setTimeout(reconnect, RECONNECT_MS).unref()
    })
    opened.on('notification', (message) => tell(byBrand, readNote(message.payload)))
    try {
      await opened.connect()
      await opened.query('listen huiyin_live')
    } catch (error) {
      // Of a line that stands but can't listen (a standby) nobody else would hang up.
      opened.end().catch(() => {})
      throw error
    }
  }
  const endAll = () => {
    for (const streams of byBrand.values()) for (const { out } of streams) out.end()
  }
  // What was said meanwhile is lost, a lock-out too: browsers ask anew, by and by, for the stream and for what is on their screens.
  const reconnect = () => {
    connect().then(endAll, (error: unknown) => {
      if (!stopped) log.warn({ err: error }, 'live notes are interrupted')
    })
  }
  await connect().catch((error: unknown) => {
    stopped = true
    clearTimeout(again)
    throw error
  })

  const beat = setInterval(() => {
    for (const streams of byBrand.values()) for (const stream of streams) send(stream, ': beat\n\n')
  }, BEAT_MS)
  beat.unref()

  return {
    attach: (stream) => {
      // Whoever hung up while we asked who it is says so no second time.
      if (stream.out.destroyed) return
      const set = byBrand.get(stream.brandId) ?? new Set()
      byBrand.set(stream.brandId, set.add(stream))
      stream.out.on('close', () => set.delete(stream))
    },
    streams: () => [...byBrand.values()].reduce((n, set) => n + set.size, 0),
    stop: async () => {
      stopped = true
      clearInterval(beat)
      clearTimeout(again)
      endAll()
      await client?.end()
    },
  }
}

/** Null: anybody who may connect may notify, so what is no note of ours is passed over. */
function readNote(payload = ''): Note | null {
  try {
    const note = JSON.parse(payload) as Note | null
    return typeof note?.n === 'string' ? note : null
  } catch {
    return null
  }
}

function tell(byBrand: Map<string, Set<Stream>>, note: Note | null): void {
  const streams = note && byBrand.get(note.b)
  if (!note || !streams?.size) return
  if (ENDS_STREAMS.test(note.n)) {
    for (const stream of streams) if (note.p?.includes(stream.staffId)) stream.out.end()
    return
  }
  const line = `event: change\ndata: ${JSON.stringify({ name: note.n, ticketId: note.t, incidentId: note.i, version: note.v, at: note.at })}\n\n`
  for (const stream of streams) if (concerns(stream, note)) send(stream, line)
}

/** Nothing is kept for a browser that takes nothing any more: it is hung up on, and asks anew when it wakes. */
function send({ out }: Stream, text: string): void {
  if (out.writableEnded || out.destroyed) return
  if (out.writableLength > MOST_WAITING_BYTES) out.destroy()
  else out.write(text)
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
