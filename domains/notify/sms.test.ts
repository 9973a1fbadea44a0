import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Connection } from '#contracts/channels/connect'
import type { DeliveryList, NoticePreferences, OwnTest, Senders, TestResult } from '#contracts/notify'
import type { EntryPage } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'
import { aliyunSms } from '../../test/simulators/sms-aliyun.ts'

const NOON = '2026-03-02T12:00:00+08:00'
const GLASS = '奶茶里喝出玻璃渣，嘴都划破了'
let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let manager: MadeStaff
let silent: MadeStaff
let vendor: Awaited<ReturnType<typeof aliyunSms>>
let channel: string

beforeAll(async () => {
  app = await startApp({ now: NOON, origin: 'https://echo.example.com' })
  vendor = await aliyunSms()
  vendor.templates.SMS_REPLY = 1
  vendor.templates.SMS_STAFF = 1
  shop = await app.make.shop({ name: '西湖店' })
  admin = await app.make.staff({ role: 'admin' })
  manager = await app.make.staff({ role: 'shop_manager', shop, name: '王店长', phone: '13900000001' })
  silent = await app.make.staff({ role: 'quality', name: '李品控', onDuty: true })
  const made = await app
    .as(admin)
    .post<z.infer<typeof Connection>>('/channels', { kind: 'sms', name: '品牌短信' })
  channel = made.body.id
})
afterAll(async () => {
  await vendor.close()
  await app.close()
})
beforeEach(() => {
  app.setNow(new Date(app.services.now().getTime() + 2 * 86_400_000).toISOString())
  vendor.sent.length = 0
})

async function connect(more: object = {}) {
  const settings = {
    accessKeyId: vendor.accessKeyId,
    accessKeySecret: vendor.secret,
    signName: '茶屿',
    replyTemplate: 'SMS_REPLY',
    endpoint: vendor.url,
    ...more,
  }
  const saved = await app.as(admin).put(`/channels/${channel}/connection`, { settings })
  expect(saved.status, saved.text).toBe(200)
}
const turnOn = (more: object = {}) =>
  app.as(admin).put<Senders>('/notice-senders/sms', { mostADay: 10, on: true, ...more })
const own = async (as: MadeStaff) => (await app.as(as).get<NoticePreferences>('/me/notices')).body
const later = async (seconds: number) => {
  app.setNow(new Date(app.services.now().getTime() + seconds * 1000).toISOString())
  await app.sweep()
}
const toldIn = async (id: string) =>
  (await app.as(silent).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries.filter((e) =>
    /^alarm_(un)?told$/.test(e.fact),
  )
const deliveries = async (state: string) =>
  (
    await app.as(admin).get<z.infer<typeof DeliveryList>>(`/notice-deliveries?state=${state}`)
  ).body.deliveries.filter((d) => d.means === 'sms')
const failed = () => deliveries('failed')

test('nothing is offered before an administrator turned it on and the channel has a template for staff', async () => {
  await connect()
  expect((await own(manager)).available).not.toContain('sms')
  expect((await turnOn()).body.sms).toMatchObject({ set: true, on: true, channel: '' })
  const test = () => app.as(admin).post<TestResult>('/notice-senders/sms/test')
  expect((await test()).body).toMatchObject({ ok: false, fault: 'smsNoChannel' })
  await connect({ staffTemplate: 'SMS_UNKNOWN' })
  expect((await test()).body).toMatchObject({ ok: false, fault: 'smsRefused' })
  await connect({ staffTemplate: 'SMS_STAFF' })
  expect((await test()).body).toEqual({ ok: true, fault: '', data: {} })
  expect((await turnOn()).body.sms.channel).toBe('品牌短信')
  expect(await own(manager)).toMatchObject({
    available: expect.arrayContaining(['sms']),
    phone: '139****0001',
  })
  expect((await own(silent)).phone).toBe('')
})

test('a P1 is texted to whoever has a number, and the timeline says who was told', async () => {
  const { id } = await tell(app, shop, GLASS)
  await app.sweep()
  expect(vendor.sent.map((s) => [s.PhoneNumbers, s.TemplateCode])).toEqual([['13900000001', 'SMS_STAFF']])
  const { text, number: said } = vendor.sent[0]!.params
  expect(said).toMatch(/^HY-\d+$/)
  expect(text).toContain('紧急情况')
  expect(text).not.toMatch(/[【】]|玻璃/)
  expect([...text!].length).toBeLessThanOrEqual(35)
  const [told] = await toldIn(id)
  expect(told).toMatchObject({ fact: 'alarm_told', data: { by: { sms: ['王店长'] } } })
})

test('anything else is texted only to whoever wants that, on duty', async () => {
  await tell(app, shop, '奶茶太甜了')
  await app.sweep()
  expect(vendor.sent).toEqual([])
  const results = await app.as(manager).post<OwnTest>('/me/notices/test')
  expect(results.body.results).toContainEqual(expect.objectContaining({ means: 'sms', ok: true }))
  const none = await app.as(silent).post<OwnTest>('/me/notices/test')
  expect(none.body.results).toContainEqual(expect.objectContaining({ means: 'sms', fault: 'noPhone' }))
})

test('one person gets no more than so many a day; the rest is told as not delivered', async () => {
  await turnOn({ mostADay: 1 })
  await tell(app, shop, `${GLASS}，真的`)
  await app.sweep()
  const { id } = await tell(app, shop, `${GLASS}，还有一杯也是`)
  await app.sweep()
  expect(vendor.sent.filter((s) => s.PhoneNumbers === '13900000001')).toHaveLength(1)
  expect(await failed()).toContainEqual(
    expect.objectContaining({ means: 'sms', to: '王店长', fault: 'dayFull', data: { most: 1 } }),
  )
  expect((await toldIn(id)).at(-1)).toMatchObject({ fact: 'alarm_untold', data: { missed: ['王店长'] } })
  await turnOn()
})

test('the brand’s allowance for staff ends by itself, and customers still get theirs', async () => {
  const shown = (await app.as(admin).get<z.infer<typeof Connection>>(`/channels/${channel}/connection`)).body
  expect(shown.fields.find((f) => f.key === 'staffDailyMost')).toMatchObject({
    sort: 'number',
    advanced: false,
  })
  for (const staffDailyMost of [0, 100_001]) {
    const refused = await app
      .as(admin)
      .put(`/channels/${channel}/connection`, { settings: { staffDailyMost } })
    expect(refused.problem).toMatchObject({ status: 422, field: 'staffDailyMost' })
  }
  await connect({ staffTemplate: 'SMS_STAFF', staffDailyMost: 1 })
  const results = () => app.as(manager).post<OwnTest>('/me/notices/test')
  expect((await results()).body.results).toContainEqual(expect.objectContaining({ means: 'sms', ok: true }))
  expect((await results()).body.results).toContainEqual(
    expect.objectContaining({ means: 'sms', fault: 'smsDayFull' }),
  )
})

test('a vendor that falls silent after it took the message is asked, so that nobody is texted twice', async () => {
  await connect({ staffTemplate: 'SMS_STAFF', timeoutMs: 500 })
  vendor.next.push('silent')
  await tell(app, shop, `${GLASS}！`)
  await app.sweep()
  await connect({ staffTemplate: 'SMS_STAFF', timeoutMs: 8000 })
  await later(5)
  expect(vendor.sent).toHaveLength(1)
})

test('a text that the vendor turns out to have from a try of which nothing is known is not sent again', async () => {
  vendor.next.push({ status: 503 })
  await tell(app, shop, `${GLASS}？`)
  await app.sweep()
  const waiting = await deliveries('queued')
  expect([vendor.sent.length, waiting.length]).toEqual([0, 1])
  vendor.sent.push({
    PhoneNumbers: '13900000001',
    OutId: waiting[0]!.id,
    SignName: '茶屿',
    TemplateCode: 'SMS_STAFF',
    BizId: '1^0',
    params: {},
  })
  await later(6)
  expect(vendor.sent).toHaveLength(1)
  expect(await deliveries('sent')).toContainEqual(expect.objectContaining({ id: waiting[0]!.id }))
})

test('what customers were sent never keeps a text from the staff', async () => {
  await connect({ staffTemplate: 'SMS_STAFF', dailyMost: 10 })
  const day = new Date(Math.floor(app.services.now().getTime() / 86_400_000) * 86_400_000)
  await app.services.db.inBrand(admin.brandId, (tx) =>
    tx
      .updateTable('channels.quota')
      .set({ used: 10, starts_at: day })
      .where('name', '=', 'day')
      .executeTakeFirstOrThrow(),
  )
  await tell(app, shop, `${GLASS}。`)
  await app.sweep()
  expect(vendor.sent.map((s) => s.PhoneNumbers)).toContain('13900000001')
})
