import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Connection } from '#contracts/channels/connect'
import type { Room } from '#contracts/incidents'
import type { DeliveryList, NoticePreferences, Senders, TestResult } from '#contracts/notify'
import type { EntryPage } from '#contracts/tickets'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'
import { aliyunSms } from '../../test/simulators/sms-aliyun.ts'
import { tencentSms } from '../../test/simulators/sms-tencent.ts'

const NOON = '2026-03-02T12:00:00+08:00'
const GLASS = '奶茶里喝出玻璃渣，嘴都划破了'
/** The shop's manager is called once, whoever holds the ticket with every round. */
const WANG = '13900000001'
const LI = '13900000002'
let app: TestApp
let shop: MadeShop
let admin: MadeStaff
let manager: MadeStaff
let quality: MadeStaff
let aliyun: Awaited<ReturnType<typeof aliyunSms>>
let tencent: Awaited<ReturnType<typeof tencentSms>>
let channel: string

beforeAll(async () => {
  app = await startApp({ now: NOON, origin: 'https://echo.example.com' })
  ;[aliyun, tencent] = await Promise.all([aliyunSms(), tencentSms()])
  shop = await app.make.shop({ name: '西湖店' })
  admin = await app.make.staff({ role: 'admin', phone: '13900000009' })
  manager = await app.make.staff({ role: 'shop_manager', shop, name: '王店长', phone: WANG })
  quality = await app.make.staff({ role: 'quality', name: '李品控', onDuty: true, phone: LI })
  const made = await app
    .as(admin)
    .post<z.infer<typeof Connection>>('/channels', { kind: 'sms', name: '品牌短信' })
  channel = made.body.id
})
afterAll(async () => {
  await Promise.all([aliyun.close(), tencent.close()])
  await app.close()
})
beforeEach(async () => {
  app.setNow(new Date(app.services.now().getTime() + 2 * 86_400_000).toISOString())
  aliyun.called.length = 0
  tencent.called.length = 0
  aliyun.next.length = 0
})

const VOICE = { voiceTemplate: 'TTS_1', voiceNumber: '05710001' }
/** For a vendor that says nothing: with the others even a busy machine is to have its time. */
const IMPATIENT = { timeoutMs: 500 }
async function connect(more: object = VOICE) {
  const settings = {
    vendor: 'aliyun',
    accessKeyId: aliyun.accessKeyId,
    accessKeySecret: aliyun.secret,
    signName: '茶屿',
    replyTemplate: 'SMS_REPLY',
    endpoint: aliyun.url,
    voiceEndpoint: aliyun.url,
    timeoutMs: 8000,
    ...more,
  }
  const saved = await app.as(admin).put(`/channels/${channel}/connection`, { settings })
  expect(saved.status, saved.text).toBe(200)
}
const turnOn = (mostADay = 10) => app.as(admin).put<Senders>('/notice-senders/call', { mostADay, on: true })
const tryOut = async () => (await app.as(admin).post<TestResult>('/notice-senders/call/test')).body
const own = async (as: MadeStaff) => (await app.as(as).get<NoticePreferences>('/me/notices')).body
const later = async (seconds: number) => {
  app.setNow(new Date(app.services.now().getTime() + seconds * 1000).toISOString())
  await app.sweep()
}
const rung = (phone = LI) => aliyun.called.filter((c) => c.CalledNumber === phone)
const take = (id: string) => app.as(manager).put(`/tickets/${id}/alarm`, {})
const toldIn = async (id: string) =>
  (await app.as(quality).get<z.infer<typeof EntryPage>>(`/tickets/${id}/entries`)).body.entries.filter((e) =>
    /^alarm_(un)?told$/.test(e.fact),
  )
const calls = async (state: string) =>
  (
    await app.as(admin).get<z.infer<typeof DeliveryList>>(`/notice-deliveries?state=${state}`)
  ).body.deliveries.filter((d) => d.means === 'call')

test('nothing is offered before the channel has a voice template; then whoever tries it out is called', async () => {
  await connect({})
  expect((await turnOn()).body.call).toMatchObject({ set: true, on: true, channel: '' })
  expect((await own(manager)).available).not.toContain('call')
  expect(await tryOut()).toMatchObject({ ok: false, fault: 'callNoChannel' })
  await connect()
  expect((await own(manager)).available).toContain('call')
  expect(await tryOut()).toEqual({ ok: true, fault: '', data: {} })
  expect(aliyun.called).toEqual([
    {
      CalledNumber: '13900000009',
      CalledShowNumber: '05710001',
      TtsCode: 'TTS_1',
      PlayTimes: '2',
      OutId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      params: { brand: expect.any(String), what: '这是一次试拨', shop: '全品牌' },
    },
  ])
  const shown = (await app.as(admin).get<Senders>('/notice-senders')).body.call
  expect(shown).toMatchObject({ channel: '品牌短信', health: { state: 'ok' } })
})

test('an alarm that somebody takes within a minute rings nobody', async () => {
  const { id } = await tell(app, shop, GLASS)
  await app.sweep()
  await later(30)
  await take(id)
  await later(31)
  await later(900)
  expect(aliyun.called).toEqual([])
  expect(await calls('dropped')).toContainEqual(expect.objectContaining({ to: '王店长', fault: 'taken' }))
})

test('after a minute it rings, once a round, until somebody takes it; it says what and where, and nothing of the customer', async () => {
  const { id } = await tell(app, shop, `${GLASS}，我电话 13812345678`)
  await app.sweep()
  expect(aliyun.called).toEqual([])
  await later(61)
  expect(rung()).toHaveLength(1)
  expect(rung(WANG)).toHaveLength(1)
  const { params } = rung()[0]!
  expect(params.what).toMatch(/^紧急：/)
  expect(params.shop).toBe('西湖店')
  expect(JSON.stringify(params)).not.toMatch(/玻璃|138/)
  await later(1)
  const byPhone = (await toldIn(id)).flatMap((e) => (e.data as { by: { call?: string[] } }).by.call ?? [])
  expect(byPhone.toSorted()).toEqual(['李品控', '王店长'])
  await later(60)
  expect(rung()).toHaveLength(2)
  expect(rung(WANG)).toHaveLength(1)
  await take(id)
  for (let i = 0; i < 3; i++) await later(901)
  expect(rung()).toHaveLength(2)
})

test('two alarms at once ring one after the other', async () => {
  const one = await tell(app, shop, GLASS)
  const two = await tell(app, shop, `${GLASS}，另一杯也有`)
  await app.sweep()
  await later(61)
  expect(rung()).toHaveLength(1)
  await later(70)
  expect(rung().length).toBeGreaterThan(1)
  await Promise.all([take(one.id), take(two.id)])
  await app.sweep()
})

test('nobody can switch it off for alarms, and nothing else rings', async () => {
  const wishes = { means: { alarm: [], assigned: ['wecom'] }, quiet: true }
  expect((await app.as(manager).put('/me/notices', wishes)).status).toBe(200)
  const greedy = { means: { assigned: ['call'] } }
  expect((await app.as(manager).put('/me/notices', greedy)).status).toBe(400)
  const { id } = await tell(app, shop, '奶茶太甜了')
  await app.as(admin).put(`/tickets/${id}/assignment`, { assigneeId: manager.id })
  await app.sweep()
  await later(61)
  expect(aliyun.called).toEqual([])
  const alarm = await tell(app, shop, GLASS)
  await app.sweep()
  await later(61)
  expect(rung()).toHaveLength(1)
  await take(alarm.id)
})

test('one person is called so often a day and no more; it is shown as not delivered', async () => {
  await turnOn(1)
  const { id } = await tell(app, shop, GLASS)
  await app.sweep()
  await later(61)
  await later(61)
  await later(61)
  expect(rung()).toHaveLength(1)
  expect(await calls('failed')).toContainEqual(
    expect.objectContaining({ to: '李品控', fault: 'callDayFull', data: { most: 1 } }),
  )
  await take(id)
  await turnOn()
})

test('what the vendor refuses is said where it is set up; silence is not followed by a second ring', async () => {
  aliyun.next.push({ code: 'isv.TTS_TEMPLATE_ILLEGAL' })
  expect(await tryOut()).toMatchObject({ ok: false, fault: 'callTemplate' })
  const { call } = (await app.as(admin).get<Senders>('/notice-senders')).body
  expect(call.health).toMatchObject({ state: 'fault', code: 'callTemplate' })
  await connect({ ...VOICE, accessKeySecret: 'wrong' })
  expect(await tryOut()).toMatchObject({ ok: false, fault: 'callKey' })
  await connect({ ...VOICE, ...IMPATIENT })
  const { id } = await tell(app, shop, GLASS)
  await app.sweep()
  aliyun.next.push('silent')
  await later(61)
  await connect()
  expect(rung()).toHaveLength(1)
  await later(10)
  expect(rung()).toHaveLength(1)
  expect(await calls('failed')).toContainEqual(expect.objectContaining({ fault: 'callUnsure' }))
  await take(id)
})

test('nothing is asked of the cloud’s own addresses, whether they are entered now or were stored before', async () => {
  const inner = 'http://169.254.169.254'
  for (const field of ['endpoint', 'voiceEndpoint']) {
    const settings = { accessKeySecret: aliyun.secret, [field]: inner }
    const refused = await app.as(admin).put(`/channels/${channel}/connection`, { settings })
    expect(refused.problem).toMatchObject({ status: 422, field })
  }
  await app.as(admin).put('/notice-senders/sms', { on: true })
  const place = async (field: string, url: string) =>
    app.services.db.inBrand(admin.brandId, (tx) =>
      sql`update channels.channel set settings = jsonb_set(settings, array[${field}], to_jsonb(${url}::text)) where id = ${channel}::uuid`.execute(
        tx,
      ),
    )
  await connect({ ...VOICE, staffTemplate: 'SMS_STAFF' })
  await place('endpoint', inner)
  await place('voiceEndpoint', inner)
  const texted = (await app.as(admin).post<TestResult>('/notice-senders/sms/test')).body
  expect([texted.fault, (await tryOut()).fault]).toEqual(['refusedAddress', 'refusedAddress'])
  await app.as(admin).put('/notice-senders/sms', { on: false })
  await connect()
})

test('what rang nobody uses up nothing of the day; what may have rung does', async () => {
  await connect({ ...VOICE, voiceDailyMost: 1 })
  aliyun.next.push({ status: 503 })
  expect(await tryOut()).toMatchObject({ ok: false, fault: 'broken' })
  await connect({ ...VOICE, ...IMPATIENT, voiceDailyMost: 1 })
  aliyun.next.push('silent')
  expect(await tryOut()).toMatchObject({ ok: false, fault: 'callUnsure' })
  expect(await tryOut()).toMatchObject({ ok: false, fault: 'callAllowance' })
  await connect({ ...VOICE, voiceDailyMost: 100 })
})

test('a room calls by telephone whoever does not answer; a drill rings nobody', async () => {
  const open = async (source: string) => {
    const body = { source, plan: 'foreign_object', title: '奶茶里有玻璃', shopIds: [shop.id] }
    const room = await app.as(quality).post<Room>('/incidents', body)
    expect(room.status, room.text).toBe(201)
    await app.sweep()
    return room.body.id
  }
  await open('drill')
  for (let i = 0; i < 4; i++) await later(61)
  expect(aliyun.called).toEqual([])
  const id = await open('hand')
  expect(aliyun.called).toEqual([])
  for (let i = 0; i < 4; i++) await later(61)
  await comeTo(id)
  const [first] = aliyun.called
  expect(first!.params).toMatchObject({ what: expect.stringMatching(/^应急呼叫：/), shop: '西湖店' })
  expect(JSON.stringify(aliyun.called)).not.toContain('玻璃')
})

/** Everybody who is called into a room answers. */
async function comeTo(id: string) {
  for (const by of [manager, quality, admin])
    await app.as(by).put(`/incidents/${id}/answer`, { answer: 'acknowledged' })
}

const about = (what: RegExp) => aliyun.called.filter((c) => what.test(c.params.what ?? '')).length
const times = async (n: number, seconds: number) => {
  for (let i = 0; i < n; i++) await later(seconds)
}
test('a room that goes on calling leaves two fifths of a day’s calls to others; an alarm uses all that is left', async () => {
  await connect({ ...VOICE, voiceDailyMost: 5 })
  const body = { source: 'hand', plan: 'foreign_object', title: '奶茶里有铁钉', shopIds: [shop.id] }
  const { id: room } = (await app.as(quality).post<Room>('/incidents', body)).body
  await times(4, 301)
  expect(about(/^应急呼叫/)).toBe(3)
  expect(await calls('failed')).toContainEqual(expect.objectContaining({ fault: 'dayKept' }))
  await comeTo(room)
  const { id } = await tell(app, shop, GLASS)
  await app.sweep()
  await times(4, 61)
  expect(about(/^紧急/)).toBe(2)
  expect(await calls('failed')).toContainEqual(expect.objectContaining({ fault: 'callAllowance' }))
  await take(id)
})

test('the same by Tencent Cloud, which has its own application and numbers its variables', async () => {
  const keys = { accessKeyId: tencent.secretId, accessKeySecret: tencent.secretKey, appId: '1400000000' }
  const at = { endpoint: tencent.url, voiceEndpoint: tencent.url }
  const settings = { vendor: 'tencent', signName: '茶屿', replyTemplate: '1', ...keys, ...at }
  const put = (more: object) =>
    app.as(admin).put(`/channels/${channel}/connection`, { settings: { ...settings, ...more } })
  expect((await put({ voiceTemplate: '70002' })).status).toBe(422)
  const voice = { voiceTemplate: '70002', voiceAppId: '1410000000', voiceNumber: '' }
  expect((await put(voice)).status).toBe(200)
  expect(await tryOut()).toMatchObject({ ok: true })
  expect(tencent.called).toEqual([
    {
      TemplateId: '70002',
      CalledNumber: '+8613900000009',
      VoiceSdkAppid: '1410000000',
      TemplateParamSet: [expect.any(String), '这是一次试拨', '全品牌'],
      PlayTimes: 2,
      SessionContext: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  ])
  tencent.next.push({ error: 'FailedOperation.InsufficientBalance' })
  expect(await tryOut()).toMatchObject({ ok: false, fault: 'callBalance' })
})
