import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'

/** A post is taken only as long as somebody has answered for it, and nobody leads who has said no. */
const NOON = '2026-03-02T12:00:00+08:00'
let app: TestApp
let shop: MadeShop
let quality: MadeStaff
let region: MadeStaff
let other: MadeStaff
let marketing: MadeStaff
let executive: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop({ name: '西湖店' })
  quality = await app.make.staff({ role: 'quality', name: '李品控' })
  region = await app.make.staff({ role: 'region_manager', name: '赵区域', shop })
  other = await app.make.staff({ role: 'region_manager', name: '钱区域', shop })
  marketing = await app.make.staff({ role: 'marketing', name: '周市场' })
  executive = await app.make.staff({ role: 'executive', name: '吴总' })
})
afterAll(() => app.close())
beforeEach(() => app.setNow(NOON))

async function open() {
  const body = { source: 'hand', plan: 'food_poisoning', title: '疑似食物中毒', shopIds: [shop.id] }
  const { body: room } = await app.as(quality).post<Room>('/incidents', body)
  return roomOf(
    () => app,
    () => room.id,
  )
}
type World = Awaited<ReturnType<typeof open>>
const answer = (room: World, by: MadeStaff, said: 'acknowledged' | 'declined') =>
  app.as(by).put(room.path('/answer'), { answer: said })
const remove = async (room: World, who: MadeStaff) =>
  (await app.as(quality).delete<Room>(room.path(`/members/${who.id}`))).body
const states = (room: Room, post: string) =>
  Object.fromEntries(room.members.filter((m) => m.post === post).map((m) => [m.name, m.state]))
const postOf = (room: Room, key: string) => room.posts.find((p) => p.post === key)!
const bring = (room: World, who: MadeStaff, post: string) =>
  app.as(quality).post<Room>(room.path('/members'), { staffId: who.id, post })

test('whoever had answered goes: one who was called and never answered is no holder, the post is called for again', async () => {
  const room = await open()
  const before = await room.read(quality)
  const [first] = before.members.filter((m) => m.post === 'leader')
  const holder = [region, other].find((p) => p.id === first!.staffId)!
  const silent = holder === region ? other : region
  await bring(room, silent, 'leader')
  await answer(room, holder, 'acknowledged')
  const held = await room.read(quality)
  expect([held.leader?.name, postOf(held, 'leader').acknowledged]).toEqual([holder.name, true])

  const after = await remove(room, holder)
  expect(after.leader).toBeNull()
  expect(postOf(after, 'leader')).toMatchObject({ acknowledged: false, nextCallAt: expect.any(String) })
  const calls = after.members.find((m) => m.post === 'leader' && m.name === silent.name)!.calls
  expect(calls).toBe(2)
  await answer(room, silent, 'acknowledged')
  expect((await room.read(quality)).leader?.name).toBe(silent.name)
})

test('who was called for a post that another has taken is called no longer, may come all the same, and is called again when nobody is left', async () => {
  const room = await open()
  await bring(room, region, 'leader')
  await bring(room, other, 'leader')
  expect((await room.read(other)).callsMe).toBe(true)
  await answer(room, region, 'acknowledged')
  const seen = await room.read(other)
  expect([seen.callsMe, states(seen, 'leader').钱区域]).toEqual([false, 'relieved'])
  const named = await app.as(quality).patch<Room>(room.path(), { spokespersonId: other.id })
  expect(named.body.members.find((m) => m.name === '钱区域' && m.state === 'called')).toBeDefined()

  expect(states(await remove(room, region), 'leader').钱区域).toBe('called')
  expect((await room.read(other)).callsMe).toBe(true)
})

test('a shop’s manager relieves no other shop’s', async () => {
  const second = await app.make.shop({ name: '城东店' })
  const managers = [
    await app.make.staff({ role: 'shop_manager', name: '孙店长', shop }),
    await app.make.staff({ role: 'shop_manager', name: '李店长', shop: second }),
  ]
  const room = await open()
  for (const manager of managers) await bring(room, manager, 'shop')
  await answer(room, managers[0]!, 'acknowledged')
  expect(states(await room.read(quality), 'shop').李店长).toBe('called')
})

test('the lead goes to somebody else who has answered for the post', async () => {
  const room = await open()
  await bring(room, region, 'leader')
  await bring(room, other, 'leader')
  await answer(room, region, 'acknowledged')
  await answer(room, other, 'acknowledged')
  expect((await room.read(quality)).leader?.name).toBe('赵区域')
  const after = await remove(room, region)
  expect([after.leader?.name, postOf(after, 'leader').acknowledged]).toEqual(['钱区域', true])
  expect((await room.facts(quality)).at(-1)).toMatchObject({ fact: 'leads_now', data: { name: '钱区域' } })
})

test('whoever was named to lead or to speak and declines does neither; the next one is called, or takes it back', async () => {
  const room = await open()
  const named = await app
    .as(quality)
    .patch<Room>(room.path(), { leaderId: executive.id, spokespersonId: executive.id })
  expect([named.body.leader?.name, named.body.spokesperson?.name]).toEqual(['吴总', '吴总'])
  await answer(room, executive, 'declined')
  const after = await room.read(quality)
  expect([after.leader, after.spokesperson]).toEqual([null, null])
  expect(Object.values(states(after, 'leader'))).toContain('called')

  await answer(room, marketing, 'acknowledged')
  expect((await room.read(quality)).spokesperson?.name).toBe('周市场')
  await bring(room, region, 'spokesperson')
  await app.as(quality).patch<Room>(room.path(), { spokespersonId: region.id })
  await answer(room, region, 'declined')
  expect((await room.read(quality)).spokesperson?.name).toBe('周市场')
})

test('a region manager moves the own shops in and out of a room, no others, and never makes it the whole brand’s', async () => {
  const [near, far] = [await app.make.shop({ name: '城西店' }), await app.make.shop({ name: '上海店' })]
  const regional = await app.make.staff({
    grants: [
      { role: 'region_manager', extent: { kind: 'shop', shopId: shop.id } },
      { role: 'region_manager', extent: { kind: 'shop', shopId: near.id } },
    ],
  })
  const body = {
    source: 'hand',
    plan: 'food_poisoning',
    title: '疑似食物中毒',
    shopIds: [shop.id, far.id],
  }
  const { id } = (await app.as(quality).post<Room>('/incidents', body)).body
  const save = (shopIds: string[], more: object = {}, by = regional) =>
    app.as(by).put<Room>(`/incidents/${id}/shops`, { shopIds, ...more })
  const names = (room: Room) => room.involved.map((one) => one.name).sort()
  for (const refused of [
    await save([shop.id, near.id]),
    await save([]),
    await save([shop.id, far.id], { wholeBrand: true }),
  ])
    expect(refused.problem).toMatchObject({ code: 'incidents.shopUnknown', field: 'shopIds' })
  const kept = (await app.as(quality).get<Room>(`/incidents/${id}`)).body
  expect([names(kept), kept.wholeBrand]).toEqual([['上海店', '西湖店'], false])
  expect(names((await save([near.id, far.id])).body)).toEqual(['上海店', '城西店'])

  await app.as(quality).patch(`/incidents/${id}`, { leaderId: regional.id })
  expect((await save([])).body.wholeBrand).toBe(true)
})

test('of several with the role it is whoever opens the room who holds the post, and no colleague is called for it', async () => {
  const colleague = await app.make.staff({ role: 'quality', name: '朱品控' })
  for (const opener of [quality, colleague]) {
    const body = { source: 'hand', plan: 'food_poisoning', title: '疑似食物中毒', shopIds: [shop.id] }
    const { body: room } = await app.as(opener).post<Room>('/incidents', body)
    expect(states(room, 'quality')).toEqual({ [opener.name]: 'joined' })
  }
})
