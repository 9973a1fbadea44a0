import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Progress, Ticket } from '#contracts/tickets'
import type { Cycle, TagList } from '#contracts/tickets/links'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'

type TicketView = z.infer<typeof Ticket>
let app: TestApp
let shop: MadeShop
let lead: MadeStaff
let region: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00+08:00' })
  shop = await app.make.shop()
  await app.make.staff({ role: 'agent' })
  await app.make.staff({ role: 'shop_manager', shop })
  lead = await app.make.staff({ role: 'lead' })
  region = await app.make.staff({ role: 'region_manager', regionId: shop.regionId })
})
afterAll(() => app.close())

const read = async (id: string) => (await app.as(region).get<TicketView>(`/tickets/${id}`)).body
const cycles = async (id: string) => (await app.as(region).get<Cycle[]>(`/tickets/${id}/cycles`)).body
const propose = (id: string, text: string) => app.as(lead).put(`/tickets/${id}/proposal`, { text })

async function reject(token: string, words: string): Promise<void> {
  const { rejectReasons } = (await app.anonymous.get<Progress>(`/public/progress/${token}`)).body
  const answer = { accept: false, reason: rejectReasons[0]!.key, words }
  expect((await app.anonymous.put(`/public/progress/${token}/answer`, answer)).status).toBe(200)
}

test('rejected twice: each time somebody else and higher, with tighter clocks, and every handling is told', async () => {
  const { id, token } = await tell(app, shop, '奶盖不够绵，喝着发涩')
  const first = (await read(id)).assignee
  await propose(id, '给您一张五元券。')
  app.setNow('2026-03-02T14:00+08:00')
  await reject(token, '五元就想打发人？')
  const second = (await read(id)).assignee
  await propose(id, '全额退款，再送一杯。')
  app.setNow('2026-03-02T18:00+08:00')
  await reject(token, '退款到现在没到账')
  const third = (await read(id)).assignee
  expect(new Set([first?.id, second?.id, third?.id]).size).toBe(3)
  expect(third?.id).toBe(region.id)

  const told = await cycles(id)
  expect(told.map((c) => [c.number, c.end, c.handlers.at(-1)?.name])).toEqual([
    [3, 'running', third?.name],
    [2, 'reopened', second?.name],
    [1, 'reopened', first?.name],
  ])
  expect(told.map((c) => c.why && [c.why.by, c.why.reason, c.why.words])).toEqual([
    ['customer', '问题还在', '退款到现在没到账'],
    ['customer', '问题还在', '五元就想打发人？'],
    null,
  ])
  expect(told.map((c) => c.proposal?.text)).toEqual([undefined, '全额退款，再送一杯。', '给您一张五元券。'])
  const resolve = (c: Cycle) => c.clocks.find((clock) => clock.metric === 'resolve')
  expect(resolve(told[0]!)!.targetMin).toBeLessThan(resolve(told[2]!)!.targetMin)
  expect(told.map((c) => resolve(c)?.state)).toEqual(['active', 'met', 'met'])
  expect(told[0]?.beganAt).toBe(told[1]?.endedAt)
})

test('a colleague reopens with a reason; the rating of each handling stays with it', async () => {
  const { id, token } = await tell(app, shop, '吧台的小哥态度很冲')
  await propose(id, '已经当面批评，店长给您道歉。')
  await app.anonymous.put(`/public/progress/${token}/answer`, { accept: true })
  await app.anonymous.put(`/public/progress/${token}/rating`, { stars: 2, words: '道歉像背书' })
  const reason = '顾客打电话说没有人道歉'
  expect((await app.as(lead).delete(`/tickets/${id}/closure`, { reason })).status).toBe(200)
  const told = await cycles(id)
  expect(told[0]?.why).toEqual({ by: 'staff', who: lead.name, reason: '', words: reason })
  expect(told.map((c) => c.rating && [c.rating.stars, c.rating.words])).toEqual([null, [2, '道歉像背书']])
})

test('tags: the same one once, suggested to others, and told in the timeline', async () => {
  const { id } = await tell(app, shop, '小票上没有取餐号')
  const put = (tags: string[]) => app.as(lead).put<TicketView>(`/tickets/${id}/tags`, { tags })
  expect((await put(['小票', ' 小票', 'VIP', 'ｖｉｐ'])).body.tags).toEqual(['小票', 'VIP'])
  expect((await put(['小票'])).body.tags).toEqual(['小票'])
  const found = await app.as(region).get<z.infer<typeof TagList>>(`/tags?q=${encodeURIComponent('小')}`)
  expect(found.body).toEqual([{ tag: '小票', tickets: 1 }])
  expect((await put(Array.from({ length: 11 }, (_, i) => `第${i}`))).status).toBe(400)
  const facts = (
    await app.as(lead).get<{ entries: { fact: string; data: unknown }[] }>(`/tickets/${id}/entries`)
  ).body.entries.filter((e) => e.fact === 'tagged')
  expect(facts.map((e) => e.data)).toMatchObject([
    { added: ['小票', 'VIP'], removed: [] },
    { added: [], removed: ['VIP'] },
  ])
})
