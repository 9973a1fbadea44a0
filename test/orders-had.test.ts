import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OrderView, PlaceOrder } from '#contracts/orders'
import type { KitchenBoard } from '#contracts/orders/kitchen'
import type { TrackedOrder } from '#contracts/orders/order-page'
import { customersOf, type HadQuery, holdStops, liftWithin, noteSafety, stopWithin } from '#domains/orders'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { anotherShop, type OpenShop, openShop, place, twoTeas } from '#test/order-world'
import { book, booking, openBatchOf, openSalon, treat } from '#test/salon-world'

/** E3: which orders and visits had it. Each test has a shop of its own. */
const NOON = '2026-03-02T12:00:00+08:00'
let app: TestApp
let first: OpenShop
let world: OpenShop
beforeAll(async () => {
  app = await startApp({ now: NOON })
  first = await openShop(app)
})
beforeEach(async () => {
  app.setNow(NOON)
  world = await anotherShop(app, first)
})
afterAll(() => app.close())

const at = (min: number) => new Date(Date.parse(NOON) + min * 60_000)
const ask = (query: Partial<HadQuery>, limit = 100, brandId = world.shop.brandId) =>
  systemContext(app.services, brandId).transaction((tx) =>
    customersOf(
      tx,
      {
        itemIds: [],
        ingredient: '',
        batchCodes: [],
        shopIds: [world.shop.id],
        from: at(-600),
        to: at(600),
        ...query,
      },
      limit,
    ),
  )
const bunFor = (name: string, more: Partial<PlaceOrder> = {}) =>
  place(app, world.agent, {
    ...twoTeas(world),
    name,
    items: [{ itemId: world.items.bun, quantity: 1, options: {}, note: '' }],
    ...more,
  })
const batch = (code: string) =>
  app.as(world.manager).post(`/shops/${world.shop.id}/batches`, { ingredient: '红豆', code })
async function begin(orderId: string) {
  const { body } = await app.as(world.cook).get<KitchenBoard>(`/shops/${world.shop.id}/kitchen`)
  const taps = body.tasks
    .filter((task) => task.orderId === orderId)
    .map((task) => ({
      key: randomUUID(),
      kind: 'start',
      taskId: task.id,
      at: app.services.now().toISOString(),
    }))
  await app.as(world.cook).post(`/shops/${world.shop.id}/kitchen/taps`, { taps })
}
const found = (rows: Awaited<ReturnType<typeof ask>>) => rows.had.map((one) => [one.orderId, one.proof])

describe('a batch', () => {
  test('is traced to exactly the orders that were made with it', async () => {
    await batch('B-1')
    const early = await bunFor('甲')
    const late = await bunFor('乙')
    await begin(early)
    app.setNow(at(5).toISOString())
    await batch('B-2')
    await begin(late)
    await place(app, world.agent, twoTeas(world))
    expect(found(await ask({ batchCodes: ['B-1'] }))).toEqual([[early, 'trace']])
    expect(found(await ask({ batchCodes: ['B-2'] }))).toEqual([[late, 'trace']])
    expect(found(await ask({ batchCodes: ['B-1', 'B-2'], ingredient: '红豆' }))).toHaveLength(2)
    expect(found(await ask({ batchCodes: ['B-1'], ingredient: '牛奶' }))).toEqual([])
    expect(found(await ask({ batchCodes: ['B-1'], itemIds: [world.items.tea] }))).toEqual([])
    expect((await ask({ batchCodes: ['B-1'] })).had[0]).toMatchObject({
      what: '红豆包',
      shopId: world.shop.id,
    })
  })

  test('counts by shop and time where nobody tapped, and says so', async () => {
    const before = await bunFor('前')
    await app.as(world.agent).put(`/orders/${before}/cancellation`, { reason: '不要了' })
    app.setNow(at(120).toISOString())
    await batch('B-3')
    const during = await bunFor('中')
    app.setNow(at(240).toISOString())
    await batch('B-4')
    app.setNow(at(300).toISOString())
    const after = await bunFor('后')
    expect(found(await ask({ batchCodes: ['B-3'] }))).toEqual([[during, 'time']])
    expect(found(await ask({ batchCodes: ['B-4'] }))).toEqual([[after, 'time']])
    expect(found(await ask({ batchCodes: ['B-4'], shopIds: [first.shop.id] }))).toEqual([])
  })

  test('of a salon is found in the records of treatments, and by time where there is none', async () => {
    const salon = await openSalon(app)
    app.setNow('2026-03-04T13:55:00+08:00')
    const treated = await book(app, salon.agent, booking(salon, '2026-03-04T14:00:00+08:00'))
    await treat(app, salon, treated)
    app.setNow('2026-03-04T16:00:00+08:00')
    const unwritten = await book(
      app,
      salon.agent,
      booking(salon, '2026-03-04T16:00:00+08:00', { therapistId: salon.lulu.id }),
    )
    await app.as(salon.lulu).put(`/orders/${unwritten}/visit/begin`, {})
    const nobody = await book(app, salon.agent, booking(salon, '2026-03-04T17:30:00+08:00'))
    const week = { shopIds: [], from: new Date('2026-03-01'), to: new Date('2026-03-08') }
    const rows = await ask({ ...week, batchCodes: ['E-2602-11'] }, 100, salon.brand.id)
    expect(found(rows)).toEqual([
      [unwritten, 'time'],
      [treated, 'trace'],
    ])
    expect(rows.had.every((one) => one.visit)).toBe(true)
    const byIngredient = await ask({ ...week, ingredient: '舒缓精华' }, 100, salon.brand.id)
    expect(found(byIngredient).map(([id]) => id)).toEqual([unwritten, treated])
    expect(found(byIngredient).map(([id]) => id)).not.toContain(nobody)
    await openBatchOf(app, salon, '舒缓精华', 'E-NEW')
    expect(found(await ask({ ...week, batchCodes: ['E-NEW'] }, 100, salon.brand.id))).toEqual([
      [unwritten, 'time'],
    ])
  })
})

describe('what was ordered', () => {
  test('is found by item, by ingredient, by shop and by the time for which it was wanted; drafts and cancelled ones are not', async () => {
    const now = await bunFor('现在')
    const tomorrow = await bunFor('明天', { kind: 'pickup', wantedAt: at(1440).toISOString() })
    const tea = await place(app, world.agent, twoTeas(world))
    const gone = await bunFor('取消')
    await app.as(world.agent).put(`/orders/${gone}/cancellation`, { reason: '不要了' })
    const bun = { itemIds: [world.items.bun] }
    expect(found(await ask(bun))).toEqual([[now, 'order']])
    expect(found(await ask({ ...bun, from: at(1400), to: at(1500) }))).toEqual([[tomorrow, 'order']])
    expect(found(await ask({ ingredient: '乌龙茶' }))).toEqual([[tea, 'order']])
    expect(found(await ask({})).map(([id]) => id)).toEqual(expect.arrayContaining([now, tea]))
    expect(found(await ask({ ...bun, ingredient: '乌龙茶' }))).toEqual([])
  })

  test('is bounded, the newest first, and says that there is more', async () => {
    const ids = []
    for (const name of ['一', '二', '三']) ids.push(await bunFor(name))
    const two = await ask({ itemIds: [world.items.bun] }, 2)
    expect([two.more, two.had.length]).toEqual([true, 2])
    const all = await ask({ itemIds: [world.items.bun] }, 3)
    expect([all.more, all.had.map((one) => one.orderId).sort()]).toEqual([false, ids.sort()])
  })

  test('nobody knows whose a counter order was', async () => {
    const id = await bunFor('', {
      kind: 'dine_in',
      source: 'counter',
      contact: undefined,
      address: undefined,
    })
    const { had } = await ask({ itemIds: [world.items.bun] })
    expect(had.find((one) => one.orderId === id)).toMatchObject({ customerId: null })
  })
})

test('a message about safety stands in the trace and on the order’s own page', async () => {
  const id = await bunFor('林小雨')
  const ctx = systemContext(app.services, world.shop.brandId)
  await ctx.transaction((tx) => noteSafety(tx, ctx, id, { text: '请先不要食用红豆包。', way: 'sms' }))
  const { body: order } = await app.as(world.agent).get<OrderView>(`/orders/${id}`)
  expect(order.trace.at(-1)).toMatchObject({ kind: 'told', data: { what: 'safety', way: 'sms' } })
  const page = await app.anonymous.get<TrackedOrder>(`/public/orders/${order.tracking.split('/o/')[1]}`)
  expect(page.body.safety?.text).toBe('请先不要食用红豆包。')
})

test('a stop that somebody else holds is lifted by them only, and what another stop holds stays off sale', async () => {
  const quality = await app.make.staff({ role: 'quality' })
  const ctx = systemContext(app.services, world.shop.brandId)
  const shopIds = [world.shop.id]
  const sold = async () =>
    (
      await app.as(world.manager).get<{ sku: string; unavailable: string }[]>(`/menu?shopId=${world.shop.id}`)
    ).body.find((item) => item.sku === 'bun')!.unavailable
  const other = await app
    .as(quality)
    .post<{ id: string }>('/stop-sales', { ingredient: '红豆', shopIds, reason: '抽检' })
  const { id, what } = await ctx.transaction((tx) =>
    stopWithin(tx, ctx, { itemId: world.items.bun, batchCode: 'B-9', reason: '封存' }, shopIds),
  )
  expect(what).toBe('红豆包 · B-9')
  holdStops(async (_tx, stopId) => (stopId === id ? 'I-7' : null))
  const refused = await app.as(quality).delete(`/stop-sales/${id}`)
  expect(refused.problem).toMatchObject({ code: 'orders.stopHeld', data: { incident: 'I-7' } })
  await app.as(quality).delete(`/stop-sales/${other.body.id}`)
  expect(await sold()).toBe('stopped')
  await app.services.db.inBrand(world.shop.brandId, (tx) =>
    liftWithin(
      tx,
      { ...ctx, actor: { ...ctx.actor, kind: 'staff', staffId: quality.id, name: quality.name } as never },
      id,
    ),
  )
  expect(await sold()).toBe(null)
})
