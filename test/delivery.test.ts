import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { CustomerFile } from '#contracts/customers/file'
import type { KnownCaller, OrderView } from '#contracts/orders'
import type { DeliveryFacts, DeliveryReport, DispatchBoard, RoundView, Tap } from '#contracts/orders/delivery'
import { startApp, type TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'
import { type OpenShop, openShop, place, twoTeas } from '#test/order-world'
import { handOverCode } from '../domains/orders/delivery/hand-over-code.ts'

type Board = z.infer<typeof DispatchBoard>
type TapInput = Tap extends infer T ? (T extends Tap ? Omit<T, 'id' | 'at'> : never) : never
const NOW = '2026-03-02T12:01:00+08:00'
const SHOP = { lat: 30.27, lng: 120.01 }
let app: TestApp
let world: OpenShop
let lead: MadeStaff
let now = new Date(NOW)

beforeAll(async () => {
  app = await startApp({ now: NOW })
  world = await openShop(app)
  lead = await app.make.staff({ role: 'delivery_lead' })
  await app.services.db.inBrand(world.shop.brandId, (tx) =>
    tx.updateTable('people.shop').set(SHOP).where('id', '=', world.shop.id).execute(),
  )
})
beforeEach(async () => {
  at(NOW)
  // Every test has its own riders and orders.
  await app.services.db.inBrand(world.shop.brandId, async (tx) => {
    await tx.updateTable('orders.delivery').set({ state: 'cancelled', rider_id: null }).execute()
    await tx.updateTable('orders.rider').set({ on_duty_since: null }).execute()
  })
})
afterAll(() => app.close())

function at(time: string | Date) {
  now = new Date(time)
  app.setNow(now.toISOString())
}
const later = (min: number) => at(new Date(now.getTime() + min * 60_000))
const rider = () => app.make.staff({ role: 'rider', shop: world.shop })
const order = async (id: string) => (await app.as(world.agent).get<OrderView>(`/orders/${id}`)).body
const round = async (who: MadeStaff) => (await app.as(who).get<RoundView>('/round')).body
const board = async (who: MadeStaff = lead) => (await app.as(who).get<Board>('/dispatch')).body
const duty = (who: MadeStaff, on: boolean) => app.as(who).put<RoundView>('/round/duty', { on })
const kinds = (view: OrderView) => view.trace.map((line) => line.kind)
const tap = (who: MadeStaff, stop: string, what: TapInput, id: string = randomUUID()) =>
  app.as(who).post<RoundView>(`/round/stops/${stop}/taps`, { id, at: now.toISOString(), ...what })

async function brought(more: Parameters<typeof twoTeas>[0] & { address?: object } = world) {
  return place(app, world.agent, { ...twoTeas(more), note: '放门口，别按门铃' })
}

/** As the kitchen leaves it when the last dish has passed. */
async function cooked(id: string) {
  await app.services.db.inBrand(world.shop.brandId, async (tx) => {
    await tx
      .updateTable('orders.order')
      .set({ status: 'ready', ready_at: now })
      .where('id', '=', id)
      .execute()
    await tx.updateTable('orders.kitchen_task').set({ state: 'done' }).where('order_id', '=', id).execute()
  })
}

/** A rider on duty with one order in the bag, and everybody else at home. */
async function onTheWay() {
  const who = await rider()
  await duty(who, true)
  const id = await brought()
  await app.sweep()
  await cooked(id)
  const stop = (await board()).riders.find((r) => r.id === who.id)?.stops.find((s) => s.orderId === id)
  expect(stop, 'the order is in the round of the only rider on duty').toBeDefined()
  await tap(who, stop!.id, { what: 'pick_up' })
  return { who, id, stop: stop!.id, leave: () => duty(who, false) }
}

test('a confirmed delivery goes to the rider on duty by itself, and to another when that one goes home', async () => {
  const [first, second] = [await rider(), await rider()]
  const id = await brought()
  await app.sweep()
  expect((await board()).waiting.map((s) => s.orderId)).toContain(id)

  await duty(first, true)
  await app.sweep()
  expect((await round(first)).stops.map((s) => s.number)).toEqual([(await order(id)).number])
  expect(kinds(await order(id)).at(-1)).toBe('dispatched')

  await duty(second, true)
  await duty(first, false)
  await app.sweep()
  expect((await round(first)).stops).toEqual([])
  expect((await round(second)).stops).toHaveLength(1)
  const traced = (await order(id)).trace.filter((line) => line.kind === 'dispatched')
  expect(traced.map((line) => line.data.rider)).toEqual([first.name, second.name])
  await duty(second, false)
})

test('a person’s choice stays whatever the plan would say, until it is given back', async () => {
  const [near, far] = [await rider(), await rider()]
  for (const who of [near, far]) await duty(who, true)
  await app.as(near).put('/round/position', { ...SHOP, accuracyM: 10 })
  await app.as(far).put('/round/position', { lat: 30.4, lng: 120.3, accuracyM: 10 })
  const id = await brought()
  await app.sweep()
  const stop = (await board()).riders.find((r) => r.id === near.id)!.stops.find((s) => s.orderId === id)!
  const given = await app
    .as(world.manager)
    .put<Board>(`/dispatch/stops/${stop.id}/rider`, { riderId: far.id })
  const own = (view: Board, who: MadeStaff) => view.riders.find((r) => r.id === who.id)!.stops
  expect(own(given.body, far)).toMatchObject([{ orderId: id, fixed: true }])
  later(1)
  await app.sweep()
  expect(own(await board(), far)).toMatchObject([{ orderId: id, fixed: true }])

  const back = await app.as(lead).delete<Board>(`/dispatch/stops/${stop.id}/rider`)
  expect(own(back.body, near).map((s) => s.orderId)).toContain(id)
  const off = await app
    .as(lead)
    .put<Board>(`/dispatch/stops/${stop.id}/rider`, { riderId: (await rider()).id })
  expect(off.problem.code).toBe('orders.riderOff')
  for (const who of [near, far]) await duty(who, false)
})

test('a rider who has not been heard of for five minutes gets nothing new while another is known to be near, and the board says so', async () => {
  const [silent, known] = [await rider(), await rider()]
  for (const who of [silent, known]) await duty(who, true)
  await app.as(silent).put('/round/position', { ...SHOP, accuracyM: 10 })
  later(6)
  await app.as(known).put('/round/position', { lat: 30.28, lng: 120.015, accuracyM: 10 })
  const id = await brought()
  await app.sweep()
  const seen = await board()
  const own = (who: MadeStaff) => seen.riders.find((r) => r.id === who.id)!
  expect(own(known)).toMatchObject({ located: true, stops: [{ orderId: id }] })
  expect(own(silent)).toMatchObject({ located: false, stops: [] })

  await app.as(silent).put('/round/position', { ...SHOP, accuracyM: 10 })
  const next = await brought()
  await app.sweep()
  const again = (await board()).riders.find((r) => r.id === silent.id)!
  expect(again.located).toBe(true)
  expect(again.stops.map((s) => s.orderId)).toContain(next)
  for (const who of [silent, known]) await duty(who, false)
})

test('a door that will be reached too late is said once, however often kitchen and round are planned anew', async () => {
  const who = await rider()
  await duty(who, true)
  await app.as(who).put('/round/position', { lat: 30.4, lng: 120.3, accuracyM: 10 })
  const id = await brought()
  for (const min of [0, 1, 1, 1]) {
    later(min)
    await brought()
    await app.sweep()
  }
  const told = await order(id)
  expect(told.warnings).toEqual(['slow'])
  expect(told.trace.filter((line) => line.kind === 'slow').map((line) => line.data.what)).toEqual([
    'delivery',
  ])
  await duty(who, false)
})

test('a rider sees where it goes only roughly before the pick-up, the door while carrying it, and nothing afterwards', async () => {
  const who = await rider()
  await duty(who, true)
  const id = await brought()
  await app.sweep()
  const secrets = ['998', '502', '13800001234', '放门口', '30.28']
  const seenIn = (view: RoundView) => secrets.filter((s) => JSON.stringify(view).includes(s))
  const before = await round(who)
  const stop = before.stops.find((s) => s.state === 'assigned')!
  expect(stop.area).toBe('文一西路***')
  expect(seenIn(before)).toEqual([])

  const early = await tap(who, stop.id, { what: 'pick_up' })
  expect(early.problem.code).toBe('orders.notReady')
  await cooked(id)
  const carrying = (await tap(who, stop.id, { what: 'pick_up' })).body
  expect(carrying.stops.find((s) => s.id === stop.id)).toMatchObject({
    address: '文一西路 998 号 3 幢 502',
    phone: '138****1234',
    name: '林**',
    note: '放门口，别按门铃',
  })
  expect(JSON.stringify(carrying)).not.toContain('13800001234')
  const other = await rider()
  await duty(other, true)
  expect((await tap(other, stop.id, { what: 'arrive' })).problem.code).toBe('orders.notFound')

  const code = handOverCode(app.services.keys, id)
  const after = await tap(who, stop.id, { what: 'hand_over', proof: { kind: 'code', code } })
  expect(after.body).toMatchObject({ doneToday: 1 })
  expect(after.body.stops.map((s) => s.id)).not.toContain(stop.id)
  expect(seenIn(after.body)).toEqual([])
  for (const one of [who, other]) await duty(one, false)
})

test('trouble on the way: the customer hears the new time and why, and it stands in the trace beside the first promise', async () => {
  const { who, id, stop, leave } = await onTheWay()
  const left = await order(id)
  expect(left.status).toBe('delivering')
  expect(kinds(left)).toContain('picked_up')
  expect(left.trace.at(-1)?.data).toMatchObject({ what: 'leftShop' })

  const trouble = { what: 'trouble', kind: 'weather', delayMin: 60, note: '文一路积水' } as const
  const sent = await tap(who, stop, trouble)
  expect(sent.body.stops[0]?.trouble).toMatchObject({ kind: 'weather', delayMin: 60 })
  const told = await order(id)
  expect(told.promisedAt! > left.promisedAt!).toBe(true)
  expect(told.firstPromisedAt).toBe(left.firstPromisedAt)
  const word = told.trace.findLast((line) => line.kind === 'told')
  expect(word?.data).toMatchObject({ what: 'newPromise', text: expect.stringContaining('天气不好') })
  expect(told.trace.find((line) => line.kind === 'trouble')?.data).toMatchObject({
    kind: 'weather',
    note: '文一路积水',
  })
  expect((await board()).riders.find((r) => r.id === who.id)?.heldUntil).not.toBeNull()

  later(20)
  expect((await leave()).problem.code).toBe('orders.stillCarrying')
  const returned = await tap(who, stop, { what: 'return', reason: '顾客一直不在' })
  expect(returned.body.stops).toEqual([])
  expect(await order(id)).toMatchObject({ status: 'ready' })
  expect(kinds(await order(id))).toContain('returned')
  await leave()
  const back = await board()
  expect(back.waiting.find((s) => s.orderId === id)?.state).toBe('failed')
  await app.as(lead).put(`/dispatch/stops/${stop}/outcome`, { outcome: 'again', reason: '顾客回来了' })
  expect((await board()).waiting.find((s) => s.orderId === id)?.state).toBe('waiting')
})

test('a door that is elsewhere is proposed to the customer’s file once, and is there after an agent has confirmed it', async () => {
  const { who, id, stop, leave } = await onTheWay()
  const { customerId } = await order(id)
  const agent = await app.make.staff({ role: 'agent' })
  const file = async () => (await app.as(agent).get<CustomerFile>(`/customers/${customerId}`)).body
  const known = (await file()).proposals.length
  const report = { what: 'address', text: '文一西路 1000 号 8 幢 601' } as const
  const key = randomUUID()
  await tap(who, stop, report, key)
  await tap(who, stop, report, key)
  const seen = await order(id)
  expect(seen.trace.filter((line) => line.kind === 'address').map((line) => line.data)).toEqual([
    { area: '文一西路***', proposed: true },
  ])
  expect(seen.suspicions.map((s) => s.code)).toContain('wrongAddress')

  const { proposals } = await file()
  expect(proposals).toHaveLength(known + 1)
  await app
    .as(agent)
    .put(`/customers/${customerId}/proposals/${proposals[0]!.id}/decision`, { decision: 'confirm' })
  const caller = await app.as(agent).post<KnownCaller>('/orders/caller', { contact: '13800001234' })
  expect(caller.body.addresses.map((a) => a.text)).toContain('文一西路 1000 号 8 幢 601')
  const code = handOverCode(app.services.keys, id)
  await tap(who, stop, { what: 'hand_over', proof: { kind: 'code', code } })
  await leave()
})

test('five wrong codes close the code; a photo still proves it, and only who may see the address sees the photo', async () => {
  const { who, id, stop, leave } = await onTheWay()
  const right = handOverCode(app.services.keys, id)
  const wrong = right === '0000' ? '1111' : '0000'
  const say = (code: string) => tap(who, stop, { what: 'hand_over', proof: { kind: 'code', code } })
  for (let n = 0; n < 5; n += 1) expect((await say(wrong)).problem.code).toBe('orders.codeWrong')
  expect((await say(right)).problem.code).toBe('orders.codeLocked')
  expect((await round(who)).stops[0]?.handOver).toEqual(['photo', 'signature'])

  const png = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#aa8844' } })
    .jpeg()
    .toBuffer()
  const picture = `data:image/jpeg;base64,${png.toString('base64')}`
  expect((await tap(who, stop, { what: 'hand_over', proof: { kind: 'photo', picture } })).status).toBe(200)
  expect(await order(id)).toMatchObject({ status: 'delivered' })
  const facts = (by: MadeStaff) => app.as(by).get<z.infer<typeof DeliveryFacts>>(`/orders/${id}/delivery`)
  expect((await facts(world.agent)).body).toMatchObject({
    delivery: { proof: 'photo', rider: who.name },
    picture: expect.stringContaining('data:image/jpeg;base64,'),
  })
  expect((await facts(await app.make.staff({ role: 'marketing' }))).body.picture).toBe('')
  await leave()
})

test('a tap that is sent again changes nothing, and keeps the time at which it was tapped', async () => {
  const { who, id, stop, leave } = await onTheWay()
  const tappedAt = new Date(now.getTime() + 4 * 60_000).toISOString()
  later(9)
  const body = {
    id: randomUUID(),
    at: tappedAt,
    what: 'hand_over',
    proof: { kind: 'code', code: handOverCode(app.services.keys, id) },
  }
  const twice = [1, 2].map(() => app.as(who).post<RoundView>(`/round/stops/${stop}/taps`, body))
  expect((await Promise.all(twice)).map((a) => a.status)).toEqual([200, 200])
  const handed = (await order(id)).trace.filter((line) => line.kind === 'handed_over')
  expect(handed.map((line) => line.at)).toEqual([tappedAt])
  await leave()
})

test('a position is known only on duty, and nothing of it is left afterwards', async () => {
  const who = await rider()
  const put = () => app.as(who).put('/round/position', { ...SHOP, accuracyM: 12 })
  expect((await put()).problem.code).toBe('orders.offDuty')
  await duty(who, true)
  expect((await put()).status).toBe(204)
  expect((await board()).riders.find((r) => r.id === who.id)?.point).toEqual(SHOP)
  await duty(who, false)
  const row = await app.services.db.inBrand(world.shop.brandId, (tx) =>
    tx.selectFrom('orders.rider').selectAll().where('staff_id', '=', who.id).executeTakeFirst(),
  )
  expect(row).toMatchObject({ lat: null, lng: null, position_at: null, on_duty_since: null })
})

test('how wrong the told arrivals were is published per rider, shop and hour', async () => {
  const { who, id, stop, leave } = await onTheWay()
  const eta = new Date((await round(who)).stops[0]!.etaAt!)
  at(new Date(eta.getTime() + 6 * 60_000))
  await tap(who, stop, {
    what: 'hand_over',
    proof: { kind: 'code', code: handOverCode(app.services.keys, id) },
  })
  const report = await app.as(lead).get<z.infer<typeof DeliveryReport>>('/dispatch/report')
  expect(report.body.rows.find((row) => row.riderId === who.id)).toMatchObject({
    shopId: world.shop.id,
    stops: 1,
    errorP50Min: 6,
    errorP90Min: 6,
  })
  expect((await board()).report.stops).toBeGreaterThan(0)
  const beside = await app.make.staff({ role: 'shop_manager', shop: await app.make.shop() })
  expect((await app.as(beside).get<z.infer<typeof DeliveryReport>>('/dispatch/report')).body.rows).toEqual([])
  expect(await board(beside)).toMatchObject({ riders: [], waiting: [] })
  await leave()
})

test('a customer who calls off takes it out of the round, and the rider is told', async () => {
  const { who, id, leave } = await onTheWay()
  const { number } = await order(id)
  await app.as(world.manager).put(`/orders/${id}/cancellation`, { reason: '顾客不要了' })
  expect(await round(who)).toMatchObject({ stops: [], calledOff: [number] })
  await leave()
})
