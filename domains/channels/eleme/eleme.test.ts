import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlatformCase } from '#contracts/tickets/platform-case'
import { startApp, type TestApp } from '#test/app'
import { type Connected, connectChannel, saidIn, sentIn } from '#test/connected'
import type { MadeShop, MadeStaff } from '#test/make'
import { type ElemePlatform, elemePush, openEleme } from '../../../test/simulators/eleme.ts'

const NOW = '2026-03-02T12:00:00+08:00'
const VECTORS = join(import.meta.dirname, '..', '..', '..', 'test', 'vectors', 'eleme-sign.json')
const JSON_TYPE = { 'content-type': 'application/json' }

let app: TestApp
let platform: ElemePlatform
let shop: MadeShop
let agent: MadeStaff
let lead: MadeStaff
let channel: Connected

beforeAll(async () => {
  app = await startApp({ now: NOW })
  platform = await openEleme()
  shop = await app.make.shop()
  agent = await app.make.staff({ role: 'agent' })
  lead = await app.make.staff({ role: 'lead' })
  const people = { admin: await app.make.staff({ role: 'admin' }), agent }
  const settings = { ...platform.settings, shops: [`${platform.shop}=${shop.code}`] }
  channel = await connectChannel(app, people, 'eleme', settings)
  await app.sweep()
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

function pushed(type: number, message: object) {
  const timestampMs = app.services.now().getTime()
  return channel.push('', elemePush(platform.secret, { type, message, timestampMs }), JSON_TYPE)
}

test('the push vector with its number beyond 2^53 is taken and answered exactly', async () => {
  const { push } = JSON.parse(readFileSync(VECTORS, 'utf8'))
  await channel.save({ secret: push.secret })
  app.setNow('2017-03-06T04:28:56Z')
  const res = await channel.push('', push.rawBody, JSON_TYPE)
  expect([res.statusCode, JSON.parse(res.body)]).toEqual([200, push.expectedResponse])
  app.setNow(NOW)
  await channel.save({ secret: platform.secret })
})

test('every type of the list finds its place: a voice of the customer opens a ticket, the rest is kept', async () => {
  const kept = [
    10, 12, 14, 15, 17, 18, 21, 22, 23, 25, 26, 31, 33, 46, 51, 56, 57, 60, 71, 76, 91, 93, 100, 105,
  ]
  for (const type of kept) await pushed(type, { orderId: `9${type}`, state: 'valid', shopId: 720032 })
  for (const type of [20, 24, 30, 34, 45])
    await pushed(type, { orderId: `8${type}`, reason: '等太久了', remindId: '5', shopId: 720032 })
  await app.sweep()
  expect(await channel.strays()).toEqual([])
  expect((await channel.tickets()).flatMap(saidIn).toSorted()).toEqual([
    '顾客催单',
    '顾客向平台申请仲裁：等太久了',
    '顾客向平台申请仲裁：等太久了',
    '顾客申请取消订单：等太久了',
    '顾客申请退款：等太久了',
  ])
})

test('a push that was missed is fetched, and confirmed only when it has been stored; a known one is no second', async () => {
  const message = JSON.stringify({ orderId: '830', reason: '等太久了', remindId: '5', shopId: 720032 })
  const lost = JSON.stringify({ orderId: '1200897812792015983', reason: '撒了', shopId: 720032 })
  platform.missed.push({ msgId: 'm1', type: 30, shopId: platform.shop, message })
  platform.missed.push({ msgId: 'm2', type: 30, shopId: platform.shop, message: lost })
  app.setNow('2026-03-02T12:11:00+08:00')
  await app.sweep()
  expect(platform.confirmed).toEqual(['m1', 'm2'])
  expect(await channel.count('顾客申请退款：等太久了')).toBe(1)
  const [ticket] = await channel.tickets('顾客申请退款：撒了')
  expect(ticket).toMatchObject({ orderNumber: '1200897812792015983', shop: { id: shop.id } })
})

test('a refund is refused and a cancellation agreed to from the ticket; an answer that gets lost is looked up, not repeated', async () => {
  await pushed(30, { orderId: '5001', reason: '少了一杯', totalPrice: 18.5, shopId: 720032 })
  await pushed(20, { orderId: '5002', reason: '点错了', shopId: 720032 })
  await app.sweep()
  const decide = async (text: string, body: object) => {
    const { id } = (await channel.tickets(text))[0]!
    const sent = await app.as(lead).put<PlatformCase>(`/tickets/${id}/platform-case/decision`, body)
    await app.sweep()
    return sent
  }
  const caseOf = async (text: string) => {
    const { id } = (await channel.tickets(text))[0]!
    return (await app.as(lead).get<{ case: PlatformCase }>(`/tickets/${id}/platform-case`)).body.case
  }
  const [refund, cancel] = ['顾客申请退款：少了一杯', '顾客申请取消订单：点错了']
  expect(await caseOf(refund)).toMatchObject({
    kind: 'eleme',
    id: '5001',
    phase: 'refund_asked',
    refundMinor: 1850,
    answerBy: '2026-03-03T04:11:00.000Z',
    can: ['approve_refund', 'reject_refund'],
  })
  expect((await decide(refund, { deed: 'reject_refund' })).problem.code).toBe('platformCase.reasonMissing')
  expect((await decide(refund, { deed: 'reject_refund', reason: '监控里是两杯' })).status).toBe(200)
  platform.fail('lostAnswer')
  expect((await decide(cancel, { deed: 'approve_refund' })).status).toBe(200)
  expect(platform.decisions).toEqual([
    { action: 'eleme.order.disagreeRefundLite', orderId: '5001', reason: '监控里是两杯' },
    { action: 'eleme.order.agreeRefundLite', orderId: '5002' },
  ])
  for (const [text, deed] of [
    [refund, 'reject_refund'],
    [cancel, 'approve_refund'],
  ] as const)
    expect(await caseOf(text)).toMatchObject({ can: [], answerBy: null, done: [{ deed, state: 'sent' }] })

  await pushed(32, { orderId: '5001', shopId: 720032 })
  await pushed(23, { orderId: '5002', shopId: 720032 })
  await pushed(34, { orderId: '5001', reason: '照片为证', shopId: 720032 })
  await pushed(35, { orderId: '5001', shopId: 720032 })
  await app.sweep()
  expect(await caseOf(refund)).toMatchObject({ phase: 'ruled_for', finished: true, can: [] })
  expect(await caseOf(cancel)).toMatchObject({ phase: 'agreed', finished: true })
  const told = (await channel.tickets(refund))[0]!.entries.map((e) => e.fact)
  expect(told).toContain('platform_ruled_for')
  expect(told).not.toContain('refund_rejected_elsewhere')
})

test('what waits at the platform without a push is found, once; what was pushed is no second', async () => {
  await pushed(30, { orderId: '6001', reason: '漏了', shopId: 720032 })
  await app.sweep()
  platform.waiting.refund.push('6001', '6002')
  platform.waiting.cancel.push('1200897812792015999')
  for (const at of ['12:40', '12:51', '13:02']) {
    app.setNow(`2026-03-02T${at}:00+08:00`)
    await app.sweep()
  }
  const found = (await channel.tickets()).filter((t) =>
    ['6001', '6002', '1200897812792015999'].includes(t.orderNumber),
  )
  expect(found.map((t) => [t.orderNumber, saidIn(t)]).toSorted()).toEqual([
    ['1200897812792015999', ['顾客申请取消订单：没有写原因']],
    ['6001', ['顾客申请退款：漏了']],
    ['6002', ['顾客申请退款：没有写原因']],
  ])
  expect(await channel.strays()).toEqual([])
})

test('an urge is answered once, in few words; longer ones go back to whoever wrote them', async () => {
  const ticket = async () => (await channel.tickets('顾客催单'))[0]
  const { id } = (await ticket())!
  await app.as(agent).post(`/tickets/${id}/replies`, { text: '非常抱歉让您久等了'.repeat(5) })
  await app.sweep()
  await app.as(agent).post(`/tickets/${id}/replies`, { text: '骑手五分钟后到' })
  await app.sweep()
  expect(platform.urgeReplies).toEqual([{ remindId: '5', type: 'custom', content: '骑手五分钟后到' }])
  expect(sentIn(await ticket()).map(([, state]) => state)).toEqual(['failed', 'sent'])
})

test('one token serves all calls until it ends', async () => {
  const before = platform.tokens
  app.setNow('2026-03-02T18:00:00+08:00')
  await app.sweep()
  expect(platform.tokens).toBe(before)
  app.setNow('2026-03-14T12:00:00+08:00')
  await app.sweep()
  expect(platform.tokens).toBe(before + 1)
})
