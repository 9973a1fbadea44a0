import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type pg from 'pg'
import { v4 as uuidv4 } from 'uuid'
import type { ConnectableKind } from '#contracts/channels/connect'
import {
  createChannel,
  createDemoChannel,
  customerContext,
  type Heard,
  hearDemo,
  saveChannel,
  saveConnection,
  sendDemo,
} from '#domains/channels'
import type { Roster } from '#domains/people'
import {
  moveImport,
  noteCall,
  ringUntil,
  sendReply,
  startImport,
  sweepImports,
  takeAlarm,
  takeHeard,
} from '#domains/tickets'
import type { Ctx, Services } from '#platform/context'
import type { DemoBrand } from './demo-file.ts'
import { type DemoTalks, readDemoTalks, type Talk } from './talk-file.ts'

type Telling = {
  services: Services
  brandId: string
  brand: DemoBrand
  roster: Roster
  ends: Date
  look: pg.Pool
  as: (staffId: string | null, at: Date) => Ctx
}
type Line = Telling & { told: DemoTalks; channels: Map<ConnectableKind, string> }

const MIN_MS = 60_000
const HOUR_MS = 60 * MIN_MS

/** The brand's channels as if they were connected: what was said in them these days, calls of the hotline, what nobody understood, and a file of old reviews. */
export async function tellTalks(telling: Telling): Promise<void> {
  const told = readDemoTalks(telling.brand.pack)
  const line: Line = { ...telling, told, channels: await openChannels(telling, told) }
  for (const talk of told.talks) await tellTalk(line, talk)
  for (const [n, call] of told.calls.entries()) await tellCall(line, call, n)
  for (const { kind, minAgo, raw } of told.strays)
    await hear(line, kind, before(line, minAgo * MIN_MS), raw, '')
  await bringReviews(line)
}

const before = ({ ends }: Telling, ms: number) => new Date(ends.getTime() - ms)
const withRole = ({ roster }: Telling, role: string) =>
  roster.people.find((p) => p.roles.some((r) => r.role === role))?.id ?? null

/** The web chat needs no service, so it is connected for real: its line of HTML works. */
async function openChannels(telling: Telling, { channels }: DemoTalks): Promise<Line['channels']> {
  const at = before(telling, 100 * 24 * HOUR_MS)
  const admin = telling.as(withRole(telling, 'admin') ?? withRole(telling, 'lead'), at)
  const ownerId = withRole(telling, 'lead') ?? telling.roster.people[0]!.id
  const made: Line['channels'] = new Map()
  for (const { kind, name, on, fault } of channels) {
    if (kind === 'chat') {
      const { id } = await createChannel(admin, { kind, name })
      await saveConnection(admin, id, { settings: { origins: ['https://www.example.com'] } })
      made.set(kind, id)
      continue
    }
    const seenAt = before(telling, fault ? 5 * HOUR_MS : 2 * MIN_MS)
    const id = await createDemoChannel(telling.as(ownerId, at), { kind, name, ownerId, seenAt, fault })
    if (!on) await saveChannel(admin, id, { on: false })
    made.set(kind, id)
  }
  return made
}

async function hear(line: Line, kind: ConnectableKind, at: Date, payload: unknown, thread: string) {
  const ctx = customerContext({ ...line.services, now: () => at }, line.brandId, 'zh-CN')
  const message = { externalId: uuidv4(), thread, payload }
  await hearDemo(ctx, line.channels.get(kind)!, message, (tx, heard) => takeHeard(tx, ctx, heard))
  return message.externalId
}

async function tellTalk(line: Line, talk: Talk): Promise<void> {
  const address = `${talk.kind}-${talk.name}`
  let now = before(line, talk.hoursAgo * HOUR_MS)
  const said = await hear(line, talk.kind, now, heardOf(line, talk, address, talk.text, now), address)
  const { id: ticketId } = await one(line, TICKET_OF, said)
  for (const turn of talk.turns) {
    const next = new Date(Math.min(now.getTime() + turn.min * MIN_MS, line.ends.getTime()))
    await ringUntil(line.services, line.brandId, ticketId, next)
    now = next
    const ctx = customerContext({ ...line.services, now: () => next }, line.brandId, 'zh-CN')
    await sendDemo(ctx, ticketId)
    if ('customer' in turn) {
      await hear(line, talk.kind, now, heardOf(line, talk, address, turn.customer, now), address)
    } else if ('unreachable' in turn) {
      const from = { address }
      await hear(line, talk.kind, now, [{ sort: 'contact', from, unreachable: turn.unreachable }], address)
    } else {
      const holder = line.as((await one(line, HOLDER_OF, ticketId)).id, now)
      await takeAlarm(holder, ticketId).catch(ignoreRefusal)
      await sendReply(holder, ticketId, { text: turn.reply })
      await sendDemo(ctx, ticketId)
    }
  }
  await ringUntil(line.services, line.brandId, ticketId, line.ends)
}

/** Most tickets ring nobody. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Error) || !('status' in error)) throw error
}

function heardOf(line: Line, talk: Talk, address: string, text: string, at: Date): unknown {
  const { name, contact, stars, orderNumber, subject } = talk
  // The web chat's own connector reads what its widget would have sent.
  if (talk.kind === 'chat')
    return { visitor: address, clientId: uuidv4(), name, contact, site: 'https://www.example.com/', text }
  const shops = line.roster.shops
  const shop = shops[[...address].reduce((sum, c) => sum + c.codePointAt(0)!, 0) % shops.length]!
  const heard: Heard = {
    sort: 'message',
    from: { address, name, contact },
    text,
    at,
    stars,
    orderNumber,
    shopCode: shop.code,
    ...(talk.public ? { state: { quiet: true } } : {}),
    ...(subject ? { about: { subject } } : {}),
  }
  return [heard]
}

async function tellCall(line: Line, call: DemoTalks['calls'][number], n: number): Promise<void> {
  const began = before(line, call.minAgo * MIN_MS)
  const after = (s: number) => new Date(began.getTime() + s * 1000)
  const holder = agentOf(line, n)
  const base = {
    sort: 'call' as const,
    callId: `demo-${n}`,
    direction: 'inbound' as const,
    number: call.number,
    dialled: '4000000000',
    queue: '客服热线',
    extension: '8001',
    login: `${holder.login}@${line.brand.brand.login}`,
  }
  const rings = 12
  await hear(line, 'phone', began, [{ ...base, event: 'ringing', at: began, seq: 1 }], base.callId)
  if (call.talkS) {
    const at = after(rings)
    await hear(line, 'phone', at, [{ ...base, event: 'answered', at, seq: 2 }], base.callId)
  }
  const at = after(rings + (call.talkS ?? 18))
  const ended = { ...base, event: 'ended', at, seq: 3, talkS: call.talkS }
  await hear(line, 'phone', at, [ended], base.callId)
  if (!call.note) return
  const { id } = await one(
    line,
    'select id from tickets.call where brand_id = $1 and linked_id = $2',
    base.callId,
  )
  const note = { submissionId: uuidv4(), shopId: line.roster.shops[0]!.id, content: call.note, photos: [] }
  await noteCall(line.as(holder.id, new Date(at.getTime() + MIN_MS)), id, note)
}

/** The brand's agents take calls in turn. */
function agentOf({ brand, roster }: Line, n: number): { id: string; login: string } {
  const agents = brand.staff.filter((person) => person.role === 'agent')
  const { name, login } = agents[n % agents.length]!
  return { id: roster.people.find((person) => person.name === name)!.id, login }
}

/** A file that was brought in yesterday: old reviews as history, some rows that could not be read. */
async function bringReviews(line: Line): Promise<void> {
  const { fileName, rows } = line.told.reviews
  const at = before(line, 20 * HOUR_MS)
  const ctx = line.as(withRole(line, 'lead'), at)
  const shops = line.roster.shops
  const table = rows.map((row, n) => [`P${1000 + n}`, ...row, shops[n % shops.length]!.name])
  const csv = stringify([['评价ID', '评价内容', '评分', '评价时间', '门店名称'], ...table])
  const { id } = await startImport(
    ctx,
    { what: 'reviews', name: fileName },
    Readable.from([Buffer.from(csv)]),
  )
  const services = { ...line.services, now: () => at }
  await sweepImports(services)
  await moveImport(ctx, id, { state: 'running' })
  await sweepImports(services)
}

const TICKET_OF =
  'select ticket_id as id from channels.inbound_message where brand_id = $1 and external_id = $2'
const HOLDER_OF = 'select assignee_id as id from tickets.ticket where brand_id = $1 and id = $2'

async function one({ look, brandId }: Line, query: string, key: string): Promise<{ id: string }> {
  const { rows } = await look.query<{ id: string }>(query, [brandId, key])
  return rows[0]!
}
