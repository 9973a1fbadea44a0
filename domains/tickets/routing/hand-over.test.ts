import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Ticket } from '#contracts/tickets'
import type { HandedOver, HandOverState } from '#contracts/tickets/hand-over'
import { startApp, type TestApp } from '#test/app'
import { everyDay, type MadeShop, type MadeStaff } from '#test/make'

let app: TestApp
let shop: MadeShop
let agent: MadeStaff
let colleague: MadeStaff
let lead: MadeStaff
let slug: string

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop()
  agent = await app.make.staff({ role: 'agent', duty: everyDay(['09:00', '18:00']) })
  lead = await app.make.staff({ role: 'lead' })
  const manager = await app.make.staff({ role: 'shop_manager', shop })
  const codes = await app.as(manager).post('/codes', { shopId: shop.id, place: 'table', labels: ['A07'] })
  slug = (codes.body as { slug: string }[])[0]!.slug
})
afterAll(() => app.close())

async function complain(content: string): Promise<string> {
  const res = await app.anonymous.post(`/public/forms/${slug}/feedback`, {
    submissionId: crypto.randomUUID(),
    content,
    mood: 'bad',
    locale: 'zh-CN',
  })
  expect(res.status, JSON.stringify(res.body)).toBe(201)
  const { number } = res.body as { number: string }
  const row = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('tickets.ticket')
      .select('id')
      .where('number', '=', Number(number.slice(3)))
      .executeTakeFirstOrThrow(),
  )
  return row.id
}
const give = (id: string, to: MadeStaff) =>
  app.as(lead).put(`/tickets/${id}/assignment`, { assigneeId: to.id })
const holder = async (id: string) =>
  ((await app.as(lead).get(`/tickets/${id}`)).body as z.infer<typeof Ticket>).assignee?.id

test('at the end of a shift everything goes to the chosen colleague with the note', async () => {
  colleague = await app.make.staff({ role: 'agent' })
  const ids = [await complain('奶茶太甜了，说了三分糖'), await complain('等了二十分钟，没人叫号')]
  for (const id of ids) await give(id, agent)
  const state = (await app.as(agent).get('/me/hand-over')).body as HandOverState
  expect(state).toMatchObject({ open: 2, backAt: '2026-03-03T01:00:00.000Z' })
  expect(state.people.map((p) => p.id)).toContain(colleague.id)

  const done = await app
    .as(agent)
    .post('/me/hand-over', { what: 'all', toId: colleague.id, note: '第一单等顾客回电，第二单已道歉。' })

  expect(done.body as HandedOver).toEqual({ tickets: 2, tasks: 0, left: [] })
  expect(await Promise.all(ids.map(holder))).toEqual([colleague.id, colleague.id])
  const entries = (await app.as(colleague).get(`/tickets/${ids[0]}/entries`)).body as {
    entries: { kind: string; text: string }[]
  }
  expect(entries.entries.find((e) => e.kind === 'note')?.text).toBe('第一单等顾客回电，第二单已道歉。')
  const notices = (await app.as(colleague).get('/notices')).body as { notices: { kind: string }[] }
  expect(notices.notices.filter((n) => n.kind === 'handed_over')).toHaveLength(2)
})

test('nobody is handed work who is absent', async () => {
  const off = await app.make.staff({ role: 'agent', onDuty: false })
  const res = await app.as(agent).post('/me/hand-over', { what: 'all', toId: off.id, note: '交给你了' })
  expect(res.problem.code).toBe('tickets.assigneeAbsent')
})

test('what falls due before an absent holder is back goes to somebody present; what is due later or waits for the customer stays', async () => {
  const [due, waiting] = [await complain('珍珠有点硬'), await complain('杯子漏了，裤子都湿了')]
  for (const id of [due, waiting]) await give(id, agent)
  await app.as(agent).post(`/tickets/${waiting}/replies`, { text: '请问是哪一杯？', wait: true })
  app.setNow('2026-03-02T18:01+08:00')
  await app.sweep()
  expect(await holder(due)).toBe(agent.id)

  await app.as(agent).post(`/staff/${agent.id}/absences`, {
    from: '2026-03-02T10:00:00Z',
    to: '2026-03-05T00:00:00Z',
  })
  app.setNow('2026-03-02T18:02+08:00')
  await app.sweep()

  expect(await holder(due)).not.toBe(agent.id)
  expect(await holder(waiting)).toBe(agent.id)
})

test('somebody who is full is passed over by routing', async () => {
  app.setNow('2026-03-05T12:00+08:00')
  const admin = await app.make.staff({ role: 'admin' })
  for (const person of [agent, colleague]) {
    const res = await app.as(admin).patch(`/staff/${person.id}`, { capacity: 1 })
    expect(res.body).toMatchObject({ capacity: 1 })
  }
  const fresh = await app.make.staff({ role: 'agent', name: '新来的' })
  const ids = [await complain('冰太多了'), await complain('少给了一根吸管'), await complain('奶盖化了')]
  expect(new Set(await Promise.all(ids.map(holder)))).not.toContain(colleague.id)
  expect(await holder(ids[0]!)).toBe(fresh.id)
})
