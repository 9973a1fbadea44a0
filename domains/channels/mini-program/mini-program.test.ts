import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { CheckResult, Connection } from '#contracts/channels/connect'
import type { EntryPage } from '#contracts/tickets'
import type { PlatformCaseView } from '#contracts/tickets/platform-case'
import type { Task } from '#contracts/tickets/tasks'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { miniProgramService } from '../../../test/simulators/mini-program.ts'

const NOON = '2026-03-02T12:00:00+08:00'

let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let agent: MadeStaff
let mini: Awaited<ReturnType<typeof miniProgramService>>
let channelId: string
let hook: string

beforeAll(async () => {
  app = await startApp({ now: NOON })
  mini = await miniProgramService(() => app.services.now())
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  const made = await app
    .as(admin)
    .post<z.infer<typeof Connection>>('/channels', { kind: 'mini_program', name: '点单小程序' })
  channelId = made.body.id
  hook = new URL(made.body.hookUrl).pathname
})
afterAll(async () => {
  await app.close()
  await mini.close()
})
beforeEach(async () => {
  app.setNow(NOON)
  mini.calls.length = 0
  mini.next.length = 0
  await connect()
})

async function connect(more: object = {}) {
  const settings = { ...mini.account, apiBase: mini.url, mode: 'secure', ...more }
  const saved = await app.as(admin).put(`/channels/${channelId}/connection`, { settings })
  expect(saved.status, saved.text).toBe(200)
}
const send = ({ query, body }: { query: string; body: string }) =>
  app.server.inject({
    method: 'POST',
    url: `${hook}?${query}`,
    headers: { 'content-type': 'application/json' },
    payload: body,
  })
const push = (event: object) => send(mini.pushOf(event))
async function ticketOf(content: string) {
  const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.ticket').select('id').where('content', '=', content).execute(),
  )
  expect(rows.length).toBeLessThan(2)
  return rows[0]?.id ?? ''
}
const entries = async (id: string) =>
  (await app.as(agent).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries
const factsOf = async (id: string) => (await entries(id)).map((e) => e.fact).filter(Boolean)
const saidIn = async (id: string) =>
  (await entries(id)).filter((e) => e.kind === 'message_in').map((e) => e.text)
const tasks = async (id: string) => (await app.as(agent).get<Task[]>(`/tickets/${id}/tasks`)).body
const caseOf = async (id: string) =>
  (await app.as(agent).get<z.infer<typeof PlatformCaseView>>(`/tickets/${id}/platform-case`)).body.case!
const decide = (id: string, deed: string, reason = '') =>
  app.as(agent).put(`/tickets/${id}/platform-case/decision`, { deed, reason })
const reply = (id: string, text: string) => app.as(agent).post(`/tickets/${id}/replies`, { text })
const health = async () =>
  (await app.as(admin).get<z.infer<typeof Connection>>(`/channels/${channelId}/connection`)).body.health

test('a complaint becomes a ticket with 48 hours; refused with a reason, then proven with words', async () => {
  mini.media.set(
    'm1',
    await sharp({ create: { width: 30, height: 30, channels: 3, background: '#3a3' } })
      .jpeg()
      .toBuffer(),
  )
  const said = mini.complaintOf('C1', 201, '送来的和点的不一样', { customer_material_media_id_list: ['m1'] })
  for (let i = 0; i < 10; i++) expect((await push(said)).body).toBe('success')
  await app.sweep()
  const id = await ticketOf('送来的和点的不一样')
  expect((await entries(id))[0]).toMatchObject({
    photos: [{ width: 30 }],
    data: { about: { product: '杨枝甘露', paidAmount: '¥26.00' } },
  })
  const due = new Date('2026-03-04T12:00:00+08:00').toISOString()
  expect(await tasks(id)).toMatchObject([{ kind: 'contact', state: 'open', dueAt: due }])

  await reply(id, '您好，正在核实')
  await app.sweep()
  expect((await entries(id)).findLast((e) => e.kind === 'message_out')).toMatchObject({
    delivery: 'failed',
    deliveryProblem: 'decideFirst',
  })
  expect((await caseOf(id)).can).toEqual(['approve_refund', 'reject_refund'])
  expect((await decide(id, 'reject_refund', '出餐照片与订单一致')).status).toBe(200)
  await app.sweep()
  expect(mini.calls).toMatchObject([
    {
      path: '/wxaapi/minishop/bussiRespondComplaint',
      body: { complaintOrderId: 'C1', bussiHandle: 2, content: '出餐照片与订单一致' },
    },
  ])

  app.setNow('2026-03-02T14:00:00+08:00')
  await push(mini.complaintOf('C1', 206, '送来的和点的不一样'))
  await app.sweep()
  expect(await factsOf(id)).toContain('platform_wants_proof')
  expect((await tasks(id)).filter((t) => t.state === 'open')).toMatchObject([
    { dueAt: new Date('2026-03-04T14:00:00+08:00').toISOString() },
  ])
  expect((await caseOf(id)).can).toEqual(['supply_proof'])
  await reply(id, '附上出餐记录，请平台核实')
  await app.sweep()
  expect(mini.calls.at(-1)).toMatchObject({
    path: '/wxaapi/minishop/bussiSupplyProof',
    body: { complaintOrderId: 'C1', content: '附上出餐记录，请平台核实' },
  })
  expect((await tasks(id)).filter((t) => t.state === 'open')).toEqual([])
  expect(await saidIn(id)).toEqual(['送来的和点的不一样'])
})

test('statuses nobody documented stand in the timeline; an older push that comes late moves nothing back', async () => {
  await push(mini.complaintOf('C2', 201, '等了一小时'))
  await app.sweep()
  const id = await ticketOf('等了一小时')
  const older = mini.pushOf(mini.complaintOf('C2', 102, '等了一小时，还是冷的'))
  app.setNow('2026-03-02T12:05:00+08:00')
  await push(mini.complaintOf('C2', 312, '等了一小时'))
  await app.sweep()
  await send(older)
  await app.sweep()
  expect(await saidIn(id)).toEqual(['等了一小时', '等了一小时，还是冷的'])
  expect(await factsOf(id)).toContain('platform_refunding')
  expect((await caseOf(id)).phase).toBe('312')
  app.setNow('2026-03-02T12:10:00+08:00')
  await push(mini.complaintOf('C2', 999, '等了一小时'))
  await app.sweep()
  const told = (await entries(id)).findLast((e) => e.fact === 'platform_status')
  expect(told?.data).toMatchObject({ status: '999' })
})

test('forged, stale, sealed by another key and garbage: nobody is fooled, nothing is lost', async () => {
  const good = mini.pushOf(mini.complaintOf('C3', 201, '假的'))
  expect(
    (await send({ ...good, query: good.query.replace(/msg_signature=\w{4}/, 'msg_signature=0000') }))
      .statusCode,
  ).toBe(403)
  expect((await send({ ...good, body: good.body.replace('"Encrypt":"', '"Encrypt":"A') })).statusCode).toBe(
    403,
  )
  expect((await send(mini.pushOf(mini.complaintOf('C3', 201, '假的'), 'A'.repeat(43)))).statusCode).toBe(400)
  expect(await health()).toMatchObject({ state: 'fault', code: 'aesKey' })
  await push({ CreateTime: 1, Event: 'complaint_callback', BussiCallBackInfo: { hello: 1 } })
  await push({ CreateTime: 2, Event: 'something_new' })
  app.setNow('2026-03-02T12:30:00+08:00')
  expect((await send(good)).statusCode).toBe(400)
  await app.sweep()
  expect(await ticketOf('假的')).toBe('')
  const strays = await app.as(admin).get<{ messages: { problem: string }[] }>('/channels/strays')
  expect(strays.body.messages.map((m) => m.problem)).toEqual(['unreadable', 'unreadable'])
})

test('reviews are asked for, once each and again when they change; the answer stands under them; a refused token is renewed once', async () => {
  mini.reviews.push(
    { commentId: 'R1', score: 100, content: { txt: '太甜了' }, createTime: 1772420000, orderId: 'MO9' },
    { commentId: 'R2', score: 500, content: { txt: '' }, createTime: 1772420000 },
  )
  app.setNow('2026-03-02T13:00:00+08:00')
  await app.sweep()
  const id = await ticketOf('太甜了')
  expect((await entries(id))[0]?.data).toMatchObject({ stars: 1 })
  expect(await ticketOf('只打了 5 星，没有写字')).not.toBe('')
  mini.endToken()
  mini.reviews[0] = { ...mini.reviews[0]!, content: { txt: '太甜了，店家没回' } }
  app.setNow('2026-03-02T13:20:00+08:00')
  await app.sweep()
  expect(await saidIn(id)).toEqual(['太甜了', '太甜了，店家没回'])
  mini.next.push({
    when: /mpcommentreply/,
    answer: { status: 200, body: { errcode: -1, errmsg: 'system error' } },
  })
  await reply(id, '抱歉，下次给您少糖')
  await app.sweep()
  app.setNow('2026-03-02T13:21:00+08:00')
  await app.sweep()
  expect(mini.calls).toMatchObject([
    { path: '/wxaapi/comment/mpcommentreply/add', body: { commentId: 'R1', content: '抱歉，下次给您少糖' } },
  ])
})

test('5xx and half an answer are tried again and the health line says so; a wrong secret, too', async () => {
  mini.next.push({ when: /mpcommentlist/, answer: { status: 502, body: 'oops' } })
  app.setNow('2026-03-03T09:00:00+08:00')
  await app.sweep()
  expect(await health()).toMatchObject({ state: 'fault', code: 'broken' })
  mini.next.push({ when: /mpcommentlist/, answer: { status: 200, body: '{"errc', cut: true } })
  app.setNow('2026-03-03T09:05:00+08:00')
  await app.sweep()
  expect((await health()).state).toBe('fault')
  app.setNow('2026-03-03T09:10:00+08:00')
  await app.sweep()
  expect((await health()).state).toBe('ok')
  const check = async () =>
    (await app.as(admin).post<z.infer<typeof CheckResult>>(`/channels/${channelId}/test`)).body
  expect(await check()).toMatchObject({ ok: true, steps: [{ step: 'token' }, { step: 'reviews' }] })
  await connect({ appSecret: 'f'.repeat(32) })
  expect((await check()).steps.at(-1)).toMatchObject({ fault: 'badSecret' })
})

test('the address check of the console is answered as it came', async () => {
  const { query } = mini.pushOf({})
  const answer = await app.server.inject({ method: 'GET', url: `${hook}?${query}&echostr=4375` })
  expect([answer.statusCode, answer.body]).toEqual([200, '4375'])
})
