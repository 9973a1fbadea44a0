import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  Batch,
  BatchInUse,
  HeldAt,
  MenuItem,
  MenuShop,
  Station,
  StopSaleView,
} from '#contracts/orders/menu'
import type { Role } from '#contracts/people'
import { declaredActions } from '#platform/permissions'
import { startApp, type TestApp } from '#test/app'
import { BUN, MILK_TEA, type OpenShop, openShop, place, twoTeas } from '#test/order-world'

let app: TestApp
let world: OpenShop
beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  world = await openShop(app)
})
afterAll(() => app.close())

const menuOf = async (who = world.manager, shopId = world.shop.id) =>
  (await app.as(who).get<MenuItem[]>(`/menu?shopId=${shopId}`)).body
const bun = async () => (await menuOf()).find((item) => item.sku === 'bun')!
const put = (body: object) =>
  app.as(world.manager).put(`/shops/${world.shop.id}/menu/${world.items.bun}`, body)
const audited = (action: string) =>
  app.services.db.inBrand(world.shop.brandId, (tx) =>
    tx
      .selectFrom('platform.audit_entry')
      .select(['subject', 'data'])
      .where('action', '=', action)
      .orderBy('id', 'desc')
      .execute(),
  )

describe('one item', () => {
  test('sold out until the morning keeps its own price and comes back by itself', async () => {
    await put({ state: 'on', priceMinor: 900 })
    expect((await put({ state: 'sold_out', until: '2026-03-03T06:00:00+08:00' })).status).toBe(400)
    await put({ state: 'sold_out', until: '2026-03-02T22:00:00.000Z' })
    expect(await bun()).toMatchObject({
      unavailable: 'sold_out',
      soldOutUntil: '2026-03-02T22:00:00.000Z',
      priceMinor: 900,
      atShop: { state: 'sold_out', priceMinor: 900, brandPriceMinor: 800, hasStation: true },
    })
    app.setNow('2026-03-03T06:00:01+08:00')
    expect(await bun()).toMatchObject({ unavailable: null, soldOutUntil: null, atShop: { state: 'on' } })
    app.setNow('2026-03-02T12:00:00+08:00')
    await put({ state: 'on', priceMinor: null })
    expect(await bun()).toMatchObject({ unavailable: null, priceMinor: 800, atShop: { priceMinor: null } })
    expect((await put({ state: 'sold_out', until: '2026-03-02T03:59:00.000Z' })).problem.code).toBe(
      'orders.untilPast',
    )
  })

  test('options that nobody could choose from are refused where they stand', async () => {
    const save = (options: object[]) =>
      app.as(world.admin).put(`/menu/${world.items.tea}`, { ...MILK_TEA, options })
    const choice = (key: string, name = key) => ({ key, name })
    const doubled = await save([
      { key: 'ice', name: '冰量', choices: [choice('a', '少冰'), choice('b', '少冰')] },
    ])
    expect(doubled.problem).toMatchObject({
      code: 'orders.optionDoubled',
      field: 'options.0.choices.1.name',
    })
    const impossible = await save([{ key: 'ice', name: '冰量', min: 2, max: 3, choices: [choice('a')] }])
    expect(impossible.problem).toMatchObject({
      code: 'orders.optionImpossible',
      detail: expect.stringContaining('「冰量」至少要选 2 个'),
    })
  })

  test('of two that want one SKU at the same moment one gets it', async () => {
    const both = await Promise.all(
      [1, 2].map((n) => app.as(world.admin).post('/menu', { ...BUN, sku: 'twin', name: `双胞胎 ${n}` })),
    )
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409])
    expect(both.find((answer) => answer.status === 409)?.problem).toMatchObject({
      code: 'orders.skuTaken',
      field: 'sku',
    })
  })

  test('what was changed stands in the audit trail, before and after', async () => {
    await app.as(world.admin).put(`/menu/${world.items.bun}`, { ...BUN, priceMinor: 850 })
    const [entry] = await audited('orders.changeItem')
    expect(entry).toMatchObject({ subject: '红豆包', data: { before: { price: 8 }, after: { price: 8.5 } } })
  })
})

describe('batches', () => {
  const batches = `/shops/`
  const open = (body: object, who = world.cook) =>
    app.as(who).post(`${batches}${world.shop.id}/batches`, body)
  const inUse = async () =>
    (await app.as(world.cook).get<Batch[]>(`/shops/${world.shop.id}/batches`)).body.filter((b) => !b.closedAt)

  test('one that is past its day, stopped or in use already is not opened; its day stays the day', async () => {
    expect((await open({ ingredient: '红豆', code: 'R-1', expiresOn: '2026-03-01' })).problem).toMatchObject({
      code: 'orders.batchOld',
      field: 'expiresOn',
    })
    await open({ ingredient: '红豆', code: 'R-2', expiresOn: '2026-03-02' })
    expect(await inUse()).toMatchObject([{ ingredient: '红豆', code: 'R-2', expiresOn: '2026-03-02' }])
    expect((await open({ ingredient: '红豆', code: 'R-2' })).problem.code).toBe('orders.batchOpen')
    const quality = await app.make.staff({ role: 'quality' })
    const stop = await app
      .as(quality)
      .post<{ id: string }>('/stop-sales', { ingredient: '红豆', batchCode: 'R-3', reason: '抽检不合格' })
    expect((await open({ ingredient: '红豆', code: 'R-3' })).problem).toMatchObject({
      code: 'orders.batchHeld',
      detail: expect.stringContaining('抽检不合格'),
    })
    expect((await open({ ingredient: '牛奶', code: 'R-3' })).status).toBe(204)
    await app.as(quality).delete(`/stop-sales/${stop.body.id}`)
    const listed = await app.as(quality).get<BatchInUse[]>('/stop-sales/batches')
    expect(listed.body).toContainEqual({ ingredient: '红豆', code: 'R-2', shops: 1 })
  })

  test('which shops have it: a batch where it is open, an ingredient or an item where it is sold', async () => {
    const quality = app.as(await app.make.staff({ role: 'quality' }))
    const at = async (query: string) =>
      (await quality.get<HeldAt[]>(`/stop-sales/shops${query}`)).body.map(({ id }) => id)
    await open({ ingredient: '红豆', code: 'H-1' })
    const other = await app.make.shop()
    expect(await at('?batchCode=H-1')).toEqual([world.shop.id])
    expect(await at(`?batchCode=H-1&ingredient=${encodeURIComponent('牛奶')}`)).toEqual([])
    expect(await at(`?ingredient=${encodeURIComponent('红豆')}`)).toEqual(
      expect.arrayContaining([world.shop.id, other.id]),
    )
    expect(await at(`?itemId=${world.items.bun}`)).toContain(other.id)
    expect(await at('')).toEqual([])
    const manager = await app.make.staff({ role: 'shop_manager', shop: other })
    const own = await app.as(manager).get<HeldAt[]>(`/stop-sales/shops?itemId=${world.items.bun}`)
    expect(own.body.map(({ id }) => id)).toEqual([other.id])
  })

  test('whoever orders a seal or looks for customers sees what there is on the menu and which batches are open', async () => {
    const deeds = ['incidents.seal', 'incidents.affected'].map((deed) => declaredActions()[deed]!)
    const roles = new Set(deeds.flatMap((who) => Object.keys(who.roles) as Role[]))
    expect(roles).toContain('executive')
    for (const role of roles) {
      const reader = app.as(await app.make.staff({ role, shop: world.shop }))
      const [menu, open] = [
        await reader.get<MenuItem[]>('/menu'),
        await reader.get<BatchInUse[]>('/stop-sales/batches'),
      ]
      expect([role, menu.status, open.status]).toEqual([role, 200, 200])
      expect(menu.body.map((item) => item.sku)).toContain('bun')
      expect(open.body.length, role).toBeGreaterThan(0)
    }
  })

  test('two opened at the same moment leave one in use', async () => {
    await Promise.all(['L-1', 'L-2', 'L-3'].map((code) => open({ ingredient: '乌龙茶', code })))
    expect((await inUse()).filter((batch) => batch.ingredient === '乌龙茶')).toHaveLength(1)
  })
})

describe('stations', () => {
  test('one where something is made stays; free, it can go and come back', async () => {
    const id = await place(app, world.agent, twoTeas(world))
    const close = () => app.as(world.manager).delete(`/shops/${world.shop.id}/stations/tea`)
    expect((await close()).problem).toMatchObject({
      code: 'orders.stationBusy',
      detail: expect.stringContaining('制茶台'),
    })
    await app.as(world.agent).put(`/orders/${id}/cancellation`, { reason: '客人不要了' })
    expect((await close()).status).toBe(204)
    expect((await menuOf()).find((item) => item.sku === 'oolong')?.atShop?.hasStation).toBe(false)
    expect((await close()).status).toBe(404)
    const back = await app
      .as(world.manager)
      .put<Station[]>(`/shops/${world.shop.id}/stations`, { key: 'tea', name: '制茶台', capacity: 3 })
    expect(back.body.map((station) => station.key)).toEqual(['bake', 'tea'])
    expect((await audited('orders.closeStation'))[0]?.subject).toBe('制茶台')
  })
})

test('each sees the shops within reach, and may do there what the role may', async () => {
  const other = await app.make.shop({ name: '另一家店' })
  const shops = async (who: typeof world.manager) =>
    (await app.as(who).get<MenuShop[]>('/menu/shops')).body.filter((s) =>
      [world.shop.id, other.id].includes(s.id),
    )
  expect(await shops(world.cook)).toMatchObject([{ id: world.shop.id, mayRun: true, mayStop: false }])
  expect(await shops(world.manager)).toMatchObject([{ mayRun: true, mayStop: true }])
  expect(await shops(world.agent)).toMatchObject([{ mayRun: false }, { name: '另一家店', mayRun: false }])
})

test('a stop says where it counts to whom; only who reaches all its shops lifts it', async () => {
  const other = await app.make.shop({ name: '河坊街店' })
  const quality = await app.make.staff({ role: 'quality', name: '何品控' })
  const elsewhere = await app.make.staff({ role: 'shop_manager', shop: other })
  const stop = async (body: object, who = quality) =>
    (await app.as(who).post<{ id: string }>('/stop-sales', { reason: '有异味', ...body })).body.id
  const stops = async (who: typeof quality) =>
    (await app.as(who).get<StopSaleView[]>('/stop-sales')).body.filter((s) => !s.liftedAt)

  const both = await stop({ itemId: world.items.bun, shopIds: [world.shop.id, other.id] })
  expect(await stops(elsewhere)).toMatchObject([
    { what: '红豆包', shops: 2, atShops: [{ name: '河坊街店' }], by: '何品控', mayLift: false },
  ])
  expect((await app.as(elsewhere).delete(`/stop-sales/${both}`)).status).toBe(404)
  const own = await stop({ ingredient: '牛奶' }, elsewhere)
  expect((await stops(quality)).find((s) => s.id === own)).toMatchObject({
    shops: 1,
    atShops: [{ name: '河坊街店' }],
    mayLift: true,
  })
  expect(await bun()).toMatchObject({ unavailable: 'stopped', stopReason: '有异味' })
  expect((await menuOf()).find((item) => item.sku === 'oolong')?.unavailable).toBeNull()

  const all = await stop({ ingredient: '牛奶', reason: '供应商召回' })
  const brand = (await app.as(world.agent).get<MenuItem[]>('/menu')).body
  expect(brand.find((item) => item.sku === 'oolong')).toMatchObject({
    unavailable: 'stopped',
    stopReason: '供应商召回',
    atShop: null,
  })
  expect(brand.find((item) => item.sku === 'bun')?.unavailable).toBeNull()
  for (const id of [both, own, all]) await app.as(quality).delete(`/stop-sales/${id}`)
  expect(await stops(quality)).toEqual([])
  expect((await audited('orders.liftStop')).map((entry) => entry.subject)).toContain('红豆包')
})

test('sections stand in the order of their first item', async () => {
  const save = (sku: string, section: string, position: number) =>
    app.as(world.admin).post('/menu', { ...BUN, sku, name: sku, section, position })
  await save('z-first', 'Z 组', 5)
  await save('a-last', 'A 组', 9)
  await save('z-second', 'Z 组', 12)
  const skus = (await menuOf()).map((item) => item.sku).filter((sku) => /^[az]-/.test(sku))
  expect(skus).toEqual(['z-first', 'z-second', 'a-last'])
})
