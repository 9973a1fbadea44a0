import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '#contracts/channels'
import { createApiKey, createCodes } from '#domains/channels'
import { verifyAudit } from '#platform/audit/chain'
import { systemContext } from '#platform/context'
import { makerOf } from '#test/make'
import { openApp, type RunningApp } from '../main/app.ts'
import { type Killable, startKillable } from './crash/killable.ts'
import { type Door, plan, type Submission, send, submitAll, untilReady } from './crash/submitter.ts'

const COUNT = 500
const TOGETHER = 16
/** Whom the running number of acknowledged submissions kills. */
const KILLS: Record<number, 'server' | 'postmaster' | 'backend'> = {
  60: 'server',
  130: 'postmaster',
  200: 'backend',
  270: 'server',
  340: 'backend',
  410: 'postmaster',
}

let program: Killable
let door: Door
let brandId: string
const submissions = plan(COUNT)
const killed: string[] = []
let refusals: Map<number, number>

beforeAll(async () => {
  program = await startKillable()
  ;({ door, brandId } = await withProgram(furnish))
  await program.killServer()
  await untilReady(program.where)
  const deeds: Promise<void>[] = []
  refusals = await submitAll(submissions, {
    where: program.where,
    door,
    together: TOGETHER,
    onAcknowledged: (count) => {
      const whom = KILLS[count]
      if (whom) deeds.push(kill(whom))
    },
  })
  await Promise.all(deeds)
  await untilReady(program.where)
}, 240_000)
afterAll(() => program.stop())

async function kill(whom: 'server' | 'postmaster' | 'backend'): Promise<void> {
  if (whom === 'server') await program.killServer()
  else if (whom === 'postmaster') program.killPostmaster()
  else await program.killBackend()
  killed.push(whom)
}

/** The program in this process for a moment: to furnish the brand, and to verify its chain. */
async function withProgram<T>(work: (app: RunningApp) => Promise<T>): Promise<T> {
  const app = await openApp({ ...program.options, role: 'web' })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

async function furnish({ services }: RunningApp) {
  const make = makerOf(services)
  const shop = await make.shop()
  for (const role of ['agent', 'lead', 'quality'] as const) await make.staff({ role })
  const ctx = systemContext(services, shop.brandId)
  const key = await createApiKey(ctx, { name: 'crash', scopes: ['feedback.write'] })
  const [code] = await createCodes(ctx, { shopId: shop.id, place: 'table', labels: ['A01'] })
  const background = { r: 180, g: 90, b: 40 }
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer()
  return { door: { slug: code!.slug, apiKey: key.secret, photo }, brandId: shop.brandId }
}

/** What the database holds for each submission, by the id that the sender gave it. */
type Kept = {
  id: string
  tickets: number
  number: string
  clocks: number
  acknowledged: number
  met: number
  messages: number
  opened: number
  events: number
  audits: number
  photos: string[]
}
async function keptBySender(): Promise<Map<string, Kept>> {
  const rows = await program.query<Kept>(`
    select split_part(m.external_id, ':', -1) as id, count(*) over (partition by m.external_id)::int as tickets, 'HY-' || t.number as number,
      (select count(*)::int from tickets.clock c where c.ticket_id = t.id) as clocks,
      (select count(*)::int from tickets.clock c where c.ticket_id = t.id and metric = 'acknowledge' and state = 'met') as met,
      (select count(*)::int from tickets.entry e where e.ticket_id = t.id and e.fact = 'acknowledged') as acknowledged,
      (select count(*)::int from tickets.entry e where e.ticket_id = t.id and e.kind = 'message_in') as messages,
      (select count(*)::int from tickets.entry e where e.ticket_id = t.id and e.fact = 'opened') as opened,
      (select count(*)::int from platform.event v where v.name = 'tickets.opened' and v.body->>'ticketId' = t.id::text) as events,
      (select count(*)::int from platform.audit_entry a where a.action = 'tickets.open' and a.subject_id = t.id::text) as audits,
      (select coalesce(array_agg(p.file_key), '{}') from channels.attachment p where p.ticket_id = t.id) as photos
    from tickets.ticket t left join channels.inbound_message m on m.ticket_id = t.id`)
  return new Map(rows.map((r) => [r.id, r]))
}

const WHOLE = { tickets: 1, met: 1, acknowledged: 1, messages: 1, opened: 1, events: 1, audits: 1 }
const isAcknowledged = (s: Submission): s is Submission & { receipt: Receipt } => s.receipt !== null

test('everybody was killed in the middle of it, and the senders saw nothing but a lost line or "try again"', () => {
  expect(killed.sort()).toEqual(Object.values(KILLS).sort())
  expect(submissions.filter(isAcknowledged).length).toBeGreaterThan(COUNT * 0.85)
  expect(submissions.filter((s) => s.tries > 1).length).toBeGreaterThan(0)
  expect([...refusals.keys()].filter((status) => status !== 0 && status !== 503)).toEqual([])
})

test('every acknowledged submission exists exactly once, with all that belongs to it', async () => {
  const kept = await keptBySender()
  for (const submission of submissions.filter(isAcknowledged)) {
    const row = kept.get(submission.id)
    expect(row, submission.content).toMatchObject({ ...WHOLE, number: submission.receipt.number })
    expect(row!.clocks).toBeGreaterThan(1)
    expect(row!.photos.length).toBe(submission.photos)
  }
})

test('what was not acknowledged exists once or not at all, never by half', async () => {
  const kept = await keptBySender()
  const lost = submissions.filter((s) => !isAcknowledged(s))
  for (const row of lost.flatMap((s) => kept.get(s.id) ?? [])) expect(row).toMatchObject(WHOLE)
  const known = new Set(submissions.map((s) => s.id))
  expect([...kept.keys()].filter((id) => !known.has(id))).toEqual([])
})

test('the photos of all tickets are on the disk and can be opened', async () => {
  const keys = [...(await keptBySender()).values()].flatMap((row) => row.photos)
  expect(keys.length).toBeGreaterThan(50)
  for (const key of keys) {
    const bytes = readFileSync(join(program.options.filesDir, key))
    const { info } = await sharp(bytes, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([640, 480])
  }
})

test('the same sent once more gets the same ticket, and the lost ones get theirs', async () => {
  const before = await keptBySender()
  const again = submissions.filter((s, i) => !isAcknowledged(s) || i % 25 === 0)
  for (const submission of again) {
    const reply = await send(submission, program.where, door)
    const receipt = (await reply.json()) as Receipt
    expect([reply.status, submission.receipt?.number ?? receipt.number]).toEqual([201, receipt.number])
    expect(before.get(submission.id)?.number ?? receipt.number).toBe(receipt.number)
  }
  const after = await keptBySender()
  for (const { id } of again) expect(after.get(id)).toMatchObject(WHOLE)
  expect(after.size).toBe(COUNT)
})

test('no job that a killed process had in hand is left lying', async () => {
  const left = async () =>
    (
      await program.query<{ n: number }>(
        'select count(*)::int as n from graphile_worker.jobs where run_at <= now()',
      )
    )[0]!.n
  await expect.poll(left, { timeout: 60_000, interval: 250 }).toBe(0)
}, 90_000)

test('the audit chain is whole once the worker has linked it', async () => {
  const pending = async () =>
    (await program.query<{ n: number }>('select count(*)::int as n from platform.audit_pending'))[0]!.n
  await expect.poll(pending, { timeout: 15_000, interval: 100 }).toBe(0)
  const found = await withProgram(({ services }) =>
    services.db.inBrand(brandId, (tx) => verifyAudit(tx, services.keys)),
  )
  expect(found).toMatchObject({ ok: true, unlinked: 0, broken: [] })
  expect(found.entries).toBeGreaterThanOrEqual(COUNT)
}, 60_000)
