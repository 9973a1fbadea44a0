import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Room, TimelinePage } from '#contracts/incidents'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'
import { openWecom } from './simulators/wecom.ts'

const NOON = '2026-03-02T12:00:00+08:00'
const WECOM = { key: 'k1', corpId: 'ww1', secret: 'app-secret-0001', agentId: 1000002, users: ['li', 'zhao'] }

let app: TestApp
let shop: MadeShop
let quality: MadeStaff
let region: MadeStaff
let executive: MadeStaff
let wecom: Awaited<ReturnType<typeof openWecom>>
const now = () => app.services.now()

beforeAll(async () => {
  app = await startApp({ now: NOON, origin: 'https://echo.example.com' })
  wecom = await openWecom(WECOM, now)
  shop = await app.make.shop({ name: '西湖店' })
  const admin = await app.make.staff({ role: 'admin' })
  quality = await app.make.staff({ role: 'quality', name: '李品控', onDuty: true })
  region = await app.make.staff({ role: 'region_manager', name: '赵区域', onDuty: true })
  executive = await app.make.staff({ role: 'executive', name: '吴总', onDuty: true })
  const settings = {
    corpId: WECOM.corpId,
    agentId: String(WECOM.agentId),
    secret: WECOM.secret,
    base: wecom.url,
  }
  await app.as(admin).put('/notice-senders/wecom', settings)
  await app.as(quality).put('/me/notices', { means: { alarm: [] }, wecomUser: 'li' })
  await app.as(region).put('/me/notices', { means: { alarm: [] }, wecomUser: 'zhao' })
})
afterAll(async () => {
  await wecom.close()
  await app.close()
})
beforeEach(() => app.setNow(NOON))

const later = (seconds: number) => app.setNow(new Date(now().getTime() + seconds * 1000).toISOString())
const cardsTo = (user: string) => wecom.cards.filter((card) => card.to === user)

test('whoever is called into a real room hears it by every means, once an instant, and no more once they have answered', async () => {
  const before = cardsTo('zhao').length
  const { id } = await tell(app, shop, '喝完你们的红豆奶茶又吐又拉，进医院了')
  const opened = await app.as(executive).post<Room>('/incidents', {
    source: 'hand',
    plan: 'food_poisoning',
    title: '疑似食物中毒',
    shopIds: [shop.id],
  })
  await app.sweep()
  const mine = cardsTo('zhao')
    .slice(before)
    .filter((c) => JSON.stringify(c).includes(`/incidents/${opened.body.id}`))
  expect(mine).toHaveLength(1)
  expect(JSON.stringify(mine)).not.toContain('演练')
  expect(JSON.stringify(mine)).not.toContain(id)
  expect(JSON.stringify(mine)).toContain('I-1')
  await app.as(region).put(`/incidents/${opened.body.id}/answer`, { answer: 'acknowledged' })
  const heard = cardsTo('zhao').length
  for (let n = 0; n < 5; n++) {
    later(61)
    await app.sweep()
  }
  const called = cardsTo('zhao')
    .slice(heard)
    .filter((c) => JSON.stringify(c).includes('正在呼叫'))
  expect(called).toEqual([])
})

test('a drill calls real people with its mark, counts by itself, touches no real ticket and is scored when it ends', async () => {
  const real = await tell(app, shop, '奶茶里喝出玻璃渣，嘴都划破了')
  const title = '演习：三位顾客同批红豆后不适'
  const opened = await app.as(quality).post<Room>('/incidents', {
    source: 'drill',
    plan: 'food_poisoning',
    title,
    shopIds: [shop.id],
    ticketIds: [real.id],
  })
  expect(opened.body).toMatchObject({ drill: true, number: 'D-1', linked: [] })
  const room = opened.body
  const base = `/incidents/${room.id}`
  await app.sweep()
  const [card] = cardsTo('zhao').filter((c) => JSON.stringify(c).includes(base))
  expect(JSON.stringify(card)).toContain('【演练】')

  // Whoever is called into a drill finds it among the calls, though not among the real rooms.
  const callsMe = async (by: MadeStaff) =>
    (await app.as(by).get<{ rows: Room[] }>('/incidents?view=calls')).body.rows.map((r) => r.number)
  expect(await callsMe(region)).toContain('D-1')
  expect(await callsMe(quality)).not.toContain('D-1')

  const link = await app.as(quality).post(`${base}/tickets`, { ticketIds: [real.id] })
  expect(link.problem.code).toBe('incidents.notInDrill')
  const invented = { title: '孩子喝完肚子疼', customerName: '演练顾客甲', shopId: shop.id }
  const after = (await app.as(quality).post<Room>(`${base}/drill-tickets`, invented)).body
  expect(after.linked).toMatchObject([{ title: invented.title, shopName: '西湖店' }])
  expect((await app.as(quality).get(`/tickets/${after.linked[0]!.id}`)).status).toBe(404)
  expect((await app.as(quality).get(`/tickets/${real.id}/incident`)).body).toEqual([])
  const open = (await app.as(quality).get<{ rows: Room[] }>('/incidents')).body.rows
  expect(open.map((r) => r.id)).not.toContain(room.id)

  later(30)
  await app.as(region).put(`${base}/answer`, { answer: 'acknowledged' })
  await app.as(region).patch(base, { leaderId: region.id })
  const [first, ...rest] = room.checklist
  await app.as(quality).put(`${base}/steps/${first!.id}`, { state: 'done', words: '假装已送医' })
  for (const step of rest)
    await app.as(region).put(`${base}/steps/${step.id}`, { state: 'left_out', words: '演练不做' })
  await app.as(region).put(`${base}/review`, { what: '演练顺利', why: '每季一次' })
  const measure = { text: '通讯录每月核一次', ownerId: quality.id, dueOn: '2026-03-20' }
  await app.as(region).post(`${base}/measures`, measure)
  const closed = (await app.as(region).put<Room>(`${base}/closure`, { words: '演练结束' })).body
  const score = closed.score!
  expect(score.lines.find((l) => l.key === 'review')).toMatchObject({ points: 10, most: 10 })
  expect(score.lines.find((l) => l.key === 'called')!.points).toBeGreaterThan(0)
  expect(score.lines.find((l) => l.key === 'statement')).toMatchObject({ points: 0, reached: '批准 0 份' })
  expect(score.points).toBe(score.lines.reduce((sum, line) => sum + line.points, 0))
  expect(await callsMe(region)).not.toContain('D-1')
  const drills = await app.as(quality).get<{ rows: Room[] }>('/incidents?view=drills')
  expect(drills.body.rows[0]!.scored).toEqual({ points: score.points, most: score.most })
  const english = await app.as(quality).patch('/me/preferences', { locale: 'en' })
  expect(english.status).toBe(200)
  const timeline = await app.as(quality).get<z.infer<typeof TimelinePage>>(`${base}/timeline`)
  expect(timeline.body.entries[0]!.fact).toBe('closed')
})
