import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { DeliveryList } from '#contracts/notify'
import type { TestApp } from '#test/app'
import { type EarlyWorld, MIN, openEarlyWorld } from '#test/early-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { furnish } from '#test/order-world'
import { tell } from '#test/told'
import { openWecom } from './simulators/wecom.ts'

let world: EarlyWorld
let app: TestApp
let wecom: Awaited<ReturnType<typeof openWecom>>
let shop: MadeShop
let admin: MadeStaff
let quality: MadeStaff

beforeAll(async () => {
  world = await openEarlyWorld({
    admin: { phone: '13900000001' },
    manager: { phone: '13900000002' },
    quality: { phone: '13900000003' },
  })
  ;({ app, shop, admin, quality } = world)
  wecom = await openWecom({ key: 'k1', corpId: '', secret: '', agentId: 1, users: [] }, () =>
    app.services.now(),
  )
  await app.make.staff({ role: 'lead', phone: '13900000004' })
  await world.openRedBean(shop, world.manager)
  await openGroup(admin)
})
afterAll(async () => {
  await wecom.close()
  await app.close()
})

/** A shop of another brand sells what may do harm. */
async function openRedBean(where: MadeShop, by: MadeStaff, keeper: MadeStaff): Promise<void> {
  const cook = await app.make.staff({ role: 'kitchen', shop: where })
  await furnish(app, { shop: where, admin: by, manager: keeper, cook })
  await world.openRedBean(where, keeper)
}

const openGroup = (by: MadeStaff) =>
  app
    .as(by)
    .post('/robots', { kind: 'wecom', address: wecom.robotAddress, name: '品控群', groups: ['alarm'] })

/** What hears voices and calls people. */
const LANES = ['listen', 'alarm']
async function sweep(): Promise<void> {
  const sweeps = app.modules.flatMap((m) => m.sweeps ?? []).filter((s) => LANES.includes(s.lane ?? ''))
  for (let done = 1; done > 0; ) {
    done = 0
    for (const one of sweeps) done += await one.run(app.services)
  }
}

/** Three customers of one batch, which may do harm. */
async function threeVoices(where: MadeShop): Promise<void> {
  for (const n of [1, 2, 3]) await tell(app, where, `红豆包里吃到一块塑料片，第 ${n} 口`)
  await sweep()
}

const after = async (minutes: number) => {
  app.setNow(new Date(app.services.now().getTime() + minutes * MIN).toISOString())
  await sweep()
}
const early = () => wecom.said.filter((one) => one.content.includes('紧急预警'))
const theAlarm = async (by = quality) => (await world.alarms(by))[0]!

test('an urgent early warning calls again, ever more people, until somebody has looked', async () => {
  await threeVoices(shop)
  expect(early()).toHaveLength(1)
  expect(early()[0]!.mentioned_mobile_list.toSorted()).toEqual(['13900000002', '13900000003'])
  await after(4)
  expect(early()).toHaveLength(1)
  await after(1)
  expect(early()).toHaveLength(2)
  expect(early()[1]!.content).toContain('第 2 次通知')
  expect(early()[1]!.mentioned_mobile_list).toContain('13900000004')
  await after(10)
  expect(early()).toHaveLength(3)
  expect(early()[2]!.mentioned_mobile_list).toContain('13900000001')
  for (let hour = 0; hour < 2; hour++) await after(60)
  expect(early()).toHaveLength(5)

  wecom.state.broken = 100
  await after(60)
  expect(early()).toHaveLength(5)
  expect((await app.as(quality).put(`/alarms/${(await theAlarm()).id}/seen`)).status).toBe(204)
  wecom.state.broken = 0
  for (const minutes of [1, 60]) await after(minutes)
  expect(early()).toHaveLength(5)
  const dropped = await app.as(admin).get<z.infer<typeof DeliveryList>>('/notice-deliveries?state=dropped')
  expect(dropped.body.deliveries.map((d) => [d.to, d.fault])).toEqual([['品控群', 'taken']])
})

test('a warning of several shops calls again only managers who reach them all, and nobody while a room is at work on it', async () => {
  const other = await app.make.brand()
  const [east, west] = [
    await app.make.shop({ name: '城东店', brand: other }),
    await app.make.shop({ name: '城西店', brand: other }),
  ]
  const owner = await app.make.staff({ role: 'admin', brand: other, phone: '13900000005' })
  const keeper = await app.make.staff({ role: 'shop_manager', shop: east, phone: '13900000006' })
  const region = { role: 'region_manager', brand: other, regionId: other.regionId } as const
  await app.make.staff({ ...region, phone: '13900000007' })
  const care = await app.make.staff({ role: 'quality', brand: other, phone: '13900000008' })
  await openRedBean(east, owner, keeper)
  await openGroup(owner)
  const before = early().length
  const called = () =>
    early()
      .slice(before)
      .map((one) => one.mentioned_mobile_list.toSorted())
  await threeVoices(east)
  expect(called()).toEqual([['13900000006', '13900000007', '13900000008']])
  const warning = await theAlarm(care)
  const inBrand = app.services.db.inBrand
  await inBrand(other.id, (tx) =>
    tx
      .updateTable('insights.alarm')
      .set({ shop_ids: [east.id, west.id] })
      .where('id', '=', warning.id)
      .execute(),
  )
  await after(5)
  expect(called().slice(1)).toEqual([['13900000007', '13900000008']])

  const tap = { source: 'ticket', plan: 'foreign_object', ticketIds: [warning.tickets[0]!.id] }
  const opened = await app.as(care).post<{ id: string }>('/incidents', tap)
  expect(opened.status, opened.text).toBe(201)
  for (let hour = 0; hour < 3; hour++) await after(60)
  expect(called()).toHaveLength(2)
  expect((await theAlarm(care)).called).toMatchObject({ times: 2, waits: true })

  const closed_at = app.services.now()
  await inBrand(other.id, (tx) =>
    tx
      .updateTable('incidents.incident')
      .set({ status: 'closed', closed_at })
      .where('id', '=', opened.body.id)
      .execute(),
  )
  await after(60)
  expect(called()).toHaveLength(3)
  expect((await theAlarm(care)).called).toMatchObject({ times: 3, waits: false })
  expect((await app.as(care).put(`/alarms/${warning.id}/seen`)).status).toBe(204)
})

test('where nobody looks after quality, leads or manages, the administrators are called', async () => {
  const other = await app.make.brand()
  const place = await app.make.shop({ name: '湖滨店', brand: other })
  const owner = await app.make.staff({ role: 'admin', brand: other, phone: '13900000009' })
  const keeper = await app.make.staff({ role: 'shop_manager', shop: place })
  await openRedBean(place, owner, keeper)
  await app.as(owner).put(`/staff/${keeper.id}/lock`)
  await openGroup(owner)
  const before = early().length
  await threeVoices(place)
  expect(
    early()
      .slice(before)
      .map((one) => one.mentioned_mobile_list),
  ).toEqual([['13900000009']])
})
