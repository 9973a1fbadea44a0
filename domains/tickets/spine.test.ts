import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Receipt } from '#contracts/channels'
import type { Progress, Ticket, TicketPage } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'

let app: TestApp
let shop: MadeShop
let people: Record<'agent' | 'lead' | 'manager' | 'region' | 'quality', MadeStaff>
let slug: string

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop()
  people = {
    agent: await app.make.staff({ role: 'agent' }),
    lead: await app.make.staff({ role: 'lead' }),
    manager: await app.make.staff({ role: 'shop_manager', shop }),
    region: await app.make.staff({ role: 'region_manager', regionId: shop.regionId }),
    quality: await app.make.staff({ role: 'quality' }),
  }
  const codes = await app
    .as(people.manager)
    .post('/codes', { shopId: shop.id, place: 'table', labels: ['A07'] })
  slug = (codes.body as { slug: string }[])[0]!.slug
})
afterAll(() => app.close())

async function send(
  content: string,
  more: Record<string, unknown> = {},
): Promise<Receipt & { token: string; id: string }> {
  const res = await app.anonymous.post(`/public/forms/${slug}/feedback`, {
    submissionId: uuidv4(),
    content,
    mood: 'bad',
    locale: 'zh-CN',
    ...more,
  })
  expect(res.status, JSON.stringify(res.body)).toBe(201)
  const receipt = res.body as Receipt
  const number = receipt.number.slice(3)
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(number))
      .executeTakeFirstOrThrow(),
  )
  return { ...receipt, token: receipt.progress.slice(3), id: row.id }
}
const read = async (id: string, who: MadeStaff = people.lead) =>
  (await app.as(who).get(`/tickets/${id}`)).body as z.infer<typeof Ticket>
const progress = async (token: string) =>
  (await app.anonymous.get(`/public/progress/${token}`)).body as Progress
const clock = (ticket: z.infer<typeof Ticket>, metric: string) =>
  ticket.clocks.find((c) => c.metric === metric && c.cycle === ticket.cycle)

test('a customer gets a number, a private page and a promise at once', async () => {
  const receipt = await send('少糖做成了全糖，喝不下去', { contact: '13800001234', name: '林小雨' })
  expect(receipt.number).toMatch(/^HY-\d+$/)
  expect(receipt.acknowledgement).toContain(receipt.number)
  const page = await progress(receipt.token)
  expect(page).toMatchObject({ number: receipt.number, shop: shop.name, state: 'received' })
  expect(page.messages.map((m) => m.text)).toEqual(['少糖做成了全糖，喝不下去'])
  expect(JSON.stringify(page)).not.toContain('员工')
  const ticket = await read(receipt.id)
  expect(ticket).toMatchObject({ kind: 'complaint', status: 'assigned', customerName: '林**', place: 'A07' })
  expect(ticket.assignee).not.toBeNull()
  expect(ticket.triage.reasons.length).toBeGreaterThan(0)
  expect(clock(ticket, 'acknowledge')?.state).toBe('met')
  expect(clock(ticket, 'respond')?.state).toBe('active')
})

test('the same form sent again changes nothing and gets the first answer', async () => {
  const submissionId = uuidv4()
  const body = { submissionId, content: '等了半个多小时', mood: 'bad' }
  const url = `/public/forms/${slug}/feedback`
  const answers = await Promise.all(Array.from({ length: 5 }, () => app.anonymous.post(url, body)))
  const numbers = new Set(answers.map((a) => (a.body as Receipt).number))
  expect(numbers.size).toBe(1)
  const found = (await app.as(people.lead).get(`/tickets?view=all&q=${encodeURIComponent('半个多小时')}`))
    .body as z.infer<typeof TicketPage>
  expect(found.rows).toHaveLength(1)
})

test('a foreign object calls quality and managers until somebody takes it', async () => {
  const receipt = await send('杨枝甘露里喝到一小片塑料，孩子也喝了')
  const ticket = await read(receipt.id)
  expect(ticket).toMatchObject({ kind: 'emergency', priority: 'P1' })
  const home = await app.as(people.quality).get('/home')
  expect((home.body as { alarms: { id: string }[] }).alarms.map((a) => a.id)).toContain(receipt.id)
  app.setNow('2026-03-02T12:02+08:00')
  await app.sweep()
  expect((await read(receipt.id)).alarm).toMatchObject({ takenBy: null })
  const taken = await app.as(people.manager).put(`/tickets/${receipt.id}/alarm`)
  expect(taken.body).toMatchObject({
    alarm: { takenBy: { id: people.manager.id } },
    assignee: { id: people.manager.id },
  })
  expect((await app.as(people.quality).put(`/tickets/${receipt.id}/alarm`)).problem?.code).toBe(
    'tickets.alarmTaken',
  )
})

test('from the reply to the accepted solution', async () => {
  const receipt = await send('珍珠是硬的，嚼不动')
  const before = await read(receipt.id)
  const owner = [people.agent, people.lead, people.manager, people.region, people.quality].find(
    (p) => p.id === before.assignee?.id,
  )!
  const replied = await app
    .as(owner)
    .post(`/tickets/${receipt.id}/replies`, { text: '您好，马上给您重做一杯。' })
  expect(replied.body).toMatchObject({ status: 'in_progress' })
  expect(clock(replied.body as z.infer<typeof Ticket>, 'respond')?.state).toBe('met')
  const proposed = await app
    .as(owner)
    .put(`/tickets/${receipt.id}/proposal`, { text: '重做一杯，原单退款。' })
  expect(proposed.body).toMatchObject({ status: 'proposed', step: 'confirm' })
  expect((await progress(receipt.token)).proposal?.text).toBe('重做一杯，原单退款。')
  const answered = await app.anonymous.put(`/public/progress/${receipt.token}/answer`, { accept: true })
  expect(answered.body).toMatchObject({ state: 'resolved' })
  expect((answered.body as Progress).can).toContain('rate')
  await app.anonymous.put(`/public/progress/${receipt.token}/rating`, { stars: 5, words: '处理很快' })
  expect((await read(receipt.id)).rating).toEqual({ stars: 5, words: '处理很快' })
})

test('a rejected solution goes to a different, higher person with a tighter clock', async () => {
  const receipt = await send('奶盖是馊的吧，一股怪味，上次也这样')
  const first = await read(receipt.id)
  await app.as(people.lead).put(`/tickets/${receipt.id}/proposal`, { text: '给您一张五元券。' })
  const reasons = (await progress(receipt.token)).rejectReasons
  const rejected = await app.anonymous.put(`/public/progress/${receipt.token}/answer`, {
    accept: false,
    reason: reasons[0]!.key,
    words: '五元就想打发人？',
  })
  expect(rejected.body).toMatchObject({ state: 'received' })
  const again = await read(receipt.id, people.region)
  expect(again).toMatchObject({ cycle: 2, status: 'assigned' })
  expect(again.assignee?.id).not.toBe(first.assignee?.id)
  const tighter = (metric: string) =>
    (clock(again, metric)?.targetMin ?? 0) / (clock(first, metric)?.targetMin ?? 1)
  expect(tighter('resolve')).toBeCloseTo(0.5, 1)
})

test('asking the customer stops the clocks; the answer starts them again', async () => {
  const receipt = await send('漏了一份小料')
  const asked = await app
    .as(people.lead)
    .post(`/tickets/${receipt.id}/replies`, { text: '请问是哪一份？', wait: true })
  expect(clock(asked.body as z.infer<typeof Ticket>, 'resolve')).toMatchObject({
    state: 'paused',
    dueAt: null,
  })
  expect((await progress(receipt.token)).state).toBe('waiting_you')
  await app.anonymous.post(`/public/progress/${receipt.token}/messages`, {
    messageId: uuidv4(),
    text: '椰果',
  })
  const going = await read(receipt.id)
  expect(going.status).toBe('in_progress')
  expect(clock(going, 'resolve')?.state).toBe('active')
})

test('nobody has to look: a clock warns, breaches and hands the ticket up the chain', async () => {
  app.setNow('2026-03-03T12:00+08:00')
  const receipt = await send('吸管没有给，打电话也没人接')
  const first = await read(receipt.id)
  const respond = clock(first, 'respond')!
  app.setNow(new Date(Date.parse(respond.warnAt!) + 1000).toISOString())
  await app.sweep()
  const facts = async () =>
    (
      (await app.as(people.lead).get(`/tickets/${receipt.id}/entries`)).body as {
        entries: { fact: string }[]
      }
    ).entries.map((e) => e.fact)
  expect(await facts()).toContain('clock_warned')
  app.setNow(new Date(Date.parse(respond.dueAt!) + 1000).toISOString())
  await app.sweep()
  expect(await facts()).toEqual(expect.arrayContaining(['clock_breached', 'escalated']))
  const late = await read(receipt.id)
  expect(late.escalation).toBeGreaterThan(0)
  expect(late.assignee?.id).not.toBe(first.assignee?.id)
})

test('silence after a solution is reminded of, then closes the ticket', async () => {
  app.setNow('2026-03-04T12:00+08:00')
  const receipt = await send('三分糖太甜')
  await app.as(people.lead).put(`/tickets/${receipt.id}/proposal`, { text: '下次请备注半糖，这次给您重做。' })
  app.setNow('2026-04-30T12:00+08:00')
  await app.sweep()
  expect(await read(receipt.id)).toMatchObject({ status: 'closed' })
  const said = (await progress(receipt.token)).messages.filter((m) => m.from === 'us')
  expect(said.length).toBeGreaterThanOrEqual(2)
})

test('a verbal record with nothing but a word is saved and says what is missing', async () => {
  const res = await app.as(people.manager).post('/counter/feedback', {
    submissionId: uuidv4(),
    shopId: shop.id,
    content: '',
    category: undefined,
    mood: 'bad',
    photos: [],
  })
  expect(res.problem?.code).toBe('tickets.nothingSaid')
  const saved = await app
    .as(people.manager)
    .post('/counter/feedback', { submissionId: uuidv4(), shopId: shop.id, content: '嫌等太久', mood: 'bad' })
  expect(saved.status).toBe(201)
})

test('a reply that asks for a review is refused before it reaches the customer', async () => {
  app.setNow('2026-05-06T12:00+08:00')
  const receipt = await send('椰果放少了')
  const res = await app
    .as(people.lead)
    .post(`/tickets/${receipt.id}/replies`, { text: '给您退款，麻烦给个五星好评。' })
  expect(res.problem).toMatchObject({ code: 'tickets.asksForReview', field: 'text' })
  expect((await progress(receipt.token)).messages.filter((m) => m.from === 'us')).toEqual([])
})

test('a message without words is set aside; the customer’s next word takes it back, with an owner and clocks', async () => {
  const receipt = await send('……', { mood: undefined })
  expect(await read(receipt.id)).toMatchObject({ status: 'set_aside', clocks: [] })
  await app.anonymous.post(`/public/progress/${receipt.token}/messages`, {
    messageId: uuidv4(),
    text: '少给了一杯',
  })
  const back = await read(receipt.id)
  expect(back).toMatchObject({ status: 'assigned' })
  expect(back.assignee).not.toBeNull()
  expect(clock(back, 'respond')?.state).toBe('active')
})
