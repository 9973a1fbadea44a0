import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { OrderPage, OrderView, PlaceOrder } from '#contracts/orders'
import type { KitchenBoard, KitchenTap, KitchenTask, TapsTaken } from '#contracts/orders/kitchen'
import { startApp, type TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'
import { anotherShop, type OpenShop, openShop, place, twoTeas } from '#test/order-world'

const NOON = '2026-03-02T12:00:00+08:00'
let app: TestApp
let first: OpenShop
let world: OpenShop

beforeAll(async () => {
  app = await startApp({ now: NOON })
  first = await openShop(app)
})
/** Each test has a shop of its own, with the same menu. */
beforeEach(async () => {
  app.setNow(NOON)
  world = await anotherShop(app, first)
})
afterAll(() => app.close())

const station = (key: string, name: string, capacity: number, staffIds = [world.cook.id]) =>
  app.as(world.manager).put(`/shops/${world.shop.id}/stations`, { key, name, capacity, staffIds })
const minute = (min: number) => new Date(Date.parse(NOON) + min * 60_000).toISOString()
const board = async (by: MadeStaff = world.cook) =>
  (await app.as(by).get<KitchenBoard>(`/shops/${world.shop.id}/kitchen`)).body
const order = async (id: string) => (await app.as(world.agent).get<OrderView>(`/orders/${id}`)).body
const kinds = (view: OrderView) => view.trace.map((line) => line.kind)

type Tap = Partial<KitchenTap> & Pick<KitchenTap, 'kind' | 'taskId'>
const full = (tap: Tap, now = app.services.now()): KitchenTap => ({
  key: randomUUID(),
  at: now.toISOString(),
  ...tap,
})
async function send(taps: KitchenTap[], by: MadeStaff = world.cook) {
  const answer = await app
    .as(by)
    .post<z.infer<typeof TapsTaken>>(`/shops/${world.shop.id}/kitchen/taps`, { taps })
  return answer.body.results.map((r) => r.outcome)
}
const tap = async (
  kind: KitchenTap['kind'],
  task: KitchenTask,
  more: Partial<KitchenTap> = {},
  by = world.cook,
) => (await send([full({ kind, taskId: task.id, ...more })], by))[0]

async function teaAndBun(more: Partial<PlaceOrder> = {}) {
  const id = await place(app, world.agent, {
    ...twoTeas(world),
    items: [
      { itemId: world.items.tea, quantity: 2, options: { sugar: ['less'], topping: ['taro'] }, note: '少冰' },
      { itemId: world.items.bun, quantity: 1, options: {}, note: '' },
    ],
    ...more,
  })
  const tasks = (await board()).tasks.filter((t) => t.orderId === id)
  return { id, tea: tasks.find((t) => t.name === '乌龙奶茶')!, bun: tasks.find((t) => t.name === '红豆包')! }
}

describe('from the tap to the counter', () => {
  test('a dish is begun, made, looked at, sent back, made anew and passed; the order follows and the trace says who and how long', async () => {
    await app
      .as(world.manager)
      .post(`/shops/${world.shop.id}/batches`, { ingredient: '牛奶', code: 'M-0302' })
    const { id, tea, bun } = await teaAndBun()
    expect(tea).toMatchObject({
      options: '少糖 · 芋圆',
      note: '少冰',
      state: 'waiting',
      staffId: world.cook.id,
    })
    expect(await tap('start', tea)).toBe('done')
    expect((await order(id)).status).toBe('preparing')
    app.setNow(minute(2))
    expect(await tap('done', tea)).toBe('done')
    expect(await tap('back', tea, { reason: '糖放多了' }, world.manager)).toBe('done')
    const again = (await board()).tasks.find((t) => t.id === tea.id)!
    expect(again).toMatchObject({ state: 'waiting', rework: 1, backReason: '糖放多了' })
    await tap('start', tea)
    await tap('start', bun)
    app.setNow(minute(4))
    await tap('done', tea)
    await tap('done', bun)
    expect((await order(id)).status).toBe('quality_check')
    await tap('pass', tea)
    await tap('pass', bun)
    const done = await order(id)
    expect(done.status).toBe('ready')
    const said = done.trace.filter((line) => /^item|batches/.test(line.kind))
    expect(said.map((line) => [line.kind, line.byName, line.data.item])).toEqual([
      ['item_started', world.cook.name, '乌龙奶茶'],
      ['batches', world.cook.name, '乌龙奶茶'],
      ['item_made', world.cook.name, '乌龙奶茶'],
      ['item_back', world.manager.name, '乌龙奶茶'],
      ['item_started', world.cook.name, '乌龙奶茶'],
      ['batches', world.cook.name, '乌龙奶茶'],
      ['item_started', world.cook.name, '红豆包'],
      ['item_made', world.cook.name, '乌龙奶茶'],
      ['item_made', world.cook.name, '红豆包'],
      ['item_passed', world.cook.name, '乌龙奶茶'],
      ['item_passed', world.cook.name, '红豆包'],
    ])
    expect(said[1]!.data.batches).toEqual([{ ingredient: '牛奶', code: 'M-0302' }])
    expect(said[2]!.data).toMatchObject({ tookS: 120, standardS: 90, station: '制茶台' })
    expect(done.suspicions).toMatchObject([{ code: 'sentBack', data: { reason: '糖放多了' } }])
  })

  test('the last tap is taken back: the dish, the order and its batches are as before, and the trace says so', async () => {
    await app
      .as(world.manager)
      .post(`/shops/${world.shop.id}/batches`, { ingredient: '牛奶', code: 'M-0302' })
    const { id, tea } = await teaAndBun()
    const start = full({ kind: 'start', taskId: tea.id })
    await send([start])
    expect(await tap('undo', tea, { of: start.key })).toBe('done')
    expect(await order(id)).toMatchObject({ status: 'confirmed' })
    expect((await board()).tasks.find((t) => t.id === tea.id)).toMatchObject({
      state: 'waiting',
      startedAt: null,
    })
    expect(kinds(await order(id)).at(-2)).toBe('item_undone')
    expect(await tap('undo', tea, { of: start.key })).toBe('too_late')

    const second = full({ kind: 'start', taskId: tea.id })
    await send([second])
    app.setNow(minute(2))
    expect(await tap('undo', tea, { of: second.key })).toBe('too_late')
  })

  test('who waits at the counter is told when it is ready', async () => {
    const { id, tea, bun } = await teaAndBun({ kind: 'pickup' })
    for (const task of [tea, bun])
      for (const kind of ['start', 'done', 'pass'] as const) await tap(kind, task)
    const told = (await order(id)).trace.at(-1)
    expect(told).toMatchObject({ kind: 'told', data: { what: 'ready' } })
  })

  test('a task moves to a person and a station by hand and stays there', async () => {
    const { tea } = await teaAndBun()
    const other = await app.make.staff({ role: 'kitchen', shop: world.shop })
    const { stations } = await board()
    await station('bake', '烘焙台', 1, [other.id])
    await tap('take', tea, { staffId: other.id, stationId: stations.find((s) => s.key === 'bake')!.id })
    await app.sweep()
    const moved = (await board()).tasks.find((t) => t.id === tea.id)!
    expect(moved).toMatchObject({
      staffId: other.id,
      fixed: true,
      stationId: stations.find((s) => s.key === 'bake')!.id,
    })
  })
})

describe('after a break of the network', () => {
  test('taps count once however often they are sent, at the time at which they were made', async () => {
    const { id, tea } = await teaAndBun()
    const taps = [
      full({ kind: 'start', taskId: tea.id }),
      full({ kind: 'done', taskId: tea.id, at: minute(3) }),
    ]
    app.setNow(minute(8))
    expect(await send(taps)).toEqual(['done', 'done'])
    expect(await send(taps)).toEqual(['done', 'done'])
    await Promise.all([send(taps), send(taps), send(taps)])
    const { trace } = await order(id)
    const made = trace.filter((line) => line.kind === 'item_made')
    expect(made).toHaveLength(1)
    expect(made[0]).toMatchObject({ at: minute(3), data: { tookS: 180, newsLateS: 300 } })
  })

  test('a time that cannot be is put right: not in the future, not before what happened last', async () => {
    const { id, tea } = await teaAndBun()
    await tap('start', tea, { at: minute(600) })
    app.setNow(minute(5))
    await tap('done', tea, { at: minute(-600) })
    const { trace } = await order(id)
    expect(trace.find((l) => l.kind === 'item_started')!.at).toBe(minute(0))
    expect(trace.find((l) => l.kind === 'item_made')).toMatchObject({ at: minute(0), data: { tookS: 0 } })
  })

  test('what somebody else did, and what was cancelled meanwhile, is told and changes nothing', async () => {
    const { id, tea, bun } = await teaAndBun()
    const helper = await app.make.staff({ role: 'shop_staff', shop: world.shop, name: '小蔡' })
    await tap('start', tea, {}, helper)
    const late = full({ kind: 'start', taskId: tea.id })
    const answer = await app
      .as(world.cook)
      .post<z.infer<typeof TapsTaken>>(`/shops/${world.shop.id}/kitchen/taps`, { taps: [late] })
    expect(answer.body.results).toEqual([
      { key: late.key, outcome: 'taken', number: tea.number, item: '乌龙奶茶', byName: '小蔡' },
    ])
    await app.as(world.manager).put(`/orders/${id}/cancellation`, { reason: '客人不要了' })
    const rest = [full({ kind: 'start', taskId: bun.id }), full({ kind: 'start', taskId: randomUUID() })]
    expect(await send(rest)).toEqual(['cancelled', 'unknown'])
    expect((await order(id)).status).toBe('cancelled')
  })

  test('two screens at the same moment: one begins it, the other is told', async () => {
    const { tea } = await teaAndBun()
    const outcomes = await Promise.all([tap('start', tea), tap('start', tea, {}, world.manager)])
    expect(outcomes.sort()).toEqual(['done', 'taken'])
  })
})

describe('a slow dish', () => {
  test('is announced before it is late, with the time that could be promised; one tap tells the customer', async () => {
    const { id, bun } = await teaAndBun()
    const first = await order(id)
    await app.sweep()
    expect((await order(id)).warnings).toEqual([])

    app.setNow(minute(6))
    await app.sweep()
    await app.sweep()
    const slow = await order(id)
    expect(slow.warnings).toEqual(['slow'])
    expect(kinds(slow).filter((k) => k === 'slow')).toHaveLength(1)
    expect(Date.parse(slow.promisedAt!)).toBeGreaterThan(Date.parse(minute(6)))
    const listed = await app.as(world.agent).get<z.infer<typeof OrderPage>>('/orders?stage=late')
    expect(listed.body.rows.map((row) => row.id)).toContain(id)

    const [proposal] = (await board(world.manager)).slow
    expect(proposal).toMatchObject({
      orderId: id,
      item: bun.name,
      station: '烘焙台',
      promisedAt: first.promisedAt,
    })
    const told = await app.as(world.manager).put<OrderView>(`/orders/${id}/promise`, {
      promisedAt: proposal!.proposedAt!,
      reason: proposal!.reason,
    })
    expect(told.body).toMatchObject({
      warnings: [],
      promisedAt: proposal!.proposedAt,
      firstPromisedAt: first.promisedAt,
    })
    expect(told.body.trace.at(-1)).toMatchObject({
      kind: 'told',
      data: { text: expect.stringContaining('后厨') },
    })
    await app.sweep()
    expect((await order(id)).warnings).toEqual([])
  })

  test('an order in its ordinary course is never announced', async () => {
    const { id, tea, bun } = await teaAndBun()
    for (const [min, kind, task] of [
      [0, 'start', tea],
      [1, 'start', bun],
      [2, 'done', tea],
      [5, 'done', bun],
    ] as const) {
      app.setNow(minute(min))
      await tap(kind, task)
      await app.sweep()
    }
    expect(kinds(await order(id))).not.toContain('slow')
  })
})

test('what quality stops stands on the screen with the dishes it touches, and they are neither begun nor passed', async () => {
  const quality = await app.make.staff({ role: 'quality' })
  const { tea, bun } = await teaAndBun()
  await tap('start', bun)
  app.setNow(minute(1))
  const stop = await app
    .as(quality)
    .post<{ id: string }>('/stop-sales', { ingredient: '红豆', reason: '有异味' })
  const { stops, tasks } = await board()
  expect(stops).toMatchObject([{ what: '红豆', reason: '有异味', tasks: [{ id: bun.id, state: 'making' }] }])
  expect(tasks.find((t) => t.id === bun.id)?.stopped).toBe(true)
  expect(await tap('done', bun)).toBe('done')
  expect(await tap('pass', bun)).toBe('stopped')
  expect(await tap('start', tea)).toBe('done')
  await app.as(quality).delete(`/stop-sales/${stop.body.id}`)
  expect(await tap('pass', bun)).toBe('done')
})

test('the kitchen never learns for whom it is: no name, no phone, no address, whatever field one looks at', async () => {
  await teaAndBun({ note: '到了打 13800001234，不要香菜' })
  const answer = await app.as(world.cook).get<KitchenBoard>(`/shops/${world.shop.id}/kitchen`)
  const text = JSON.stringify(answer.body)
  for (const secret of ['林小雨', '林**', '13800001234', '文一西路', '3 幢'])
    expect(text).not.toContain(secret)
  expect(text).toContain('不要香菜')
  expect((await app.as(world.cook).get('/orders')).status).toBe(403)
})

test('a kitchen of another shop shows nothing and takes no tap', async () => {
  const { tea } = await teaAndBun()
  const stranger = await app.make.staff({ role: 'kitchen', shop: await app.make.shop() })
  const answer = await app.as(stranger).get<KitchenBoard>(`/shops/${world.shop.id}/kitchen`)
  expect(answer.problem.code).toBe('orders.notFound')
  const sent = await app
    .as(stranger)
    .post(`/shops/${world.shop.id}/kitchen/taps`, { taps: [full({ kind: 'start', taskId: tea.id })] })
  expect(sent.problem.code).toBe('orders.notFound')
})

test('the report view says how a station did by the hour', async () => {
  const { tea } = await teaAndBun()
  await tap('start', tea)
  app.setNow(minute(3))
  await tap('done', tea)
  const rows = await app.services.db.inBrand(world.cook.brandId, (tx) =>
    tx.selectFrom('orders.report_station').selectAll().where('shop_id', '=', world.shop.id).execute(),
  )
  expect(rows).toMatchObject([
    {
      station: 'tea',
      staff_id: world.cook.id,
      tasks: 1,
      pieces: 2,
      late: 0,
      rework: 0,
      made_s: 180,
      standard_s: 90,
    },
  ])
})

test('as the playbook says it, only what was made anew is looked at, and the customer is told of a new time by itself', async () => {
  const admin = app.as(world.admin)
  const { body } = await admin.get<{ document: { orders: object } }>('/playbook')
  const document = {
    ...body.document,
    orders: { ...body.document.orders, check: 'rework', tellLate: 'auto' },
  }
  await admin.put('/playbook/draft', { document })
  expect((await admin.post('/playbook/publication', { note: '后厨' })).status).toBe(200)

  const { id, tea, bun } = await teaAndBun()
  const promised = (await order(id)).promisedAt!
  await tap('start', tea)
  await tap('done', tea)
  expect((await board()).tasks.find((t) => t.id === tea.id)?.state).toBe('done')
  await tap('back', tea, { reason: '洒了' })
  await tap('start', tea)
  await tap('done', tea)
  expect((await board()).tasks.find((t) => t.id === tea.id)?.state).toBe('checking')

  app.setNow(minute(9))
  await app.sweep()
  const told = await order(id)
  expect(kinds(told).slice(-3)).toEqual(['slow', 'promised', 'told'])
  expect(Date.parse(told.promisedAt!)).toBeGreaterThan(Date.parse(promised))
  expect(told.trace.at(-1)).toMatchObject({ by: 'system', data: { text: expect.stringContaining('重做') } })
  expect(bun.state).toBe('waiting')
})
