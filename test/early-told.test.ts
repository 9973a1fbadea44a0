import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { DeliveryList } from '#contracts/notify'
import type { TestApp } from '#test/app'
import { type EarlyWorld, MIN, NOON, openEarlyWorld } from '#test/early-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'
import { openWecom } from './simulators/wecom.ts'

/** An early warning shows how often it has called, whom by which means, and when it calls next. */
const WECOM = { key: 'k1', corpId: 'ww1', secret: 'app-secret-0001', agentId: 1000002, users: ['li', 'wang'] }
let world: EarlyWorld
let app: TestApp
let shop: MadeShop
let other: MadeShop
let quality: MadeStaff
let wecom: Awaited<ReturnType<typeof openWecom>>

beforeAll(async () => {
  world = await openEarlyWorld()
  ;({ app, shop, quality } = world)
  wecom = await openWecom(WECOM, () => app.services.now())
  other = await app.make.shop({ name: '湖滨店' })
  await world.openRedBean(shop, world.manager)
  await world.openRedBean(
    other,
    await app.make.staff({ role: 'shop_manager', shop: other, name: '湖滨店长' }),
  )
})
afterAll(async () => {
  await wecom.close()
  await app.close()
})

const after = async (minutes: number) => {
  world.at(app.services.now().getTime() + minutes * MIN)
  await app.sweep()
}
const called = async (by = quality) => (await world.alarms(by))[0]!.called
const at = (ms: number) => new Date(ms).toISOString()

test('where nothing is set up, it has called and reached nobody', async () => {
  for (const [n, where] of [shop, other, shop].entries())
    await tell(app, where, `红豆包里吃到一块塑料片，第 ${n} 口`)
  await app.sweep()
  expect(await called()).toEqual({
    times: 1,
    nextAt: at(NOON + 5 * MIN),
    waits: false,
    calls: [{ at: at(NOON), nth: 1, by: [], missed: { count: 0, names: [] }, over: false }],
  })
})

test('each call says whom it reached by which means; who has none is missed; what goes out later is put right', async () => {
  const admin = app.as(world.admin)
  await admin.put('/notice-senders/wecom', {
    corpId: WECOM.corpId,
    agentId: String(WECOM.agentId),
    secret: WECOM.secret,
    base: wecom.url,
  })
  const group = { kind: 'wecom', address: wecom.robotAddress, name: '品控群', groups: ['alarm'] }
  await admin.post('/robots', { ...group, mention: false })
  await app.as(quality).put('/me/notices', { means: {}, wecomUser: 'li' })
  const region = { role: 'region_manager', regionId: shop.regionId, name: '赵区域' } as const
  const manager = await app.make.staff(region)
  await after(5)
  const [second, first] = (await called()).calls
  expect(first).toMatchObject({ nth: 1, by: [] })
  expect(second).toMatchObject({
    at: at(NOON + 5 * MIN),
    nth: 2,
    by: [
      { means: 'robot', names: ['品控群'] },
      { means: 'wecom', names: [quality.name] },
    ],
    missed: { count: 1, names: [manager.name] },
  })

  await app.as(manager).put('/me/notices', { means: {}, wecomUser: 'wang' })
  wecom.state.broken = 100
  await after(10)
  const third = async () => (await called()).calls.find((call) => call.nth === 3)!
  expect((await third()).by).toEqual([])
  expect((await third()).missed.names).toEqual(expect.arrayContaining(['品控群', quality.name, manager.name]))
  wecom.state.broken = 0
  await after(1)
  expect((await third()).by.map((one) => [one.means, one.names.toSorted()])).toEqual([
    ['robot', ['品控群']],
    ['wecom', [quality.name, manager.name].toSorted()],
  ])
  expect((await third()).missed.names).not.toContain(quality.name)
})

test('a manager of one of its shops sees how many were called, not who of another shop', async () => {
  const { times, calls } = await called(world.manager)
  expect(times).toBe(3)
  expect(calls.flatMap((call) => call.by).map(({ count, names }) => [count, names])).toEqual([
    [1, []],
    [2, []],
    [1, []],
    [1, []],
  ])
})

test('what was given up and is sent again by hand is put right as well', async () => {
  const admin = app.as(world.admin)
  const gone = { kind: 'wecom', name: '值班群', groups: ['alarm'], mention: false }
  const address = wecom.robotAddress.replace('=k1', '=gone')
  const { body: made } = await admin.post<{ id: string }>('/robots', { ...gone, address })
  await after(20)
  const latest = async () => (await called()).calls[0]!
  expect((await latest()).missed.names).toContain('值班群')
  const { kind, ...saved } = gone
  await admin.put(`/robots/${made.id}`, { ...saved, address: wecom.robotAddress })
  const failed = await admin.get<z.infer<typeof DeliveryList>>('/notice-deliveries?state=failed')
  for (const { id } of failed.body.deliveries.filter((one) => one.to === '值班群'))
    expect((await admin.post(`/notice-deliveries/${id}/again`)).status).toBe(204)
  await after(1)
  const { by, missed } = await latest()
  expect(by.find((one) => one.means === 'robot')!.names.toSorted()).toEqual(['值班群', '品控群'].toSorted())
  expect(missed.names).not.toContain('值班群')
  await admin.delete(`/robots/${made.id}`)
})

test('once somebody has looked it calls no more, and what was still waiting says so', async () => {
  wecom.state.broken = 100
  await after(40)
  const { id } = (await world.alarms(quality))[0]!
  expect((await app.as(quality).put(`/alarms/${id}/seen`)).status).toBe(204)
  wecom.state.broken = 0
  await after(60)
  const { times, nextAt, calls } = await called()
  expect({ times, nextAt }).toEqual({ times: 5, nextAt: null })
  expect(calls[0]).toMatchObject({ nth: 5, by: [], missed: { count: 0 }, over: true })
})
