import { Agent, get as httpGet, request } from 'node:http'
import type { Room } from '#contracts/incidents'
import { createStaff } from '#domains/people'
import { systemContext } from '#platform/context'
import { openSession } from '../domains/people/sign-in/open-session.ts'
import { openApp, type RunningApp } from '../main/app.ts'
import type { BenchCluster } from './cluster.ts'
import { percentiles } from './measure.ts'
import { serve } from './serve.ts'
import { makeWorld, type World } from './world.ts'

const READERS = 200
const CHANGES = Number(process.env.BENCH_ROOM_CHANGES ?? 60)
const COOKIE = 'huiyin_session'
const PATIENCE_MS = 10_000

/**
 * Issue 6: from the sending of a change in an emergency room to its having been read by each of 200 people who have the room open:
 * live note over their own stream, the room read anew by each with If-None-Match, gzip and their own session, over real HTTP.
 * `reader`: each one's wait; `everybody`: until the last of a change has it; `unchanged`: a read that answers 304.
 */
export async function measureRoom(cluster: BenchCluster) {
  const options = await cluster.database('room')
  const app = await openApp({ ...options, role: 'web' })
  const world = await makeWorld(app.services)
  const cookies = await readers(app, world)
  await app.close()
  const served = await serve({ ...options, role: 'web' })
  const base = new URL(served.address)
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  try {
    const room = await fullRoom(base, agent, cookies[0]!, world)
    const bytes = (await ask(base, agent, cookies[1]!, `/api/incidents/${room.id}`)).bytes
    const { reader, everybody, unread } = await changes(base, agent, cookies, room.id)
    const unchanged = await reads304(base, agent, cookies, room.id)
    const row = (took: number[], missed = 0) => ({ ...percentiles(took), missed })
    return {
      'reader has the change': row(reader, unread),
      'everybody has the change': row(everybody),
      'a read of nothing new': row(unchanged),
      'bytes of the room (gzip)': { count: bytes },
    }
  } finally {
    agent.destroy()
    await served.stop()
  }
}

/** People with a session each, all of whom may read the room. */
async function readers(app: RunningApp, world: World): Promise<string[]> {
  const ctx = systemContext(app.services, world.brandId)
  return ctx.transaction(async (tx) => {
    const made: string[] = []
    for (let n = 0; n <= READERS; n++) {
      const staffId = await createStaff(tx, ctx, {
        name: `值守 ${n}`,
        login: `reader-${n}@bench`,
        grants: [{ role: n % 4 === 0 ? 'quality' : 'agent', extent: { kind: 'brand' } }],
        duty: [[], [], [], [], [], [], []],
        passwordHash: 'x',
      })
      const sender = { ip: '127.0.0.1', agent: 'bench' }
      const person = { brandId: world.brandId, staffId }
      made.push(`${COOKIE}=${(await openSession(tx, app.services, person, sender, 'signIn')).token}`)
    }
    return made
  })
}

/** A room as it is after some hours: a plan's checklist, sixty tickets of twelve shops, notes, a statement. */
async function fullRoom(base: URL, agent: Agent, cookie: string, world: World): Promise<Room> {
  const shopIds = world.shops.map((shop) => shop.id)
  const plan = JSON.parse((await ask(base, agent, cookie, '/api/incidents/plans')).text)[0] as { key: string }
  const ticketIds: string[] = []
  for (let n = 0; n < 60; n++) {
    const body = { content: `外卖吃完又吐又拉，第 ${n} 位`, stars: 1, shopCode: `B${(n % 12) + 1}` }
    const headers = { authorization: `Bearer ${world.apiKey}`, 'idempotency-key': `room-ticket-${n}` }
    await ask(base, agent, '', '/api/v1/feedback', { method: 'POST', body, headers })
  }
  const page = JSON.parse((await ask(base, agent, cookie, '/api/tickets?view=every&limit=60')).text) as {
    rows: { id: string }[]
  }
  for (const { id } of page.rows) ticketIds.push(id)
  const opened = await ask(base, agent, cookie, '/api/incidents', {
    method: 'POST',
    body: { source: 'ticket', plan: plan.key, title: '多店顾客集体不适', ticketIds, shopIds },
  })
  const room = JSON.parse(opened.text) as Room
  const statement = { audience: 'public', title: '情况说明', text: '相关产品已停售，正在核查。'.repeat(20) }
  await ask(base, agent, cookie, `/api/incidents/${room.id}/statements`, { method: 'POST', body: statement })
  return room
}

/** One change after the other, each when everybody has the one before. */
async function changes(base: URL, agent: Agent, cookies: string[], id: string) {
  const reader: number[] = []
  const everybody: number[] = []
  const waits = new Map<number, { version: number; etag: string }>()
  let sentAt = 0
  let wanted = 0
  let have = 0
  const streams = await Promise.all(
    cookies.slice(1).map((cookie, n) => {
      const seen = { version: 0, etag: '' }
      waits.set(n, seen)
      let reading = false
      const read = async () => {
        if (reading) return
        reading = true
        const answer = await ask(base, agent, cookie, `/api/incidents/${id}`, { etag: seen.etag })
        reading = false
        if (answer.status !== 200) return
        seen.etag = answer.etag
        seen.version = Number(/^"(\d+)-/.exec(answer.etag)?.[1] ?? 0)
        if (seen.version < wanted) return read()
        reader.push(performance.now() - sentAt)
        have += 1
      }
      return openStream(base, agent, cookie, (version) => {
        if (version > seen.version && wanted > 0) void read()
      })
    }),
  )
  for (let n = 0; n < CHANGES; n++) {
    const current = await ask(base, agent, cookies[0]!, `/api/incidents/${id}`)
    have = 0
    wanted = Number(/^"(\d+)-/.exec(current.etag)?.[1] ?? 0) + 1
    sentAt = performance.now()
    const body = { kind: 'note', text: `第 ${n} 次通报：门店已停售，样品已封存。` }
    await ask(base, agent, cookies[0]!, `/api/incidents/${id}/timeline`, { method: 'POST', body })
    while (have < READERS && performance.now() - sentAt < PATIENCE_MS) await new Promise(setImmediate)
    everybody.push(performance.now() - sentAt)
  }
  for (const close of streams) close()
  return { reader, everybody, unread: CHANGES * READERS - reader.length }
}

async function reads304(base: URL, agent: Agent, cookies: string[], id: string): Promise<number[]> {
  const took: number[] = []
  for (const cookie of cookies.slice(1, 101)) {
    const { etag } = await ask(base, agent, cookie, `/api/incidents/${id}`)
    const begun = performance.now()
    const again = await ask(base, agent, cookie, `/api/incidents/${id}`, { etag })
    if (again.status === 304) took.push(performance.now() - begun)
  }
  return took
}

type Asked = { method?: string; body?: object; headers?: Record<string, string>; etag?: string }
type Answer = { status: number; etag: string; text: string; bytes: number }

function ask(base: URL, agent: Agent, cookie: string, path: string, more: Asked = {}): Promise<Answer> {
  const headers: Record<string, string> = { ...more.headers }
  if (cookie) headers.cookie = cookie
  // Whoever wants the words of an answer asks for them plain; readers are as browsers are.
  if (more.etag !== undefined) headers['accept-encoding'] = 'gzip'
  if (more.etag) headers['if-none-match'] = more.etag
  if (more.body) headers['content-type'] = 'application/json'
  return new Promise((resolve, reject) => {
    const req = request(new URL(path, base), { method: more.method ?? 'GET', agent, headers }, (res) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => {
        const whole = Buffer.concat(parts)
        const status = res.statusCode ?? 0
        const text = more.etag === undefined ? whole.toString('utf8') : ''
        if (status >= 400) return reject(new Error(`${path}: ${status} ${text}`))
        resolve({ status, etag: String(res.headers.etag ?? ''), text, bytes: whole.length })
      })
    })
    req.on('error', reject)
    req.end(more.body && JSON.stringify(more.body))
  })
}

function openStream(
  base: URL,
  agent: Agent,
  cookie: string,
  onChange: (version: number) => void,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const req = httpGet(new URL('/api/live', base), { agent, headers: { cookie } }, (res) => {
      res.setEncoding('utf8')
      res.on('data', (text: string) => {
        for (const found of text.matchAll(/"name":"incidents\.changed".*?"version":(\d+)/g))
          onChange(Number(found[1]))
        resolve(() => req.destroy())
      })
    })
    req.on('error', reject)
  })
}
