import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { CheckResult, Connection } from '#contracts/channels/connect'
import type { EntryPage } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { aliyunSms } from '../../../test/simulators/sms-aliyun.ts'
import { tencentSms } from '../../../test/simulators/sms-tencent.ts'

const NOON = '2026-03-02T12:00:00+08:00'
const PHONE = '13812345678'

let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let agent: MadeStaff
let vendor: Awaited<ReturnType<typeof aliyunSms>>
let other: Awaited<ReturnType<typeof tencentSms>>
let channelId: string
let hook: string

beforeAll(async () => {
  app = await startApp({ now: NOON })
  ;[vendor, other] = await Promise.all([aliyunSms(), tencentSms()])
  shop = await app.make.shop()
  admin = await app.make.staff({ role: 'admin' })
  agent = await app.make.staff({ role: 'agent' })
  const made = await app
    .as(admin)
    .post<z.infer<typeof Connection>>('/channels', { kind: 'sms', name: '门店短信' })
  channelId = made.body.id
  hook = new URL(made.body.hookUrl).pathname
})
afterAll(async () => {
  await app.close()
  await Promise.all([vendor.close(), other.close()])
})
beforeEach(async () => {
  app.setNow(NOON)
  vendor.next.length = 0
  await connect()
})

const common = {
  signName: '示例茶饮',
  replyTemplate: 'SMS_100000001',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders of the vendor's template
  replyWords: '您的反馈${number}有回复：${text}，全文 ${progress}',
  replyVariables: ['number', 'text', 'progress'],
}
async function connect(more: object = {}) {
  const settings = {
    ...common,
    vendor: 'aliyun',
    endpoint: vendor.url,
    accessKeyId: vendor.accessKeyId,
    accessKeySecret: vendor.secret,
    ips: [],
    dailyMost: 2000,
    timeoutMs: 8000,
    fallback: false,
    ...more,
  }
  const saved = await app.as(admin).put(`/channels/${channelId}/connection`, { settings })
  expect(saved.status, saved.text).toBe(200)
}
const push = (body: unknown) =>
  app.server.inject({
    method: 'POST',
    url: hook,
    headers: { 'content-type': 'application/json' },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })
let n = 0
const up = (content: string, phone = PHONE) => {
  n += 1
  return { phone_number: phone, content, send_time: '2026-03-02 12:00:00', sequence_id: `s${n}` }
}
const report = (out_id: string, success = true, err_code = 'DELIVERED') => ({
  phone_number: PHONE,
  success,
  err_code,
  biz_id: `b-${out_id}`,
  out_id,
  report_time: '2026-03-02 12:00:09',
})
async function ticketOf(content: string) {
  const [row] = await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.selectFrom('tickets.ticket').select(['id', 'customer_id']).where('content', '=', content).execute(),
  )
  return row!
}
const entries = async (id: string) =>
  (await app.as(agent).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries
const health = async () =>
  (await app.as(admin).get<z.infer<typeof Connection>>(`/channels/${channelId}/connection`)).body.health
/** A ticket that somebody opened by texting us, with its acknowledgement already sent. */
async function texted(content: string, phone = PHONE) {
  expect((await push([up(content, phone)])).statusCode).toBe(200)
  await app.sweep()
  vendor.sent.length = 0
  other.sent.length = 0
  return ticketOf(content)
}
const reply = (id: string, text: string) => app.as(agent).post(`/tickets/${id}/replies`, { text })
const sentOf = async (id: string) => (await entries(id)).filter((e) => e.kind === 'message_out')

test('a text becomes a ticket with an acknowledgement; the answer goes out once and its receipt is shown', async () => {
  const said = up('奶茶里有根头发')
  for (let i = 0; i < 10; i++) expect((await push([said])).json()).toEqual({ code: 0, msg: '接收成功' })
  await app.sweep()
  const { id, customer_id } = await ticketOf('奶茶里有根头发')
  expect(customer_id).not.toBeNull()
  expect(vendor.sent).toHaveLength(1)
  expect((await entries(id)).filter((e) => e.kind === 'message_in')).toHaveLength(1)

  expect((await reply(id, '很抱歉，已为您重做')).status).toBe(200)
  await app.sweep()
  expect(vendor.sent[1]).toMatchObject({
    PhoneNumbers: PHONE,
    SignName: '示例茶饮',
    TemplateCode: 'SMS_100000001',
    params: { text: '很抱歉，已为您重做', progress: expect.stringContaining('/t/') },
  })
  const out = vendor.sent[1]!.OutId
  for (let i = 0; i < 10; i++) await push([report(out)])
  await push([report('somebody-elses')])
  await app.sweep()
  expect((await sentOf(id)).at(-1)).toMatchObject({ delivery: 'delivered' })

  await push([up('好的谢谢'), up('周末再来')])
  await app.sweep()
  const heard = (await entries(id)).filter((e) => e.kind === 'message_in').map((e) => e.text)
  expect(heard).toEqual(['奶茶里有根头发', '好的谢谢', '周末再来'])
})

test('a receipt that says no stands in the timeline; one that never comes is asked for', async () => {
  const { id } = await texted('点错了', '13800000001')
  await reply(id, '第一条')
  await reply(id, '第二条')
  await app.sweep()
  const [first, second] = vendor.sent
  await push([report(first!.OutId, false, 'MOBILE_NOT_ON_SERVICE')])
  await app.sweep()
  vendor.fates.set(second!.OutId, { SendStatus: 3, ErrCode: 'DELIVERED' })
  app.setNow('2026-03-02T12:30:00+08:00')
  await app.sweep()
  expect((await sentOf(id)).slice(-2)).toMatchObject([
    { delivery: 'failed', deliveryProblem: 'smsNoSuchNumber' },
    { delivery: 'delivered' },
  ])
})

test('garbage is answered, kept and shown; half of it too; only listed addresses may push', async () => {
  for (const body of ['{"phone', 'null', '[{"hello":1}]', '<xml/>'])
    expect((await push(body)).statusCode).toBe(200)
  await app.sweep()
  const strays = await app.as(admin).get<{ messages: { problem: string }[] }>('/channels/strays')
  expect(strays.body.messages.map((m) => m.problem)).toEqual(Array(4).fill('unreadable'))
  await connect({ ips: ['10.1.0.0/16', '203.0.113.7'] })
  expect((await push([up('假的')])).statusCode).toBe(403)
  await connect({ ips: ['127.0.0.0/8'] })
  expect((await push([up('真的来自本机', '13800000010')])).statusCode).toBe(200)
  await app.sweep()
  expect(await ticketOf('真的来自本机')).toBeDefined()
  expect(await ticketOf('假的')).toBeUndefined()
})

test('who opts out is written to no more, and whoever answers is told', async () => {
  const { id } = await texted('太甜了', '13800000002')
  await push([up('td', '13800000002')])
  await app.sweep()
  await reply(id, '下次少糖')
  await app.sweep()
  expect(vendor.sent).toEqual([])
  const all = await entries(id)
  expect(all.map((e) => e.fact)).toContain('sms_opted_out')
  expect(all.filter((e) => e.kind === 'message_out').at(-1)).toMatchObject({
    delivery: 'failed',
    deliveryProblem: 'optedOut',
  })
})

test("the vendor's flow control waits, whoever is right about the time; nothing is given up", async () => {
  const { id } = await texted('等太久', '13800000003')
  vendor.next.push({ code: 'isv.BUSINESS_LIMIT_CONTROL', message: '触发分钟级流控Permits:1' })
  await reply(id, '已经在做了')
  await app.sweep()
  expect(vendor.sent).toEqual([])
  expect((await sentOf(id)).at(-1)?.delivery).toBe('queued')
  app.setNow('2026-03-02T12:01:02+08:00')
  await app.sweep()
  expect(vendor.sent).toHaveLength(1)
  expect((await health()).state).toBe('ok')
})

test('a broken vendor is tried again and the health line says so; a wrong key, too', async () => {
  const { id } = await texted('洒了', '13800000004')
  vendor.next.push({ status: 502 })
  await reply(id, '给您补送')
  await app.sweep()
  expect(await health()).toMatchObject({ state: 'fault', code: 'broken' })
  app.setNow('2026-03-02T12:00:10+08:00')
  await app.sweep()
  expect(vendor.sent).toHaveLength(1)
  expect((await health()).state).toBe('ok')

  await connect({ accessKeySecret: 'another-secret' })
  await reply(id, '补送在路上')
  await app.sweep()
  expect(await health()).toMatchObject({ state: 'fault', code: 'credentials' })
  await connect()
  app.setNow('2026-03-02T12:06:00+08:00')
  await app.sweep()
  expect(vendor.sent.map((m) => m.params.text?.length)).toHaveLength(2)
})

test('silence is no refusal: what the vendor took before it fell silent is not sent twice', async () => {
  const { id } = await texted('没放吸管', '13800000005')
  await connect({ timeoutMs: 500 })
  vendor.next.push('silent')
  await reply(id, '吸管马上送到')
  await app.sweep()
  await connect()
  app.setNow('2026-03-02T12:05:00+08:00')
  await app.sweep()
  expect(vendor.sent).toHaveLength(1)
  expect((await sentOf(id)).at(-1)?.delivery).toBe('sent')
})

test('the daily allowance is kept; what is over waits for the next morning', async () => {
  const { id } = await texted('冰太多', '13800000006')
  app.setNow('2026-03-04T12:00:00+08:00')
  await connect({
    dailyMost: 10,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders of the vendor's template
    replyWords: '${text}',
    replyVariables: ['text'],
    mostPieces: 8,
    variableMost: 0,
  })
  for (let i = 0; i < 3; i++) await reply(id, `${i}${'冰'.repeat(250)}`)
  await app.sweep()
  expect(vendor.sent.map((m) => m.params.text?.length)).toHaveLength(2)
  app.setNow('2026-03-05T08:00:05+08:00')
  await app.sweep()
  expect(vendor.sent).toHaveLength(3)
})

test('the other vendor behind the same seam: variables in order, receipts by serial number', async () => {
  const { id } = await texted('杯盖松了', '13800000007')
  await connect({
    vendor: 'tencent',
    endpoint: other.url,
    accessKeyId: other.secretId,
    accessKeySecret: other.secretKey,
    appId: '1400000000',
    replyTemplate: '1000001',
  })
  other.next.push({ code: 'LimitExceeded.PhoneNumberThirtySecondLimit' })
  await reply(id, '换新杯盖')
  await app.sweep()
  expect(other.sent).toEqual([])
  app.setNow('2026-03-02T12:00:40+08:00')
  await app.sweep()
  expect(other.sent).toMatchObject([
    {
      PhoneNumberSet: ['+8613800000007'],
      SmsSdkAppId: '1400000000',
      TemplateId: '1000001',
      TemplateParamSet: [expect.stringMatching(/^HY-/), '换新杯盖', expect.stringContaining('/t/')],
    },
  ])
  const pushed = await push([
    {
      user_receive_time: '2026-03-02 12:01:00',
      nationcode: '86',
      mobile: '13800000007',
      report_status: 'SUCCESS',
      errmsg: 'DELIVRD',
      description: '用户短信送达成功',
      sid: other.sent[0]!.SerialNo,
    },
  ])
  expect(pushed.json()).toEqual({ result: 0, errmsg: 'OK' })
  await push({
    extend: '',
    mobile: '13800000007',
    nationcode: '86',
    sign: '示例茶饮',
    text: '收到',
    time: 1772424100,
  })
  await app.sweep()
  expect((await sentOf(id)).at(-1)?.delivery).toBe('delivered')
  expect((await entries(id)).filter((e) => e.kind === 'message_in').at(-1)?.text).toBe('收到')
})

test('the test of the connection tells what is wrong with the key or the template', async () => {
  const check = async () =>
    (await app.as(admin).post<z.infer<typeof CheckResult>>(`/channels/${channelId}/test`)).body
  expect((await check()).steps.at(-1)).toMatchObject({ fault: 'template_unknown' })
  vendor.templates.SMS_100000001 = 0
  expect((await check()).steps.at(-1)).toMatchObject({ fault: 'template_waiting' })
  vendor.templates.SMS_100000001 = 1
  expect((await check()).ok).toBe(true)
  await connect({ accessKeySecret: 'another-secret' })
  expect((await check()).steps.at(-1)).toMatchObject({ fault: 'credentials' })
  await connect({ endpoint: 'http://127.0.0.1:9' })
  expect((await check()).steps.at(-1)).toMatchObject({ fault: 'unreachable' })
})
