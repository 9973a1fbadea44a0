import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Room } from '#contracts/incidents'
import type { MeasurePage as Page } from '#contracts/incidents/measures'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'

/** What came of all rooms, for those who answer for the brand or for a region. */
type MeasurePage = z.infer<typeof Page>
let app: TestApp
let west: MadeShop
let east: MadeShop
let quality: MadeStaff
let admin: MadeStaff
let region: MadeStaff
let owner: MadeStaff

async function measured(shop: MadeShop, text: string, dueOn: string, more: object = {}): Promise<string> {
  const body = { source: 'hand', plan: 'food_poisoning', title: text, shopIds: [shop.id] }
  const { body: room } = await app.as(quality).post<Room>('/incidents', body)
  const measure = { text, ownerId: owner.id, dueOn, ...more }
  const added = await app.as(quality).post<Room>(`/incidents/${room.id}/measures`, measure)
  expect(added.status, added.text).toBe(201)
  return added.body.review!.measures[0]!.id
}
const list = async (by: MadeStaff, view = 'open') =>
  (await app.as(by).get<MeasurePage>(`/measures?view=${view}`)).body
const texts = async (by: MadeStaff, view = 'open') => (await list(by, view)).rows.map((row) => row.text)

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  west = await app.make.shop({ name: '西湖店' })
  east = await app.make.shop({ name: '城东店' })
  quality = await app.make.staff({ role: 'quality', name: '李品控' })
  admin = await app.make.staff({ role: 'admin', name: '管理员' })
  owner = await app.make.staff({ role: 'shop_manager', name: '王店长', shop: west })
  region = await app.make.staff({ role: 'region_manager', name: '赵区域', shop: east })
  await measured(west, '收货时逐箱过金属检测', '2026-03-20')
  await measured(west, '换成小桶装红豆', '2026-03-05', {
    cause: '大桶开封后放了三天',
    target: '开封当天用完',
  })
  const done = await measured(east, '冷柜贴温度表', '2026-03-10')
  await app.as(owner).put(`/measures/${done}/result`, { note: '三台冷柜都贴好了' })
  // Called in the end, because nobody answered: the page of measures asks for the role alone.
  await app.services.db.inBrand(west.brandId, (tx) =>
    tx.deleteFrom('incidents.member').where('staff_id', '=', admin.id).execute(),
  )
  app.setNow('2026-03-07T12:00:00+08:00')
})
afterAll(() => app.close())

test('what is overdue stands first, with the cause it answers and what is to come of it', async () => {
  const { rows, count } = await list(quality)
  expect(rows.map((row) => [row.text, row.late])).toEqual([
    ['换成小桶装红豆', true],
    ['收货时逐箱过金属检测', false],
  ])
  expect(rows[0]).toMatchObject({ cause: '大桶开封后放了三天', target: '开封当天用完', readable: true })
  expect(count).toEqual({ open: 2, overdue: 1, done: 1 })
})

test('overdue and done each by themselves, done with what was done', async () => {
  expect(await texts(quality, 'overdue')).toEqual(['换成小桶装红豆'])
  expect((await list(quality, 'done')).rows).toMatchObject([{ doneNote: '三台冷柜都贴好了' }])
})

test('administrators see the brand’s though rooms stay shut, region managers their shops’, shops none', async () => {
  expect((await list(admin)).rows.map((row) => row.readable)).toEqual([false, false])
  expect([await texts(region), await texts(region, 'done')]).toEqual([[], ['冷柜贴温度表']])
  expect((await app.as(owner).get('/measures')).status).toBe(403)
})
