import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Connection } from '#contracts/channels/connect'
import type { Room } from '#contracts/incidents'
import type { DeliveryList } from '#contracts/notify'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { aliyunSms } from './simulators/sms-aliyun.ts'
import { openWecom } from './simulators/wecom.ts'

/** A stop-sale finds the people of a shop wherever they are: no open console, no shift and no quiet hours stand before it. */
const NOON = '2026-03-02T12:00:00+08:00'
const MIN = 60_000
const PHONES = { wang: '13900000001', li: '13900000002', zhao: '13900000003' }
let app: TestApp
let vendor: Awaited<ReturnType<typeof aliyunSms>>
let wecom: Awaited<ReturnType<typeof openWecom>>
let west: MadeShop
let lake: MadeShop
let quality: MadeStaff
let people: Record<keyof typeof PHONES, MadeStaff>

beforeAll(async () => {
  app = await startApp({ now: NOON, origin: 'https://echo.example.com' })
  vendor = await aliyunSms()
  vendor.templates.SMS_STAFF = 1
  const users = { key: 'k1', corpId: 'ww1', secret: 's', agentId: 1, users: [] }
  wecom = await openWecom(users, () => app.services.now())
  west = await app.make.shop({ name: '西湖店' })
  lake = await app.make.shop({ name: '湖滨店' })
  const admin = await app.make.staff({ role: 'admin' })
  quality = await app.make.staff({ role: 'quality', name: '品控·林', onDuty: true })
  people = {
    wang: await app.make.staff({ role: 'shop_manager', shop: west, onDuty: false, phone: PHONES.wang }),
    li: await app.make.staff({ role: 'shop_staff', shop: west, onDuty: true, phone: PHONES.li }),
    zhao: await app.make.staff({ role: 'shop_manager', shop: lake, onDuty: true, phone: PHONES.zhao }),
  }
  // Off duty and quiet, with everything switched off but what can't be.
  for (const one of Object.values(people))
    await app.as(one).put('/me/notices', { means: { tasks: [], late: [], alarm: [] }, quiet: true })
  await texted(admin)
  for (const [name, shop] of Object.entries({ 西湖群: west, 湖滨群: lake }))
    await app.as(admin).post('/robots', {
      kind: 'wecom',
      address: wecom.robotAddress,
      name,
      shopId: shop.id,
      groups: ['alarm'],
    })
})
afterAll(async () => {
  await Promise.all([vendor.close(), wecom.close()])
  await app.close()
})

async function texted(admin: MadeStaff) {
  const made = await app
    .as(admin)
    .post<z.infer<typeof Connection>>('/channels', { kind: 'sms', name: '品牌短信' })
  const settings = {
    accessKeyId: vendor.accessKeyId,
    accessKeySecret: vendor.secret,
    signName: '茶屿',
    replyTemplate: 'SMS_STAFF',
    staffTemplate: 'SMS_STAFF',
    endpoint: vendor.url,
  }
  const saved = await app.as(admin).put(`/channels/${made.body.id}/connection`, { settings })
  expect(saved.status, saved.text).toBe(200)
  await app.as(admin).put('/notice-senders/sms', { mostADay: 50, on: true })
  channel = made.body.id
}
let channel: string
async function phoned(boss: MadeStaff, voiceDailyMost: number) {
  const settings = {
    accessKeyId: vendor.accessKeyId,
    accessKeySecret: vendor.secret,
    signName: '茶屿',
    replyTemplate: 'SMS_STAFF',
    staffTemplate: 'SMS_STAFF',
    endpoint: vendor.url,
    voiceTemplate: 'TTS_1',
    voiceEndpoint: vendor.url,
    voiceDailyMost,
  }
  const saved = await app.as(boss).put(`/channels/${channel}/connection`, { settings })
  expect(saved.status, saved.text).toBe(200)
  await app.as(boss).put('/notice-senders/call', { mostADay: 40, on: true })
}

/** What came on phones and in groups since the last time. */
async function heard(minutes = 0) {
  app.setNow(new Date(app.services.now().getTime() + minutes * MIN).toISOString())
  await app.sweep()
  const texts = vendor.sent.splice(0).map((s) => [s.PhoneNumbers, JSON.stringify(s.params)] as const)
  const groups = wecom.said.splice(0).map((s) => s.content)
  return {
    phones: (words: string) =>
      texts
        .filter(([, text]) => text.includes(words))
        .map(([phone]) => phone)
        .toSorted(),
    groups: groups.filter((text) => text.includes('B-0301')).toSorted(),
  }
}

async function opened(source: 'hand' | 'drill') {
  const tap = { source, plan: 'foreign_object', title: '红豆包里有金属丝', shopIds: [west.id, lake.id] }
  const room = await app.as(quality).post<Room>('/incidents', tap)
  expect(room.status, room.text).toBe(201)
  await heard()
  rooms.push(room.body.id)
  return room.body.id
}
const rooms: string[] = []
/** Whoever is called into a room has come, so that no room calls any more. */
async function allCome() {
  for (const id of rooms)
    for (const by of [quality, ...Object.values(people)])
      await app.as(by).put(`/incidents/${id}/answer`, { answer: 'acknowledged' })
}
async function sealed(id: string) {
  const order = {
    ingredient: '红豆',
    batchCode: 'B-0301',
    shopIds: [west.id, lake.id],
    instruction: '整箱下架，贴封条',
  }
  const room = await app.as(quality).post<Room>(`/incidents/${id}/seals`, order)
  expect(room.status, room.text).toBe(201)
  return room.body.seals[0]!.id
}
const none = (sealId: string, shop: MadeShop, by: MadeStaff) =>
  app.as(by).post(`/seals/${sealId}/shops/${shop.id}/acknowledgements`, { state: 'none_here' })

test('a stop-sale is texted to everybody who answers for the shop, off duty or not, and said in the shop’s group', async () => {
  const id = await opened('hand')
  const sealId = await sealed(id)
  const first = await heard()
  expect(first.phones('红豆 · B-0301')).toEqual([PHONES.wang, PHONES.li, PHONES.zhao])
  expect(first.groups).toHaveLength(2)
  const [own] = first.groups.filter((text) => text.includes('西湖店'))
  expect(own).toContain('红豆 · B-0301')
  expect(own).toContain('马上停止销售')
  expect(own).toContain('https://echo.example.com/seals')
  expect(own).not.toContain('湖滨店')

  await none(sealId, lake, people.zhao)
  const chased = await heard(10)
  expect(chased.phones('B-0301')).toEqual([PHONES.wang, PHONES.li])
  expect(chased.groups).toEqual([expect.stringContaining('第 2 次')])
  expect(chased.groups[0]).toContain('西湖店')

  await none(sealId, west, people.li)
  const after = await heard(10)
  expect([after.phones('B-0301'), after.groups]).toEqual([[], []])
})

test('what still waits to be sent is withdrawn once the shop has answered', async () => {
  const id = await opened('hand')
  const sealId = await sealed(id)
  await none(sealId, west, people.li)
  const { phones, groups } = await heard()
  expect(phones('B-0301')).toEqual([PHONES.zhao])
  expect(groups).toHaveLength(1)
  const admin = await app.make.staff({ role: 'admin' })
  const dropped = await app.as(admin).get<z.infer<typeof DeliveryList>>('/notice-deliveries?state=dropped')
  expect(dropped.body.deliveries.map((d) => [d.to, d.fault])).toContainEqual(['西湖群', 'taken'])
  await none(sealId, lake, people.zhao)
})

test('a drill stays in the house: no text message, no group', async () => {
  const id = await opened('drill')
  await sealed(id)
  for (const minutes of [0, 10]) {
    const { phones, groups } = await heard(minutes)
    expect([phones('封存'), groups]).toEqual([[], []])
  }
})

test('a stop-sale rings once and leaves half of every day to other calls; what is beyond its half is shown as not delivered', async () => {
  app.setNow(new Date(app.services.now().getTime() + 2 * 1440 * MIN).toISOString())
  const boss = await app.make.staff({ role: 'admin' })
  for (const n of [4, 5, 6])
    await app.make.staff({ role: 'shop_staff', shop: lake, onDuty: true, phone: `1390000000${n}` })
  const id = await opened('hand')
  await heard(20)
  await allCome()
  await phoned(boss, 8)
  const stopped = () => vendor.called.filter((c) => c.params.what?.includes('停')).length
  const failed = async (means: string) => {
    const all = await app.as(boss).get<z.infer<typeof DeliveryList>>('/notice-deliveries?state=failed')
    return all.body.deliveries.filter((d) => d.means === means && d.fault === 'stopSaleShare').length
  }
  const sealId = await sealed(id)
  expect((await heard()).phones('B-0301')).toHaveLength(6)
  await heard(2)
  expect([stopped(), await failed('call')]).toEqual([4, 2])

  await app.as(boss).put('/notice-senders/sms', { mostADay: 2, on: true })
  expect((await heard(10)).phones('B-0301')).toEqual([])
  await heard(2)
  expect([stopped(), await failed('sms')]).toEqual([4, 6])
  await none(sealId, west, people.li)
  await none(sealId, lake, people.zhao)
  await opened('hand')
  await heard(2)
  const toRooms = vendor.called.filter((c) => c.params.what?.startsWith('应急呼叫'))
  expect(toRooms.length).toBeGreaterThan(0)
}, 60_000)
