import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Shop } from '#contracts/people'
import { startApp, type TestApp } from '#test/app'
import { everyDay, type MadeBrand, type MadeStaff } from '#test/make'

let app: TestApp
let brand: MadeBrand
let admin: MadeStaff

beforeAll(async () => {
  app = await startApp()
  brand = await app.make.home()
  admin = await app.make.staff({ role: 'admin' })
})
afterAll(() => app.close())

function form(code: string, more: object = {}) {
  return { code, name: `${code} 店`, regionId: brand.regionId, hours: everyDay(['10:00', '26:00']), ...more }
}

test('a shop is opened with departments, and changed field by field', async () => {
  const made = await app
    .as(admin)
    .post<Shop>('/shops', form('A01', { address: '延安路 98 号', departments: ['前厅', '制作间'] }))
  expect(made).toMatchObject({ status: 201, body: { regionName: '杭州', staffCount: 0, state: 'open' } })
  const kept = made.body.departments[0]!
  const changed = await app
    .as(admin)
    .patch<Shop>(`/shops/${made.body.id}`, { state: 'paused', departments: ['前厅', '外送'] })
  expect(changed.body).toMatchObject({ state: 'paused', address: '延安路 98 号', hours: made.body.hours })
  expect(changed.body.departments.map((d) => d.name)).toEqual(['前厅', '外送'])
  expect(changed.body.departments[0]).toEqual(kept)
  const events = await app.services.db.inBrand(brand.id, (tx) =>
    tx.selectFrom('platform.event').select('body').where('name', '=', 'people.shopChanged').execute(),
  )
  expect(events.filter((e) => JSON.stringify(e.body).includes(made.body.id))).toHaveLength(2)
})

test('a doubled code, an unknown region, zone or hours are refused with their field', async () => {
  await app.as(admin).post('/shops', form('B01'))
  const refuse = async (more: object) => (await app.as(admin).post('/shops', form('B02', more))).problem
  expect(await refuse({ code: 'B01' })).toMatchObject({ code: 'people.shopCodeTaken', field: 'code' })
  expect(await refuse({ zone: 'Asia/Nowhere' })).toMatchObject({ code: 'people.unknownZone', field: 'zone' })
  expect(await refuse({ hours: everyDay(['22:00', '02:00']) })).toMatchObject({
    code: 'people.badHours',
    field: 'hours.0',
  })
  expect(await refuse({ colour: 'red' })).toMatchObject({ code: 'http.badInput' })
  const foreign = await app.make.brand()
  expect(await refuse({ regionId: foreign.regionId })).toMatchObject({ code: 'people.unknownRegion' })
})

test("a region's manager changes the shops of the region, and opens or moves none", async () => {
  const region = await app.make.region()
  const mine = await app.make.shop({ regionId: region.id })
  const other = await app.make.shop()
  const manager = await app.make.staff({ role: 'region_manager', regionId: region.id })
  const patch = (id: string, change: object) => app.as(manager).patch(`/shops/${id}`, change)
  expect((await patch(mine.id, { phone: '0571-1234' })).status).toBe(200)
  expect((await patch(other.id, { phone: '0571-1234' })).problem.code).toBe('people.shopNotFound')
  expect((await patch(mine.id, { regionId: brand.regionId })).problem.code).toBe('people.needsWholeBrand')
  expect((await app.as(manager).post('/shops', form('C01'))).problem.code).toBe('http.notAllowed')
  expect((await app.as(manager).get<Shop[]>('/shops')).body.map((s) => s.id)).toEqual([mine.id])
  expect((await app.as(manager).get<{ id: string }[]>('/regions')).body.map((r) => r.id)).toEqual([region.id])
})

test('regions have names of their own and count their shops', async () => {
  const made = await app.as(admin).post<{ id: string }>('/regions', { name: '宁波' })
  expect(made).toMatchObject({ status: 201, body: { name: '宁波', shops: 0 } })
  expect((await app.as(admin).post('/regions', { name: '宁波' })).problem.code).toBe('people.regionTaken')
  await app.make.shop({ regionId: made.body.id })
  const renamed = await app.as(admin).patch(`/regions/${made.body.id}`, { name: '甬城' })
  expect(renamed.body).toEqual({ id: made.body.id, name: '甬城', shops: 1 })
  expect((await app.as(admin).patch(`/regions/${admin.id}`, { name: '没有' })).problem.code).toBe(
    'people.regionNotFound',
  )
})
