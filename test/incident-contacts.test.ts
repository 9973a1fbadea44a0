import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import type { RoomContacts } from '#contracts/incidents/contacts'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'

/** When nobody answers, somebody rings: whose numbers the room gives, to whom, and what the audit keeps of it. */
let app: TestApp
let shop: MadeShop
let quality: MadeStaff
let manager: MadeStaff
let agent: MadeStaff
let admin: MadeStaff
let bystander: MadeStaff
let id = ''
const room = roomOf(
  () => app,
  () => id,
)

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  shop = await app.make.shop({ name: '西湖店' })
  quality = await app.make.staff({ role: 'quality', name: '李品控', onDuty: true })
  admin = await app.make.staff({ role: 'admin', name: '管理员' })
  agent = await app.make.staff({ role: 'agent', name: '孙客服' })
  manager = await app.make.staff({ role: 'shop_manager', shop, name: '王店长' })
  bystander = await app.make.staff({ role: 'marketing', name: '周市场' })
  await app.as(admin).patch(`/staff/${manager.id}`, { phone: '13800001234' })
  await app.as(admin).patch(`/staff/${bystander.id}`, { phone: '13800005678' })
  const body = { source: 'hand', plan: 'food_poisoning', title: '疑似食物中毒', shopIds: [shop.id] }
  id = (await app.as(quality).post<Room>('/incidents', body)).body.id
  const order = { ingredient: '红豆', shopIds: [shop.id], instruction: '整箱下架，贴封条' }
  await app.as(quality).post(room.path('/seals'), order)
  await app.services.db.inBrand(shop.brandId, (tx) =>
    tx.deleteFrom('incidents.member').where('staff_id', 'in', [bystander.id, agent.id]).execute(),
  )
})
afterAll(() => app.close())

const contacts = async (by: MadeStaff) => (await app.as(by).get<RoomContacts>(room.path('/contacts'))).body
const number = (by: MadeStaff, of: MadeStaff) => app.as(by).post(room.path(`/contacts/${of.id}/number`))

test('a shop that has not confirmed its seal comes with its people, named by role and shop, numbers covered', async () => {
  const { people, waiting } = await contacts(agent)
  expect(waiting).toMatchObject([{ name: '西湖店', staffIds: [manager.id] }])
  expect(people.find((p) => p.staffId === manager.id)).toMatchObject({
    name: '王店长',
    roles: [{ role: 'shop_manager', shops: ['西湖店'] }],
    phoneMasked: '138****1234',
  })
})

test('a tap shows one number, and the audit keeps who asked for whose', async () => {
  const shown = await number(agent, manager)
  expect([shown.status, shown.body]).toEqual([200, { number: '13800001234' }])
  expect(shown.headers['cache-control']).toBe('no-store')
  expect(await room.audited(admin, 'revealNumber')).toMatchObject([
    { actor: '孙客服', data: { staff: manager.id } },
  ])
})

test('of whoever has nothing to do with the room only its leader gets a number', async () => {
  expect((await number(agent, bystander)).problem.code).toBe('incidents.staffUnknown')
  expect((await contacts(agent)).people.map((p) => p.name)).not.toContain('周市场')
  expect((await number(quality, bystander)).body).toEqual({ number: '13800005678' })
})
