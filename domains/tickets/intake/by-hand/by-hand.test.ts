import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { EntryPage, Ticket } from '#contracts/tickets'
import type { AuthorityCaseInput, PublicPostInput, Registered } from '#contracts/tickets/by-hand'
import type { Task } from '#contracts/tickets/tasks'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { plainAddress } from './public-post.ts'
import { recomputeLegal } from './recompute-legal.ts'

const NOON = '2026-06-01T12:00:00+08:00'

let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let agent: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
})
afterAll(() => app.close())
beforeEach(() => app.setNow(NOON))

const enter = (more: Partial<AuthorityCaseInput> = {}, who = agent) =>
  app.as(who).post<Registered>('/authority-cases', {
    caseNumber: '2026060100012345',
    receivedOn: '2026-06-01',
    authority: '杭州市上城区市场监管所',
    deadline: 'answer',
    shopId: shop.id,
    content: '顾客反映会员卡余额不给退，要求退还 286 元。',
    ...more,
  })
const tasksOf = async (id: string) => (await app.as(agent).get<Task[]>(`/tickets/${id}/tasks`)).body
const legalOf = async (id: string) => (await tasksOf(id)).filter((t) => t.kind === 'legal')
const timelineOf = async (id: string) =>
  (await app.as(agent).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries

test('a case becomes a complaint with a task by the seventh statutory working day', async () => {
  const { status, body } = await enter()
  expect(status).toBe(201)
  expect(body).toMatchObject({ known: false, dueAt: '2026-06-10T10:00:00.000Z', provisional: false })
  const ticket = (await app.as(agent).get<Ticket>(`/tickets/${body.ticketId}`)).body
  expect(ticket).toMatchObject({ kind: 'complaint', channel: 'authority', shop: { id: shop.id } })
  expect(await legalOf(body.ticketId)).toMatchObject([
    { state: 'open', dueAt: body.dueAt, owner: { id: expect.any(String) } },
  ])
  expect((await timelineOf(body.ticketId))[0]!.data).toMatchObject({
    about: { caseNumber: '2026060100012345', authority: '杭州市上城区市场监管所', receivedOn: '2026-06-01' },
  })
})

test('the same number again, however often and at once, is the same case; mediation adds its own deadline', async () => {
  const number = 'ZJ-77001'
  const results = await Promise.all([1, 2, 3, 4].map(() => enter({ caseNumber: number })))
  const ids = new Set(results.map((r) => r.body.ticketId))
  expect(ids.size).toBe(1)
  expect(results.filter((r) => !r.body.known)).toHaveLength(1)
  const [id] = ids
  expect(await legalOf(id!)).toHaveLength(1)
  const later = await enter({ caseNumber: ' zj-77001 ', deadline: 'mediation' })
  expect(later.body).toMatchObject({ ticketId: id, known: true, dueAt: '2026-07-31T10:00:00.000Z' })
  expect(await legalOf(id!)).toHaveLength(2)
})

test('its holder is reminded with two working days in hand, and told when it is late', async () => {
  const { body } = await enter({ caseNumber: 'ZJ-77002' })
  const [task] = await legalOf(body.ticketId)
  const holder = { id: task!.owner!.id, brandId: shop.brandId }
  const noticesOf = async () =>
    (await app.as(holder).get<{ notices: { kind: string; ticketId: string }[] }>('/notices')).body.notices
      .filter((n) => n.ticketId === body.ticketId)
      .map((n) => n.kind)
  app.setNow('2026-06-08T08:59:00+08:00')
  await app.sweep()
  expect(await noticesOf()).not.toContain('task_reminded')
  app.setNow('2026-06-08T09:00:00+08:00')
  await app.sweep()
  expect(await noticesOf()).toContain('task_reminded')
  app.setNow('2026-06-10T18:00:00+08:00')
  await app.sweep()
  expect(await noticesOf()).toContain('task_late')
})

test('the date is the law’s: nobody moves it, and the end of the ticket does not end it', async () => {
  const { body } = await enter({ caseNumber: 'ZJ-77003' })
  const [task] = await legalOf(body.ticketId)
  const moved = await app.as(agent).patch(`/tasks/${task!.id}`, { dueAt: '2026-08-01T10:00:00Z' })
  expect(moved.problem.code).toBe('tasks.legalDate')
  const lead = await app.make.staff({ role: 'lead' })
  const closed = await app
    .as(lead)
    .put(`/tickets/${body.ticketId}/closure`, { note: '已退款', despite: '顾客已撤诉' })
  expect(closed.status, closed.text).toBe(200)
  expect(await legalOf(body.ticketId)).toMatchObject([{ state: 'open' }])
  const silent = await app.as(lead).put(`/tasks/${task!.id}/result`, {})
  expect(silent.problem.code).toBe('tasks.answerMissing')
})

test('a day of receipt ahead, a shop of nobody and whoever may not are refused', async () => {
  expect((await enter({ caseNumber: 'ZJ-77004', receivedOn: '2026-06-02' })).problem).toMatchObject({
    code: 'tickets.receivedInFuture',
    field: 'receivedOn',
  })
  const nowhere = '0198c000-0000-7000-8000-000000000000'
  expect((await enter({ caseNumber: 'ZJ-77004', shopId: nowhere })).problem.code).toBe('tickets.shopUnknown')
  const manager = await app.make.staff({ role: 'shop_manager', shop })
  expect((await enter({ caseNumber: 'ZJ-77004' }, manager)).status).toBe(403)
  expect((await enter({ caseNumber: 'ZJ-77004' }, admin)).status).toBe(201)
})

test('a deadline that guessed at holidays is counted again when they are published', async () => {
  app.setNow('2026-12-28T12:00:00+08:00')
  const { body } = await enter({ caseNumber: 'ZJ-77005', receivedOn: '2026-12-28' })
  expect(body).toMatchObject({ provisional: true, dueAt: '2027-01-06T10:00:00.000Z' })
  const uploaded = await app.as(admin).put('/playbook/calendar-years/2027', {
    year: 2027,
    offDays: ['2027-01-01', '2027-01-02', '2027-01-03'],
    makeUpWorkdays: ['2027-01-09'],
  })
  expect(uploaded.status, uploaded.text).toBeLessThan(300)
  await recomputeLegal(systemContext(app.services, shop.brandId))
  expect(await legalOf(body.ticketId)).toMatchObject([{ dueAt: '2027-01-07T10:00:00.000Z' }])
})

const post = (more: Partial<PublicPostInput> = {}) =>
  app.as(agent).post<Registered>('/public-posts', {
    url: 'https://www.xiaohongshu.com/explore/66a1?xsec_token=abc&share_from=me',
    site: '小红书',
    author: '阿青爱喝茶',
    shopId: shop.id,
    content: '排了四十分钟，珍珠还是硬的。',
    ...more,
  })

test('a post seen outside becomes a ticket with its link; shared again it is the same', async () => {
  const first = await post()
  expect(first.body).toMatchObject({ known: false, dueAt: null })
  const again = await post({ url: 'https://www.xiaohongshu.com/explore/66a1#comments' })
  expect(again.body).toMatchObject({ known: true, ticketId: first.body.ticketId })
  const [said, ...rest] = await timelineOf(first.body.ticketId)
  expect(rest.map((e) => e.fact)).not.toContain('acknowledged')
  expect(said!.data).toMatchObject({ about: { site: '小红书', author: '阿青爱喝茶' } })
  const odd = await post({ url: 'javascript:alert(1)' })
  expect(odd.problem).toMatchObject({ code: 'http.badInput', field: 'url' })
})

test('what a sharing adds to an address does not make it another one', () => {
  expect(plainAddress('https://weibo.com/1/abc?from=page&b=2&a=1#x')).toBe('https://weibo.com/1/abc?a=1&b=2')
})
