import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import type { IncidentStanding } from '#contracts/incidents/standing'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'

/** What open rooms want of whom, as the page of the day and the phone's bar say it. */
const NOON = '2026-03-02T12:00:00+08:00'
const HOUR_MS = 3_600_000
let app: TestApp
let shop: MadeShop
let quality: MadeStaff
let executive: MadeStaff
let elsewhere: MadeStaff
let id = ''
const room = roomOf(
  () => app,
  () => id,
)

beforeAll(async () => {
  app = await startApp({ now: NOON })
  shop = await app.make.shop({ name: '西湖店' })
  quality = await app.make.staff({ role: 'quality', name: '李品控', onDuty: true })
  executive = await app.make.staff({ role: 'executive', onDuty: true })
  elsewhere = await app.make.staff({ role: 'shop_manager', shop: await app.make.shop({}) })
})
afterAll(() => app.close())

const standing = async (by: MadeStaff) => (await app.as(by).get<IncidentStanding>('/incidents/standing')).body
const hours = (n: number) => app.setNow(new Date(Date.parse(NOON) + n * HOUR_MS).toISOString())
async function open(more: object) {
  const body = { plan: 'food_poisoning', title: '三位顾客喝完不适', shopIds: [shop.id], ...more }
  const opened = await app.as(quality).post<Room>('/incidents', body)
  if (opened.status !== 201) throw new Error(opened.text)
  return opened.body
}

test('in quiet times, and while it is only practised, nothing concerns anybody', async () => {
  const nothing = { reach: 'brand', open: 0, sealed: null, law: null, rooms: [] }
  expect(await standing(quality)).toEqual(nothing)
  const drill = await open({ source: 'drill' })
  expect(await standing(quality)).toEqual(nothing)
  await app.as(quality).put(`/incidents/${drill.id}/closure`, { words: '演练结束' })
})

test('a room calls; who came works in it; a duty by law that is late comes first, for whoever may lead too', async () => {
  id = (await open({ source: 'hand' })).id
  const called = (await standing(executive)).rooms
  expect(called).toMatchObject([{ id, want: 'call', title: '三位顾客喝完不适', count: 1 }])
  expect(await standing(elsewhere)).toMatchObject({ reach: 'shop', open: 0, rooms: [] })

  await app.as(executive).put(room.path('/answer'), { answer: 'acknowledged' })
  const { law, checklist } = { law: (await standing(executive)).law!, ...(await room.read(quality)) }
  const duty = checklist.find((step) => step.dueAt === law.dueAt && step.title === law.step)!
  expect(duty.law).not.toBeNull()
  app.setNow(new Date(Date.parse(duty.dueAt!) + 1000).toISOString())
  const late = { id, want: 'law', step: duty.title, dueAt: duty.dueAt }
  expect((await standing(executive)).rooms).toMatchObject([late])
  expect((await standing(quality)).rooms).toMatchObject([late])
  expect((await standing(elsewhere)).rooms).toEqual([])
})

test('the seal of the room stands beside it, and once it is contained only what is due concerns its team', async () => {
  hours(0)
  const body = { ingredient: '红豆', shopIds: [shop.id], instruction: '整箱下架，贴封条' }
  await app.as(quality).post(room.path('/seals'), body)
  expect((await standing(executive)).sealed).toEqual({ answered: 0, of: 1 })
  await room.finishTheRest(quality, '做完了')
  expect(await standing(executive)).toMatchObject({ law: null, rooms: [{ want: 'work' }] })
  await app.as(quality).put(room.path('/containment'))
  expect(await standing(executive)).toMatchObject({ open: 1, rooms: [] })
})

test('whoever answers for some shops counts their seals, until they work in the room for its own sake', async () => {
  const region = await app.make.region()
  const near = await app.make.shop({ name: '东站店', regionId: region.id })
  const manager = await app.make.staff({ role: 'region_manager', regionId: region.id })
  await app.as(quality).put(room.path('/shops'), { shopIds: [shop.id, near.id] })
  const seal = { ingredient: '芋圆', shopIds: [shop.id, near.id], instruction: '整箱下架，贴封条' }
  await app.as(quality).post(room.path('/seals'), seal)
  expect((await standing(quality)).sealed).toEqual({ answered: 0, of: 3 })
  expect((await standing(manager)).sealed).toEqual({ answered: 0, of: 1 })
  await app.as(quality).post(room.path('/members'), { staffId: manager.id, post: '' })
  expect((await standing(manager)).sealed).toEqual({ answered: 0, of: 3 })
})

test('what another room is told of changes nothing here, and what changes here is seen at once', async () => {
  const before = await standing(quality)
  const other = await open({ source: 'hand', title: '外卖餐里有铁丝', plan: 'foreign_object' })
  expect((await standing(quality)).open).toBe(before.open + 1)
  await app.as(quality).patch(`/incidents/${other.id}`, { title: '外卖餐里有钢丝' })
  expect((await standing(quality)).rooms.map(({ title }) => title)).toContain('外卖餐里有钢丝')
})
