import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { type CheckResult, type Connection, deliveryFailed } from '#contracts/channels/connect'
import type { EntryPage, Ticket } from '#contracts/tickets'
import type { PlatformCase, PlatformCaseView } from '#contracts/tickets/platform-case'
import type { Task, TodoPage } from '#contracts/tickets/tasks'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { notDelivered } from '../domains/tickets/handling/not-delivered.ts'
import { wechatPayService } from './simulators/wechat-pay.ts'

const NOON = '2026-03-02T12:00:00+08:00'

let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let agent: MadeStaff
let pay: Awaited<ReturnType<typeof wechatPayService>>
let channelId: string
let hook: string

beforeAll(async () => {
  app = await startApp({ now: NOON })
  pay = await wechatPayService(() => app.services.now())
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  const made = await app
    .as(admin)
    .post<z.infer<typeof Connection>>('/channels', { kind: 'wechat_pay', name: '微信支付投诉' })
  channelId = made.body.id
  hook = new URL(made.body.hookUrl).pathname
})
afterAll(async () => {
  await app.close()
  await pay.close()
})
beforeEach(async () => {
  app.setNow(NOON)
  pay.next.length = 0
  await connect()
})

async function connect(more: object = {}) {
  const settings = {
    mchid: pay.mchid,
    serialNo: pay.serialNo,
    // As a one-line field hands it on.
    privateKey: pay.privateKey.replaceAll('\n', ' '),
    apiV3Key: pay.apiV3Key,
    publicKeyId: pay.publicKeyId,
    publicKey: pay.publicKey,
    baseUrl: pay.url,
    answerHours: 24,
    ...more,
  }
  const saved = await app.as(admin).put(`/channels/${channelId}/connection`, { settings })
  expect(saved.status, saved.text).toBe(200)
}
const send = ({ body, headers }: { body: string; headers: Record<string, string> }) =>
  app.server.inject({ method: 'POST', url: hook, headers, payload: body })
let n = 0
function complaint(detail: string, more: object = {}) {
  n += 1
  const id = `2002018202001010800766100${String(n).padStart(2, '0')}`
  pay.complaints.set(id, {
    complaint_id: id,
    complaint_time: app.services.now().toISOString(),
    complaint_detail: detail,
    complaint_state: 'PENDING',
    payer_phone: pay.sealField(`1380000${String(1000 + n)}`),
    complaint_order_info: [{ transaction_id: `4200${n}`, out_trade_no: `P${n}2026`, amount: 3200 }],
    user_complaint_times: 1,
    moves: [pay.move('USER_CREATE_COMPLAINT', detail)],
    ...more,
  })
  return id
}
const of = (id: string) => pay.complaints.get(id)!
async function ticketOf(content: string) {
  const rows = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.ticket').select('id').where('content', '=', content).execute(),
  )
  expect(rows.length).toBeLessThan(2)
  return rows[0]?.id ?? ''
}
const read = async (id: string) => (await app.as(agent).get<z.infer<typeof Ticket>>(`/tickets/${id}`)).body
const entries = async (id: string) =>
  (await app.as(agent).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries
const factsOf = async (id: string) => (await entries(id)).map((e) => e.fact).filter(Boolean)
const tasks = async (id: string) => (await app.as(agent).get<Task[]>(`/tickets/${id}/tasks`)).body
const caseOf = async (id: string) =>
  (await app.as(agent).get<z.infer<typeof PlatformCaseView>>(`/tickets/${id}/platform-case`)).body.case!
const decide = (id: string, deed: string, reason = '') =>
  app.as(agent).put<PlatformCase>(`/tickets/${id}/platform-case/decision`, { deed, reason })
const reply = (id: string, text: string, photos: string[] = []) =>
  app.as(agent).post(`/tickets/${id}/replies`, { text, photos })
const health = async () =>
  (await app.as(admin).get<z.infer<typeof Connection>>(`/channels/${channelId}/connection`)).body.health
/** A complaint that has been pushed and heard. */
async function heard(detail: string, more: object = {}) {
  const id = complaint(detail, more)
  expect((await send(pay.pushOf(id, 'CREATE_COMPLAINT'))).statusCode).toBe(204)
  await app.sweep()
  return { id, ticket: await ticketOf(detail) }
}

test('a complaint becomes a ticket with phone, order and deadline; the answer with a photo goes back; finishing it, too', async () => {
  const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  pay.photos.set('p1', picture)
  const { id, ticket } = await heard('奶茶是苦的，要求退款', {
    apply_refund_amount: 3200,
    complaint_media_list: [
      { media_type: 'USER_COMPLAINT_IMAGE', media_url: [`${pay.url}/v3/merchant-service/images/p1`] },
    ],
  })
  const seen = await read(ticket)
  expect(seen).toMatchObject({
    channel: 'wechat_pay',
    kind: 'complaint',
    customer: { contact: expect.stringContaining('138') },
  })
  const [first] = await entries(ticket)
  expect(first).toMatchObject({
    data: { about: { refundAmount: '¥32.00', paidAmount: '¥32.00' } },
    photos: [{ width: 40 }],
  })
  const due = new Date('2026-03-03T12:00:00+08:00').toISOString()
  expect(await tasks(ticket)).toMatchObject([
    { kind: 'contact', state: 'open', dueAt: due, owner: seen.assignee },
  ])
  expect(pay.calls).toEqual([])

  const form = await app.as(agent).post(`/tickets/${ticket}/replies`, { text: '您好，马上为您退款' })
  expect(form.status, form.text).toBe(200)
  await app.sweep()
  expect(pay.calls).toMatchObject([
    {
      path: expect.stringContaining(`${id}/response`),
      body: { complainted_mchid: pay.mchid, response_content: '您好，马上为您退款' },
    },
  ])
  expect(of(id).complaint_state).toBe('PROCESSING')
  expect((await tasks(ticket))[0]?.state).toBe('done')

  expect((await caseOf(ticket)).can).toEqual(['approve_refund', 'reject_refund', 'complete'])
  expect((await decide(ticket, 'approve_refund')).status).toBe(200)
  expect((await decide(ticket, 'approve_refund')).problem.code).toBe('platformCase.notNow')
  await app.sweep()
  expect((await decide(ticket, 'complete')).body.can).toEqual([])
  await app.sweep()
  expect(pay.calls.slice(1)).toMatchObject([
    { body: { action: 'APPROVE' } },
    { path: expect.stringContaining('/complete') },
  ])
  expect(of(id).complaint_state).toBe('PROCESSED')
  // What we did comes back in the talk and is not told twice.
  await send(pay.pushOf(id, 'MERCHANT_CONFIRM_COMPLETE'))
  await app.sweep()
  const facts = await factsOf(ticket)
  expect(facts.filter((f) => f.includes('elsewhere'))).toEqual([])
  expect((await entries(ticket)).filter((e) => e.kind === 'message_in')).toHaveLength(1)
  expect(await caseOf(ticket)).toMatchObject({ finished: true, can: [] })
})

test('repeats, and pushes that overtake each other, tell each word once and in its order', async () => {
  const id = complaint('等了两个小时')
  const created = pay.pushOf(id, 'CREATE_COMPLAINT')
  app.setNow('2026-03-02T12:01:00+08:00')
  of(id).moves.push(pay.move('USER_RESPONSE', '有人管吗'))
  app.setNow('2026-03-02T12:02:00+08:00')
  of(id).moves.push(pay.move('USER_CONTINUE_COMPLAINT', '再不理我就找平台'))
  const later = pay.pushOf(id, 'CONTINUE_COMPLAINT')
  await send(later)
  for (let i = 0; i < 10; i++) await send(created)
  await app.sweep()
  await send(later)
  await app.sweep()
  const ticket = await ticketOf('等了两个小时')
  const said = (await entries(ticket)).filter((e) => e.kind === 'message_in').map((e) => e.text)
  expect(said).toEqual(['等了两个小时', '有人管吗', '再不理我就找平台'])
  expect((await tasks(ticket)).filter((t) => t.kind === 'contact')).toHaveLength(1)
})

test('forged, changed, stale and sealed by another key stay outside, and the health line says when the key is wrong', async () => {
  const id = complaint('假投诉')
  const push = pay.pushOf(id, 'CREATE_COMPLAINT')
  expect((await send({ ...push, body: push.body.replace('EV-', 'EX-') })).statusCode).toBe(403)
  const probe = { ...push.headers, 'wechatpay-signature': 'WECHATPAY/SIGNTEST/1' }
  expect((await send({ ...push, headers: probe })).statusCode).toBe(403)
  const other = { ...push.headers, 'wechatpay-serial': 'PUB_KEY_ID_of_somebody' }
  expect((await send({ ...push, headers: other })).statusCode).toBe(403)
  const half = push.body.slice(0, 80)
  expect(
    (await send({ body: half, headers: { ...pay.signatureOf(half), 'content-type': 'application/json' } }))
      .statusCode,
  ).toBe(400)
  app.setNow('2026-03-02T12:06:00+08:00')
  expect((await send(push)).statusCode).toBe(400)
  const sealed = pay.pushOf(id, 'CREATE_COMPLAINT', 'EV-x', 'k'.repeat(32))
  expect((await send(sealed)).statusCode).toBe(400)
  expect(await health()).toMatchObject({ state: 'fault', code: 'apiV3Key' })
  pay.complaints.delete(id)
  await app.sweep()
  expect(await ticketOf('假投诉')).toBe('')
})

test('in certificate mode pushes and answers are proven by the platform’s certificate, and by the next one after it was changed', async () => {
  const fetched = () => pay.calls.filter((c) => c.path === '/v3/certificates').length
  await connect({ publicKeyId: '', publicKey: '' })
  pay.certify('7132D72A03E93CDDF8C03BBD1F37EEDF00000001')
  const first = await heard('证书模式也要收到')
  expect(first.ticket).not.toBe('')
  expect((await reply(first.ticket, '马上为您处理')).status).toBe(200)
  await app.sweep()
  expect(of(first.id).complaint_state).toBe('PROCESSING')
  expect(fetched()).toBe(1)
  pay.certify('7132D72A03E93CDDF8C03BBD1F37EEDF00000002')
  expect((await heard('换了证书也要收到')).ticket).not.toBe('')
  expect(fetched()).toBe(2)
  const push = pay.pushOf(first.id, 'USER_RESPONSE')
  const forged = { ...push.headers, 'wechatpay-serial': '7132D72A03E93CDDF8C03BBD1F37EEDF00000001' }
  expect((await send({ ...push, headers: forged })).statusCode).toBe(403)
  expect(fetched()).toBe(2)
  pay.dropCertificates()
})

test('a push that was lost is found by the poll; broken answers and garbage lose nothing', async () => {
  const id = complaint('推送丢了')
  pay.next.push({ when: /GET .*limit=50/, answer: { status: 500, body: 'oops' } })
  app.setNow('2026-03-02T12:10:00+08:00')
  await connect()
  await app.sweep()
  expect(await health()).toMatchObject({ state: 'fault', code: 'broken' })
  pay.next.push({
    when: new RegExp(`GET .*${id}$`),
    answer: { status: 200, body: '{"complaint_id', cut: true },
  })
  pay.next.push({
    when: new RegExp(`GET .*${id}$`),
    answer: { status: 200, body: { complaint_id: id, complaint_detail: '冒充' } },
  })
  for (const minute of [12, 13, 14, 15, 16, 18]) {
    app.setNow(`2026-03-02T12:${minute}:00+08:00`)
    await app.sweep()
  }
  expect(await ticketOf('推送丢了')).not.toBe('')
  expect(await ticketOf('冒充')).toBe('')
  expect((await health()).state).toBe('ok')
})

test("the platform's moves stand in the timeline; an answer given in its own back office settles what was owed", async () => {
  const { id, ticket } = await heard('少了一份小料')
  of(id).moves.push(pay.move('USER_APPLY_PLATFORM_SERVICE', '申请平台协助'))
  of(id).moves.push(pay.move('PLATFORM_RESPONSE', '请商家尽快处理'))
  of(id).moves.push(pay.move('MERCHANT_RESPONSE', '在商户平台上回的'))
  of(id).moves.push(pay.move('SOMETHING_NEW', '新的动作'))
  await send(pay.pushOf(id, 'RESPONSE_BY_PLATFORM'))
  await app.sweep()
  expect(await factsOf(ticket)).toEqual(
    expect.arrayContaining(['platform_asked', 'platform_said', 'answered_elsewhere', 'platform_move']),
  )
  expect((await tasks(ticket))[0]?.state).toBe('done')
  of(id).moves.push(pay.move('USER_COMFIRM_COMPLAINT', ''))
  of(id).complaint_state = 'PROCESSED'
  await send(pay.pushOf(id, 'PLATFORM_SERVICE_FINISHED'))
  await app.sweep()
  expect(await factsOf(ticket)).toEqual(expect.arrayContaining(['complaint_confirmed', 'platform_finished']))
})

test("the platform's deadline reminds, then tells up the chain; it stands in the assignee's to-dos", async () => {
  const { ticket } = await heard('没有人接待')
  const assignee = (await read(ticket)).assignee!
  const owner = { id: assignee.id, brandId: shop.brandId }
  const todos = async () => (await app.as(owner).get<z.infer<typeof TodoPage>>('/todos')).body.todos
  expect((await todos()).find((t) => t.ticketId === ticket)).toMatchObject({
    title: expect.stringContaining('微信支付'),
  })
  app.setNow('2026-03-03T12:00:01+08:00')
  await app.sweep()
  expect(await factsOf(ticket)).toContain('task_late')
  expect((await todos()).find((t) => t.ticketId === ticket)?.overdue).toBe(true)
})

test('an answer that does not arrive is still owed', async () => {
  const { ticket } = await heard('吸管是坏的')
  await reply(ticket, '很'.repeat(201))
  expect((await tasks(ticket))[0]?.state).toBe('done')
  await app.sweep()
  const failed = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('platform.event').select('body').where('name', '=', deliveryFailed.name).execute(),
  )
  const mine = failed.map((e) => deliveryFailed.body.parse(e.body)).filter((b) => b.ticketId === ticket)
  expect(mine).toMatchObject([{ problem: 'tooLong' }])
  await notDelivered(systemContext(app.services, shop.brandId), mine[0]!)
  expect((await tasks(ticket)).map((t) => t.state)).toEqual(['done', 'open'])
  await reply(ticket, '短一点')
  await app.sweep()
  expect((await tasks(ticket)).map((t) => t.state)).toEqual(['done', 'done'])
})

test('too often, broken after it arrived, an unknown key: waited for, asked before repeated, told; a refusal needs its reason', async () => {
  const { id, ticket } = await heard('珍珠是硬的', { apply_refund_amount: 1500 })
  pay.calls.length = 0
  pay.next.push({
    when: /response$/,
    answer: { status: 429, body: { code: 'FREQUENCY_LIMITED', message: '' } },
  })
  await reply(ticket, '请稍等')
  await app.sweep()
  expect(pay.calls).toEqual([])
  app.setNow('2026-03-02T12:01:01+08:00')
  await app.sweep()
  expect(pay.calls).toHaveLength(1)
  pay.next.push({ when: /response$/, after: true, answer: { status: 502, body: 'oops' } })
  await reply(ticket, '马上就好')
  await app.sweep()
  app.setNow('2026-03-02T12:03:00+08:00')
  await app.sweep()
  expect(pay.calls.map((c) => c.body.response_content)).toEqual(['请稍等', '马上就好'])
  expect((await decide(ticket, 'reject_refund')).problem).toMatchObject({
    code: 'platformCase.reasonMissing',
    field: 'reason',
  })
  await decide(ticket, 'reject_refund', '已按配方制作，可以换一杯')
  await app.sweep()
  expect(of(id).moves.at(-1)).toMatchObject({
    operate_type: 'MERCHANT_REFUSE_RERUND',
    operate_details: '已按配方制作，可以换一杯',
  })
  // Finished there meanwhile: finishing it is no error.
  of(id).complaint_state = 'PROCESSED'
  await decide(ticket, 'complete')
  await app.sweep()
  expect((await caseOf(ticket)).done.at(-1)).toMatchObject({ deed: 'complete', state: 'sent' })

  await connect({ serialNo: 'WRONG0001' })
  await reply(ticket, '再说一句')
  await app.sweep()
  expect(await health()).toMatchObject({ state: 'fault', code: 'credentials' })
  await connect()
  app.setNow('2026-03-02T12:10:00+08:00')
  await app.sweep()
  expect(pay.calls.at(-1)?.body.response_content).toBe('再说一句')
})

test('the test of the connection proves both sides and sets the callback', async () => {
  const check = async () =>
    (await app.as(admin).post<z.infer<typeof CheckResult>>(`/channels/${channelId}/test`)).body
  expect(await check()).toMatchObject({ ok: true })
  expect(new URL(pay.callback()).pathname).toBe(hook)
  await connect({ apiV3Key: 'k'.repeat(32), publicKeyId: '', publicKey: '' })
  expect((await check()).steps.at(-1)?.fault).toBeTruthy()
})
