import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '#test/app'
import { type Connected, connectChannel, saidIn, sentIn } from '#test/connected'
import type { MadeShop, MadeStaff } from '#test/make'
import { directSigOf, meituanPush, openMeituan } from '../../../test/simulators/meituan.ts'

const NOW = '2026-03-02T12:00:00+08:00'
const VECTORS = join(import.meta.dirname, '..', '..', '..', 'test', 'vectors', 'meituan-sign.json')

let app: TestApp
let platform: Awaited<ReturnType<typeof openMeituan>>
let shop: MadeShop
let agent: MadeStaff
let channel: Connected

beforeAll(async () => {
  app = await startApp({ now: NOW })
  platform = await openMeituan()
  shop = await app.make.shop()
  agent = await app.make.staff({ role: 'agent' })
  const people = { admin: await app.make.staff({ role: 'admin' }), agent }
  const settings = { ...platform.settings, shops: [`${platform.shop}=${shop.code}`] }
  channel = await connectChannel(app, people, 'meituan', settings)
  await app.sweep()
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

const values = (more: Record<string, string>) => ({
  app_id: platform.appId,
  timestamp: String(Math.floor(app.services.now().getTime() / 1000)),
  app_poi_code: platform.shop,
  ...more,
})
function pushed(path: string, more: Record<string, string>, encoding: 'once' | 'twice' = 'once') {
  const { secret } = platform
  return channel.push(
    `/${path}`,
    meituanPush(`${channel.hookUrl}/${path}`, { secret, values: values(more), encoding }),
  )
}
const noted = () =>
  app.services.db.inBrand(shop.brandId, (tx) =>
    tx
      .selectFrom('channels.inbound_message')
      .select('external_id')
      .where('channel_id', '=', channel.id)
      .where('state', '=', 'noted')
      .execute(),
  )

test('the computed push vector is taken at the address that the platform knows', async () => {
  const { waimaiPush: v } = JSON.parse(readFileSync(VECTORS, 'utf8'))
  await channel.save({ secret: v.secret, pushBase: v.url.replace('/order-paid', '') })
  app.setNow('2023-11-14T22:13:25Z')
  const res = await channel.push('/order-paid', v.formBodyOneEncoding)
  expect([res.statusCode, res.body]).toEqual([200, '{"data":"ok"}'])
  app.setNow(NOW)
  await channel.save({ secret: platform.secret, pushBase: '' })
  await app.sweep()
  expect(await noted()).toHaveLength(1)
})

test('orders, deliveries and what the shop did to a refund are kept for the order file and open nothing', async () => {
  for (const path of [
    'order-paid',
    'order-confirmed',
    'order-done',
    'order-cancelled',
    'delivery',
    'privacy',
  ])
    expect((await pushed(path, { order_id: '11', status: '2', caution: '少冰' })).statusCode).toBe(200)
  await pushed('refund', { order_id: '11', notify_type: 'agree', reason: '' })
  await pushed('refund', { order_id: '11', notify_type: 'apply', apply_op_user_type: '2', reason: '缺货' })
  await app.sweep()
  expect(await noted()).toHaveLength(9)
  expect(await channel.tickets()).toEqual([])
})

test('a push by GET is the same as one by POST', async () => {
  const given = values({ order_id: '12', remind_id: '1' })
  const sig = directSigOf(`${channel.hookUrl}/urge`, given, platform.secret)
  const res = await channel.call(`/urge?${new URLSearchParams({ ...given, sig })}`)
  expect([res.statusCode, res.body]).toEqual([200, '{"data":"ok"}'])
  await pushed('urge', { order_id: '12', remind_id: '1' })
  await app.sweep()
  expect((await channel.tickets()).map(saidIn)).toEqual([['顾客催单']])
})

test('values that arrive encoded twice are read as the signature proves them; the setting can insist', async () => {
  const refund = { order_id: '13', notify_type: 'apply', refund_id: '9', money: '12.5' }
  expect((await pushed('refund', { ...refund, reason: '少了 100% 的珍珠' }, 'twice')).statusCode).toBe(200)
  await channel.save({ encoding: 'once' })
  expect((await pushed('refund', { ...refund, reason: '换一个理由' }, 'twice')).statusCode).toBe(403)
  await channel.save({ encoding: 'auto' })
  await app.sweep()
  const [ticket] = await channel.tickets('顾客申请退款：少了 100% 的珍珠')
  expect(ticket!.entries[0]!.data).toMatchObject({ about: { refund: '9', money: '12.5' } })
  expect(ticket).toMatchObject({ shop: { id: shop.id }, kind: 'complaint', orderNumber: '13' })
})

test('an order cannot be answered from here: whoever wrote it is told, and nothing was sent by itself', async () => {
  const [ticket] = await channel.tickets('顾客催单')
  await app.as(agent).post(`/tickets/${ticket!.id}/replies`, { text: '骑手马上到' })
  await app.sweep()
  expect(sentIn((await channel.tickets('顾客催单'))[0])).toEqual([['骑手马上到', 'failed']])
  expect((await channel.dead()).map((l) => l.problem)).toEqual(['notFromHere'])
})
