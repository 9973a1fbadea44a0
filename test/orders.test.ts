import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { KnownCaller, OrderPage, OrderView } from '#contracts/orders'
import type { KitchenBoard } from '#contracts/orders/kitchen'
import type { MenuItem } from '#contracts/orders/menu'
import { startApp, type TestApp } from '#test/app'
import { type OpenShop, openShop, place, twoTeas } from '#test/order-world'

type Page = z.infer<typeof OrderPage>
const NOW = '2026-03-02T12:01:00+08:00'
let app: TestApp
let world: OpenShop

beforeAll(async () => {
  app = await startApp({ now: NOW })
  world = await openShop(app)
})
beforeEach(() => app.setNow(NOW))
afterAll(() => app.close())

const kinds = (order: { trace: { kind: string }[] }) => order.trace.map((line) => line.kind)

test('a complete order is priced by the menu, confirmed with a promised time, and goes to the stations', async () => {
  const id = await place(app, world.agent, {
    ...twoTeas(world),
    items: [
      { itemId: world.items.tea, quantity: 2, options: { sugar: ['less'], topping: ['taro'] }, note: '' },
      { itemId: world.items.bun, quantity: 1, options: {}, note: '热一下' },
    ],
  })
  const { body } = await app.as(world.agent).get<OrderView>(`/orders/${id}`)
  expect(body).toMatchObject({
    status: 'confirmed',
    gaps: [],
    totalMinor: 2 * (1600 + 300) + 800,
    customer: '林**',
    contact: '138****1234',
    address: '文一西路***',
    summary: '乌龙奶茶 ×2、红豆包',
  })
  expect(body.items[0]?.options).toBe('少糖 · 芋圆')
  // 240 s at the bakery, 4 min to hand over, the ordinary way of 25 min: 12:01 + 33 min, rounded up.
  expect(body.promisedAt).toBe('2026-03-02T04:35:00.000Z')
  expect(kinds(body)).toEqual(['placed', 'moved', 'promised', 'told'])
  expect(body.trace.at(-1)?.data).toMatchObject({ way: 'page', text: expect.stringContaining('12:35') })
})

test('an order without an address is flagged with what is missing; nobody calling within five minutes is marked', async () => {
  const { address: _none, ...order } = twoTeas(world)
  const id = await place(app, world.agent, {
    ...order,
    items: [{ itemId: world.items.tea, quantity: 1, options: {}, note: '' }],
  })
  const read = async () => (await app.as(world.agent).get<OrderView>(`/orders/${id}`)).body
  expect(await read()).toMatchObject({
    status: 'placed',
    gaps: ['address', 'option'],
    contactBy: '2026-03-02T04:06:00.000Z',
  })
  const refused = await app.as(world.agent).put<OrderView>(`/orders/${id}/confirmation`, { note: '' })
  expect(refused.problem.code).toBe('orders.incomplete')

  app.setNow('2026-03-02T12:06:30+08:00')
  await app.sweep()
  expect(await read()).toMatchObject({ warnings: ['contact'] })
  const listed = await app.as(world.agent).get<Page>('/orders?stage=late')
  expect(listed.body.rows.map((r) => r.id)).toContain(id)

  await app.as(world.agent).post<OrderView>(`/orders/${id}/contacts`, { result: 'reached', note: '' })
  await app.as(world.agent).put<OrderView>(`/orders/${id}`, {
    address: { text: '文一西路 998 号' },
    items: [{ itemId: world.items.tea, quantity: 1, options: { sugar: ['full'] } }],
  })
  const confirmed = await app
    .as(world.agent)
    .put<OrderView>(`/orders/${id}/confirmation`, { note: '客人说放门口' })
  expect(confirmed.body).toMatchObject({ status: 'confirmed', gaps: [], warnings: [], contactBy: null })
})

test('the promise passing is marked once and a new one is told and stored beside the first', async () => {
  const id = await place(app, world.agent, twoTeas(world))
  app.setNow('2026-03-02T12:41:00+08:00')
  await app.sweep()
  await app.sweep()
  const late = (await app.as(world.manager).get<OrderView>(`/orders/${id}`)).body
  expect(late.warnings).toEqual(['late'])
  expect(late.lateS).toBeGreaterThan(0)
  expect(kinds(late).filter((k) => k === 'late')).toEqual(['late'])

  const again = await app.as(world.manager).put<OrderView>(`/orders/${id}/promise`, {
    promisedAt: '2026-03-02T04:55:00.000Z',
    reason: '路上下雨',
  })
  expect(again.body).toMatchObject({ warnings: [], promisedAt: '2026-03-02T04:55:00.000Z' })
  expect(again.body.firstPromisedAt).toBe(late.firstPromisedAt)
  expect(again.body.trace.at(-1)?.data.text).toContain('路上下雨')
  expect(again.body.suspicions).toMatchObject([{ code: 'promiseMoved' }])
})

test('what quality has stopped cannot be had from the next order on, and can again when it is lifted', async () => {
  const quality = await app.make.staff({ role: 'quality' })
  await app.as(world.manager).post(`/shops/${world.shop.id}/batches`, { ingredient: '红豆', code: 'B-0301' })
  const stop = await app
    .as(quality)
    .post<{ id: string }>('/stop-sales', { batchCode: 'B-0301', reason: '有异味' })
  const bun = { ...twoTeas(world), items: [{ itemId: world.items.bun, quantity: 1, options: {}, note: '' }] }
  const stopped = (await app.as(world.agent).get<OrderView>(`/orders/${await place(app, world.agent, bun)}`))
    .body
  expect(stopped).toMatchObject({ status: 'placed', gaps: ['unavailable'] })
  const menu = (await app.as(world.agent).get<MenuItem[]>(`/menu?shopId=${world.shop.id}`)).body
  expect(menu.find((i) => i.sku === 'bun')?.unavailable).toBe('stopped')

  await app.as(quality).delete(`/stop-sales/${stop.body.id}`)
  const fine = (await app.as(world.agent).get<OrderView>(`/orders/${await place(app, world.agent, bun)}`))
    .body
  expect(fine.status).toBe('confirmed')
})

test('the same order of a platform is taken once, however often it is pushed at the same time', async () => {
  const order = { ...twoTeas(world), source: 'meituan' as const, externalId: 'MT-1' }
  const ids = await Promise.all(Array.from({ length: 10 }, () => place(app, world.agent, order)))
  expect(new Set(ids).size).toBe(1)
})

test('money goes back once and never more than was paid', async () => {
  const id = await place(app, world.agent, { ...twoTeas(world), paid: true })
  const back = (amountMinor: number) =>
    app.as(world.manager).post<OrderView>(`/orders/${id}/refunds`, { amountMinor, reason: '少了一杯' })
  expect((await back(1600)).status).toBe(200)
  expect((await back(1601)).problem.code).toBe('orders.alreadyPaidBack')
  const done = await app
    .as(world.agent)
    .put<OrderView>(`/orders/${id}/cancellation`, { reason: '客人不要了' })
  expect(done.body.status).toBe('cancelled')
  expect((await back(1600)).body.status).toBe('refunded')
})

test('somebody of another shop sees nothing of it, and a name in the clear costs a reason', async () => {
  const id = await place(app, world.agent, twoTeas(world))
  const other = await app.make.staff({ role: 'shop_manager', shop: await app.make.shop() })
  expect((await app.as(other).get<OrderView>(`/orders/${id}`)).problem.code).toBe('orders.notFound')
  const clear = await app
    .as(world.agent)
    .post<OrderView>(`/orders/${id}/contact-data`, { reason: '骑手找不到门' })
  expect(clear.body).toEqual({ name: '林小雨', contact: '13800001234', address: '文一西路 998 号 3 幢 502' })
})

test('an allergy that the file knows is loud on the order, and whoever calls again is known with the address', async () => {
  const first = await place(app, world.agent, twoTeas(world))
  const { customerId } = (await app.as(world.agent).get<OrderView>(`/orders/${first}`)).body
  await app.as(world.agent).post(`/customers/${customerId}/traits`, { kind: 'allergy', value: '牛奶' })

  const id = await place(app, world.agent, twoTeas(world))
  const { body } = await app.as(world.agent).get<OrderView>(`/orders/${id}`)
  expect(body.taboos).toEqual(['注意：乌龙奶茶含牛奶', '过敏：牛奶'])
  expect(body.items[0]?.chosen).toEqual({ sugar: ['less'] })

  const caller = await app.as(world.agent).post<KnownCaller>('/orders/caller', { contact: '13800001234' })
  expect(caller.body).toMatchObject({ customerId, name: '林**', taboos: ['过敏：牛奶'] })
  expect(caller.body.addresses[0]?.text).toBe('文一西路 998 号 3 幢 502')
  expect(caller.body.lastOrders[0]?.id).toBe(id)
})

test('what is picked up is handed over at the counter once it is ready, and not offered to be confirmed again', async () => {
  const id = await place(app, world.agent, { ...twoTeas(world), kind: 'pickup' })
  const early = await app.as(world.agent).put<OrderView>(`/orders/${id}/hand-over`, { note: '' })
  expect(early.problem.code).toBe('orders.illegalMove')
  const board = await app.as(world.cook).get<z.infer<typeof KitchenBoard>>(`/shops/${world.shop.id}/kitchen`)
  const [task] = board.body.tasks.filter((one) => one.orderId === id)
  const tap = (kind: string) =>
    app.as(world.cook).post(`/shops/${world.shop.id}/kitchen/taps`, {
      taps: [{ key: crypto.randomUUID(), taskId: task?.id, kind, at: new Date(NOW).toISOString() }],
    })
  await tap('start')
  const begun = await app.as(world.agent).get<OrderView>(`/orders/${id}`)
  expect(begun.body.can).not.toContain('confirm')
  await tap('done')
  await tap('pass')
  const done = await app.as(world.agent).put<OrderView>(`/orders/${id}/hand-over`, { note: '' })
  expect(done.body.status).toBe('delivered')
})

test('an order names no shop and no customer out of reach, and comes to a million at most', async () => {
  const other = await app.make.shop()
  const id = await place(app, world.agent, twoTeas(world))
  const moved = await app.as(world.manager).put(`/orders/${id}`, { shopId: other.id })
  expect(moved.problem).toMatchObject({ code: 'orders.shopUnknown', field: 'shopId' })
  const nowhere = await app.as(world.agent).put(`/orders/${id}`, { shopId: world.items.tea })
  expect(nowhere.problem.code).toBe('orders.shopUnknown')

  const elsewhere = { ...twoTeas(world), shopId: other.id, items: [], name: '赵敏', contact: '13900005555' }
  const theirs = await place(app, world.agent, elsewhere)
  const { customerId } = (await app.as(world.agent).get<OrderView>(`/orders/${theirs}`)).body
  for (const unreachable of [customerId!, world.items.tea]) {
    const taken = await app.as(world.manager).put(`/orders/${id}`, { customerId: unreachable })
    expect(taken.problem.code).toBe('orders.customerUnknown')
    const placed = await app.as(world.manager).post('/orders', { ...twoTeas(world), customerId: unreachable })
    expect(placed.problem.code).toBe('orders.customerUnknown')
  }

  const dear = { name: '定制礼盒', priceMinor: 1_000_000_00, quantity: 2, options: {}, note: '' }
  const tooMuch = await app.as(world.agent).post('/orders', { ...twoTeas(world), items: [dear] })
  expect(tooMuch.problem.code).toBe('orders.tooMuch')
})

test('a caller’s addresses are shown within reach only, and the audit trail keeps who looked', async () => {
  const contact = '13700006666'
  await place(app, world.agent, { ...twoTeas(world), contact })
  await app.sweep()
  const stranger = await app.make.staff({ role: 'shop_manager', shop: await app.make.shop() })
  const ask = (who: typeof stranger) => app.as(who).post<KnownCaller>('/orders/caller', { contact })
  expect((await ask(stranger)).body.addresses).toEqual([])
  expect((await ask(world.manager)).body.addresses).toMatchObject([{ text: '文一西路 998 号 3 幢 502' }])
  const trail = await app
    .as(world.admin)
    .get<{ entries: { subject: string }[] }>('/audit?action=orders.caller')
  expect(trail.body.entries[0]).toMatchObject({ subject: '137****6666', actor: world.manager.name })
})

test('an order sent again under its own id is taken once; an id that another brand has used is refused with a reason', async () => {
  const id = uuidv7()
  const send = (by: typeof world.agent, order: object) =>
    app.as(by).post<{ id: string }>('/orders', { ...order, id })
  const [first, again] = [await send(world.agent, twoTeas(world)), await send(world.agent, twoTeas(world))]
  expect([first.status, first.body.id, again.body.id]).toEqual([201, id, id])

  const brand = await app.make.brand()
  const shop = await app.make.shop({ brand })
  const stranger = await app.make.staff({ role: 'agent', brand })
  const refused = await send(stranger, { shopId: shop.id, kind: 'pickup', source: 'counter', items: [] })
  expect([refused.status, refused.problem.code]).toEqual([409, 'orders.idTaken'])
})
