import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '#test/app'
import { type EarlyWorld, MIN, NOON, openEarlyWorld } from '#test/early-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { tell } from '#test/told'
import { openDingtalk } from './simulators/dingtalk.ts'
import { openFeishu } from './simulators/feishu.ts'
import { openWecom } from './simulators/wecom.ts'

/** Groups of one shop or region hear the early warnings of their own place, as its managers do. */
let world: EarlyWorld
let app: TestApp
let shop: MadeShop
let lake: MadeShop
let hill: MadeShop
let north: string
let wecom: Awaited<ReturnType<typeof openWecom>>
let dingtalk: Awaited<ReturnType<typeof openDingtalk>>
let feishu: Awaited<ReturnType<typeof openFeishu>>
let elsewhere: Awaited<ReturnType<typeof openFeishu>>

beforeAll(async () => {
  world = await openEarlyWorld({
    quality: { phone: '13900000003' },
    manager: { phone: '13900000002' },
  })
  ;({ app, shop } = world)
  const now = () => app.services.now()
  wecom = await openWecom({ key: 'k1', corpId: '', secret: '', agentId: 1, users: [] }, now)
  dingtalk = await openDingtalk({ token: 't1', secret: 'SEC1' }, now)
  feishu = await openFeishu({ hook: 'h1' }, now)
  elsewhere = await openFeishu({ hook: 'h2' }, now)
  lake = await app.make.shop({ name: '湖滨店' })
  north = (await app.as(world.admin).post<{ id: string }>('/regions', { name: '北区' })).body.id
  hill = await app.make.shop({ name: '山前店', regionId: north })
  await world.openRedBean(shop, world.manager)
  for (const where of [lake, hill]) await world.openRedBean(where, await keeperOf(where))
  const add = async (kind: string, address: string, place: object) => {
    const body = { kind, address, name: `${kind}群`, groups: ['alarm'], ...place }
    const made = await app.as(world.admin).post('/robots', body)
    expect(made.status, made.text).toBe(201)
  }
  await add('wecom', wecom.robotAddress, { shopId: shop.id })
  await add('dingtalk', dingtalk.address, { secret: 'SEC1', regionId: shop.regionId })
  await add('feishu', feishu.address, {})
  await add('feishu', elsewhere.address, { regionId: north })
})
afterAll(async () => {
  await Promise.all([wecom.close(), dingtalk.close(), feishu.close(), elsewhere.close()])
  await app.close()
})

const keepers = new Map<string, MadeStaff>()
async function keeperOf(where: MadeShop): Promise<MadeStaff> {
  const keeper = await app.make.staff({
    role: 'shop_manager',
    shop: where,
    name: `${where.name}店长`,
    phone: `1390000010${keepers.size}`,
  })
  keepers.set(where.id, keeper)
  return keeper
}

/** The early warnings that each group has heard since it was last asked. */
function heard() {
  const early = (said: readonly string[]) => said.filter((one) => one.includes('紧急预警'))
  return {
    shop: early(wecom.said.splice(0).map((one) => one.content)),
    region: early(dingtalk.said.splice(0).map((one) => one.text.content)),
    brand: early(feishu.said.splice(0)),
    elsewhere: early(elsewhere.said.splice(0)),
  }
}
const counts = () => Object.values(heard()).map((said) => said.length)
const calledInShop = () =>
  wecom.said.find((one) => one.content.includes('紧急预警'))!.mentioned_mobile_list.toSorted()
const passes = async (minutes: number) => {
  world.at(app.services.now().getTime() + minutes * MIN)
  await app.sweep()
}
async function voicesAt(words: string, ...shops: MadeShop[]): Promise<void> {
  for (const [n, where] of shops.entries()) await tell(app, where, `红豆包里${words}，第 ${n} 口`)
  await app.sweep()
}
const look = async () => {
  for (const { id } of await world.alarms(world.quality))
    expect((await app.as(world.quality).put(`/alarms/${id}/seen`)).status).toBe(204)
}

test('a warning of one shop reaches its own group, that of its region and that of the brand, each time it calls; no other', async () => {
  await voicesAt('吃到一块塑料片', shop, shop, shop)
  expect(calledInShop()).toEqual(['13900000002', '13900000003'])
  const { shop: own, region, brand, elsewhere: others } = heard()
  for (const said of [own, region, brand]) {
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('红豆 批次 B-0301 · 异物')
  }
  expect(others).toEqual([])
  await passes(5)
  expect(counts()).toEqual([1, 1, 1, 0])
  await look()
  await passes(60)
  expect(counts()).toEqual([0, 0, 0, 0])
})

test('a warning of several places is heard in each of them once, and names nobody of another; only the groups of all of them are called again', async () => {
  world.at(NOON + 10 * 24 * 60 * MIN)
  await app.sweep()
  heard()
  for (const where of [shop, hill]) await world.openRedBean(where, keeperAt(where), 'B-0311')
  await voicesAt('有玻璃渣', shop, hill, shop)
  expect(calledInShop()).toEqual(['13900000002', '13900000003'])
  const first = heard()
  expect(first.shop[0]).not.toContain('山前店店长')
  expect(Object.values(first).map((said) => said.length)).toEqual([1, 1, 1, 1])
  expect(first.elsewhere[0]).toContain('山前店店长')
  await passes(5)
  expect(counts()).toEqual([0, 0, 1, 0])
  await look()
})

const keeperAt = (where: MadeShop) => keepers.get(where.id) ?? world.manager

test('a group that hears of other things only is not told', async () => {
  world.at(NOON + 20 * 24 * 60 * MIN)
  await app.sweep()
  heard()
  const robots = (await app.as(world.admin).get<{ id: string; name: string; kind: string }[]>('/robots')).body
  const ofShop = robots.find((one) => one.kind === 'wecom')!
  const saved = { name: ofShop.name, groups: ['assigned'], shopId: shop.id }
  expect((await app.as(world.admin).put(`/robots/${ofShop.id}`, saved)).status).toBe(200)
  await world.openRedBean(shop, world.manager, 'B-0321')
  await voicesAt('有金属丝', shop, shop, shop)
  const { shop: own, region } = heard()
  expect(own).toEqual([])
  expect(region).toHaveLength(1)
})
