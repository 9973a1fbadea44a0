import fc from 'fast-check'
import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Receipt } from '#contracts/channels'
import type { Progress, Ticket } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { anyIp } from '#test/permission-records'

/** merge∘split is the identity on what the customer and the clocks see, whatever state the two tickets are in. */
type Told = { id: string; token: string }
const START = Date.parse('2026-03-02T12:00+08:00')
const HOUR = 3_600_000

let app: TestApp
let shop: MadeShop
let lead: MadeStaff
let clerk: MadeStaff
let slug: string

beforeAll(async () => {
  app = await startApp({ now: new Date(START).toISOString() })
  shop = await app.make.shop()
  lead = await app.make.staff({ role: 'lead' })
  clerk = await app.make.staff({ role: 'shop_staff', shop })
  await app.make.staff({ role: 'agent' })
  await app.make.staff({ role: 'agent' })
  await app.make.staff({ role: 'quality' })
  const manager = await app.make.staff({ role: 'shop_manager', shop })
  await app.make.staff({ role: 'region_manager', regionId: shop.regionId })
  const codes = await app.as(manager).post('/codes', { shopId: shop.id, place: 'table', labels: ['A07'] })
  slug = (codes.body as { slug: string }[])[0]!.slug
})
afterAll(() => app.close())

/** What people do to a ticket. A deed that the state does not allow is refused and simply did not happen. */
const DEEDS = {
  reply: (t: Told) => app.as(lead).post(`/tickets/${t.id}/replies`, { text: '您好，马上帮您看。' }),
  promise: (t: Told) =>
    app.as(lead).post(`/tickets/${t.id}/replies`, {
      text: '明天给您答复。',
      expectedAt: new Date(now + 30 * HOUR).toISOString(),
    }),
  ask: (t: Told) => app.as(lead).post(`/tickets/${t.id}/replies`, { text: '请问是哪一杯？', wait: true }),
  say: (t: Told) =>
    app.anonymous.post(
      `/public/progress/${t.token}/messages`,
      { messageId: uuidv4(), text: '是第二杯' },
      { ip: anyIp() },
    ),
  propose: (t: Told) =>
    app.as(lead).put(`/tickets/${t.id}/proposal`, { text: '重做一杯。', despiteOpenTasks: true }),
  reject: (t: Told) =>
    app.anonymous.put(
      `/public/progress/${t.token}/answer`,
      {
        accept: false,
        reason: 'not_solved',
        words: '还是不行',
      },
      { ip: anyIp() },
    ),
  accept: (t: Told) =>
    app.anonymous.put(`/public/progress/${t.token}/answer`, { accept: true }, { ip: anyIp() }),
  rate: (t: Told) => app.anonymous.put(`/public/progress/${t.token}/rating`, { stars: 4 }, { ip: anyIp() }),
  take: (t: Told) => app.as(lead).put(`/tickets/${t.id}/alarm`),
  tag: (t: Told) => app.as(lead).put(`/tickets/${t.id}/tags`, { tags: ['甜度'] }),
  task: (t: Told) =>
    app.as(lead).post(`/tickets/${t.id}/tasks`, {
      title: '核对小票',
      ownerId: clerk.id,
      dueAt: new Date(now + 5 * HOUR).toISOString(),
    }),
}
type Deed = keyof typeof DEEDS
const SAID = ['杨枝甘露里喝到一小片塑料，孩子也喝了', '三分糖做成了全糖', '奶茶真好喝，谢谢', '几点关门']

let now = START
function at(instant: number): void {
  now = instant
  app.setNow(new Date(instant).toISOString())
}

type Life = { content: string; deeds: (Deed | number)[] }
const life: fc.Arbitrary<Life> = fc.record({
  content: fc.constantFrom(...SAID),
  deeds: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...(Object.keys(DEEDS) as Deed[])) },
      // Hours that pass, with everything that falls due in them.
      { weight: 1, arbitrary: fc.constantFrom(1, 9, 30, 60) },
    ),
    { maxLength: 7 },
  ),
})

let phones = 13_900_200_000
async function live({ content, deeds }: Life, contact: string | undefined): Promise<Told> {
  const sent = await app.anonymous.post<Receipt>(
    `/public/forms/${slug}/feedback`,
    { submissionId: uuidv4(), content, mood: 'fair', locale: 'zh-CN', contact },
    { ip: anyIp() },
  )
  expect(sent.status, sent.text).toBe(201)
  const { id } = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(sent.body.number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  const told = { id, token: sent.body.progress.slice(3) }
  for (const deed of deeds) {
    if (typeof deed === 'number') {
      at(now + deed * HOUR)
      await app.sweep()
    } else expect((await DEEDS[deed](told)).status).toBeLessThan(500)
  }
  return told
}

/** Everything that the clocks, the customer and the colleagues see of a ticket. */
async function seen({ id, token }: Told) {
  const rows = await app.services.db.inBrand(shop.brandId, async (tx) => ({
    ticket: await tx.selectFrom('tickets.ticket').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    clocks: await tx
      .selectFrom('tickets.clock')
      .selectAll()
      .where('ticket_id', '=', id)
      .orderBy('cycle')
      .orderBy('metric')
      .execute(),
    pauses: await tx
      .selectFrom('tickets.pause')
      .selectAll()
      .where('ticket_id', '=', id)
      .orderBy('from_at')
      .execute(),
    alarm: await tx.selectFrom('tickets.alarm').selectAll().where('ticket_id', '=', id).execute(),
    tasks: await tx
      .selectFrom('tickets.task')
      .select(['id', 'owner_id', 'due_at', 'next_at', 'state', 'level'])
      .where('ticket_id', '=', id)
      .orderBy('id')
      .execute(),
  }))
  const { updated_at, ...ticket } = rows.ticket
  const page = (await app.anonymous.get<Progress>(`/public/progress/${token}`, undefined, { ip: anyIp() }))
    .body
  return { ...rows, ticket, page }
}

test('merge∘split gives both tickets back as they were', { timeout: 180_000 }, async () => {
  let merged = 0
  const states = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      life,
      life,
      fc.boolean(),
      fc.constantFrom(0, 3, 50),
      async (one, other, known, hours) => {
        at(START)
        phones += 1
        const contact = String(phones)
        const source = await live(one, contact)
        const target = await live(other, known ? contact : undefined)
        const before = [await seen(source), await seen(target)]
        const answer = await app.as(lead).put<z.infer<typeof Ticket>>(`/tickets/${source.id}/merge`, {
          targetId: target.id,
          sameCustomer: true,
        })
        if (answer.status === 409) return
        expect(answer.status, answer.text).toBe(200)
        merged += 1
        states.add(`${before[0]!.ticket.status} ${before[0]!.ticket.priority} ${before[0]!.ticket.cycle}`)
        const between = (
          await app.anonymous.get<Progress>(`/public/progress/${source.token}`, undefined, { ip: anyIp() })
        ).body
        expect(between.alsoNumbers).toEqual([before[0]!.page.number])
        const merging = now
        at(now + hours * HOUR)
        const back = await app.as(lead).delete(`/tickets/${source.id}/merge`, {})
        expect(back.status, back.text).toBe(200)
        at(merging)
        expect(await seen(source)).toEqual(before[0])
        expect(await seen(target)).toEqual(before[1])
      },
    ),
    { numRuns: 30 },
  )
  // So that the property is not true of nothing.
  expect(merged).toBeGreaterThan(9)
  expect(states.size).toBeGreaterThan(5)
})
