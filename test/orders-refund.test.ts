import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OrderView } from '#contracts/orders'
import type { OrderCard } from '#contracts/orders/outside'
import type { CompensationTotals } from '#contracts/tickets/compensation'
import { startApp, type TestApp } from '#test/app'
import { type CompensationWorld, openCompensationWorld } from '#test/compensation-world'
import type { MadeStaff } from '#test/make'
import { place } from '#test/order-world'

let app: TestApp
let world: CompensationWorld

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T12:00:00+08:00' })
  world = await openCompensationWorld(app)
})
afterAll(() => app.close())

/** A paid order of so much, taken by the agent. */
async function paid(totalMinor: number): Promise<string> {
  return place(app, world.people.agent, {
    shopId: world.shop.id,
    kind: 'pickup',
    source: 'phone',
    name: '林小雨',
    contact: '13800001234',
    items: [{ name: '团餐', priceMinor: totalMinor, quantity: 1, options: {}, note: '' }],
    paid: true,
  })
}
const read = async (id: string) => (await app.as(world.people.lead).get<OrderView>(`/orders/${id}`)).body
const back = (id: string, who: MadeStaff, amountMinor: number) =>
  app.as(who).post<OrderView>(`/orders/${id}/refunds`, { amountMinor, reason: '少了一杯' })
const cancel = (id: string) =>
  app.as(world.people.agent).put<OrderView>(`/orders/${id}/cancellation`, { reason: '客人不要了' })
/** A ticket about the order, as the customer opens it with its number. */
const ticketAbout = async (id: string) =>
  world.ticket('少了一杯，气死了', { orderNumber: (await read(id)).number })

test('each gives back within the own limit, and splitting the amount does not pass it', async () => {
  const { agent, manager, lead } = world.people
  const id = await paid(40_000)
  expect((await read(id)).refund).toEqual({
    paidMinor: 40_000,
    refundedMinor: 0,
    leftMinor: 40_000,
    dueMinor: 0,
    mayMinor: 30_000,
  })
  expect((await back(id, agent, 4_000)).status).toBe(200)
  const beyond = await back(id, agent, 2_000)
  expect(beyond.problem).toMatchObject({ code: 'orders.refundOverLimit', field: 'amountMinor' })
  expect(beyond.text).toContain('¥10')
  expect((await back(id, manager, 6_000)).status).toBe(200)
  expect((await back(id, manager, 1)).problem.code).toBe('orders.refundOverLimit')
  expect((await back(id, lead, 20_000)).body.refund).toMatchObject({ refundedMinor: 30_000, mayMinor: 0 })
})

test('a paid order that is cancelled asks for its money back until it is back, and the customer is told', async () => {
  const id = await paid(3_000)
  const cancelled = (await cancel(id)).body
  expect(cancelled).toMatchObject({ status: 'cancelled', warnings: ['refund'] })
  expect(cancelled.refund).toMatchObject({ dueMinor: 3_000, mayMinor: 3_000 })
  expect(cancelled.can).toContain('refund')
  const waiting = async () =>
    (await app.as(world.people.agent).get<{ rows: { id: string }[] }>('/orders?stage=refund')).body.rows
  expect((await waiting()).map((row) => row.id)).toEqual([id])
  const half = (await back(id, world.people.agent, 1_000)).body
  expect([half.refund.dueMinor, half.warnings]).toEqual([2_000, ['refund']])
  const whole = (await back(id, world.people.agent, 2_000)).body
  expect(whole).toMatchObject({ status: 'refunded', warnings: [] })
  expect(whole.refund.dueMinor).toBe(0)
  expect(await waiting()).toEqual([])
  expect(whole.trace.at(-1)).toMatchObject({ kind: 'told', data: { what: 'refunded' } })
  expect(whole.trace.at(-1)?.data.text).toContain('¥20')
})

test('of what was not paid, or was paid to a platform, nothing is asked back', async () => {
  const { agent } = world.people
  const pickup = { shopId: world.shop.id, kind: 'pickup' as const, name: '林小雨', contact: '13800001234' }
  const items = [{ name: '奶茶', priceMinor: 1_600, quantity: 1, options: {}, note: '' }]
  const unpaid = await place(app, agent, { ...pickup, source: 'phone', items })
  expect((await cancel(unpaid)).body.refund.dueMinor).toBe(0)
  const platform = await place(app, agent, {
    ...pickup,
    source: 'meituan',
    externalId: 'MT-9',
    items,
    paid: true,
  })
  expect((await cancel(platform)).body).toMatchObject({ warnings: [], refund: { dueMinor: 0 } })
})

test('changed after it was paid: what it costs less must go back, what it costs more is still to be collected', async () => {
  const { agent } = world.people
  const id = await paid(3_000)
  const change = async (priceMinor: number) =>
    (
      await app.as(agent).put<OrderView>(`/orders/${id}`, {
        items: [{ name: '团餐', priceMinor, quantity: 1, options: {}, note: '' }],
      })
    ).body
  const cheaper = await change(2_200)
  expect(cheaper).toMatchObject({ paid: true, totalMinor: 2_200, warnings: ['refund'] })
  expect(cheaper.refund).toMatchObject({ paidMinor: 3_000, dueMinor: 800 })
  const dearer = await change(3_500)
  expect(dearer).toMatchObject({ paid: false, totalMinor: 3_500, warnings: [] })
  expect(dearer.refund).toMatchObject({ paidMinor: 3_000, dueMinor: 0 })
  const settled = (await app.as(agent).put<OrderView>(`/orders/${id}`, { paid: true })).body
  expect(settled).toMatchObject({ paid: true, refund: { paidMinor: 3_500 } })
  expect(settled.trace.filter((line) => line.kind === 'paid').map((line) => line.data.amountMinor)).toEqual([
    3_000, 500,
  ])
})

test('dishes stay at the price that was agreed when only the address is filled in', async () => {
  const { admin, agent } = world.people
  const item = {
    sku: `tea-${randomUUID().slice(0, 6)}`,
    name: '乌龙奶茶',
    section: '奶茶',
    priceMinor: 1_600,
    station: 'tea',
    makeS: 90,
  }
  const made = (await app.as(admin).post<{ id: string }>('/menu', item)).body
  const id = await place(app, agent, {
    shopId: world.shop.id,
    kind: 'delivery',
    source: 'phone',
    contact: '13800001234',
    items: [{ itemId: made.id, quantity: 2, options: {}, note: '' }],
  })
  await app.as(admin).put(`/menu/${made.id}`, { ...item, priceMinor: 2_600 })
  const filled = await app
    .as(agent)
    .put<OrderView>(`/orders/${id}`, { address: { text: '文一西路 998 号' }, deliveryFeeMinor: 500 })
  expect(filled.body).toMatchObject({ gaps: [], itemsMinor: 3_200, totalMinor: 3_700 })
})

test('a refund that is approved on the ticket stands in the order once, with the ticket’s number', async () => {
  const { agent, manager } = world.people
  const id = await paid(9_000)
  const ticket = await ticketAbout(id)
  expect((await world.desk(ticket.id, agent)).order).toMatchObject({ id, leftMinor: 9_000 })
  const wish = { id: randomUUID(), amountMinor: 8_000 }
  await world.propose(ticket.id, agent, wish)
  await world.propose(ticket.id, agent, wish)
  expect((await read(id)).refund.refundedMinor).toBe(0)
  const step = (await world.asked(ticket.id))!
  await Promise.all([world.decide(step.id, manager), world.decide(step.id, manager)])
  const order = await read(id)
  expect(order.refund).toMatchObject({ refundedMinor: 8_000, leftMinor: 1_000 })
  expect(order.trace.filter((line) => line.kind === 'refunded').map((line) => line.data)).toMatchObject([
    { amountMinor: 8_000, ticket: ticket.number, compensationId: wish.id },
  ])
  const [card] = (await app.as(agent).get<OrderCard[]>(`/orders/cards?ticketId=${ticket.id}`)).body
  expect(card).toMatchObject({ id, refundedMinor: 8_000 })
  expect((await world.told(ticket)).join()).toContain('¥80')
})

test('nothing beyond what is left of the order is proposed, nor issued when it went elsewhere meanwhile', async () => {
  const { agent, manager, lead } = world.people
  const id = await paid(9_000)
  const ticket = await ticketAbout(id)
  const beyond = await world.propose(ticket.id, agent, { amountMinor: 9_100, confirmed: true })
  expect(beyond.problem.code).toBe('compensation.beyondOrder')
  expect(beyond.text).toContain('¥90')
  await world.propose(ticket.id, agent, { amountMinor: 8_000, confirmed: true })
  await back(id, lead, 2_000)
  const step = (await world.asked(ticket.id))!
  expect((await world.decide(step.id, manager)).problem.code).toBe('compensation.beyondOrder')
  const [waiting] = (await world.desk(ticket.id)).list
  expect([waiting?.state, (await read(id)).refund.refundedMinor]).toEqual(['waiting', 2_000])
})

test('the shop’s month bears what is given back straight on orders, and a compensation that is paid as a refund once', async () => {
  const { agent, manager, finance } = world.people
  const id = await paid(9_000)
  const ticket = await ticketAbout(id)
  const used = async () => (await world.desk(ticket.id, agent)).budget!.usedMinor
  const onOrders = async () => {
    const totals = await app.as(finance).get<CompensationTotals>('/compensations/totals')
    return totals.body.shops.find((s) => s.shop?.id === world.shop.id)?.onOrdersMinor ?? 0
  }
  const [before, beforeOnOrders] = [await used(), await onOrders()]
  await back(id, agent, 3_000)
  expect([(await used()) - before, (await onOrders()) - beforeOnOrders]).toEqual([3_000, 3_000])

  // Nothing was brought: what goes back of it was never ours to give.
  const called = await paid(2_000)
  await cancel(called)
  await back(called, agent, 2_000)
  expect((await used()) - before).toBe(3_000)

  await world.propose(ticket.id, agent, { amountMinor: 6_000, confirmed: true })
  await world.decide((await world.asked(ticket.id))!.id, manager)
  expect((await read(id)).refund.refundedMinor).toBe(9_000)
  expect([(await used()) - before, (await onOrders()) - beforeOnOrders]).toEqual([9_000, 3_000])
})

test('a month that refunds on orders have used up asks one more for a compensation', async () => {
  const { agent, lead } = world.people
  for (let n = 0; n < 10; n += 1) await back(await paid(30_000), lead, 30_000)
  const ticket = await ticketAbout(await paid(4_000))
  const proposed = await world.propose(ticket.id, agent, { amountMinor: 2_000, confirmed: true })
  expect(proposed.body.list[0]).toMatchObject({
    state: 'waiting',
    steps: [{ role: 'region_manager', why: 'budget' }],
  })
  app.setNow('2026-04-01T00:00:01+08:00')
  expect((await world.desk(ticket.id, agent)).budget).toMatchObject({ month: '2026-04-01', usedMinor: 0 })
  app.setNow('2026-03-02T12:00:00+08:00')
})

test('an order of another shop is not touched by a ticket that names its number', async () => {
  const other = await app.make.shop({ brand: world.brand, name: '城西店' })
  const id = await place(app, world.people.agent, {
    shopId: other.id,
    kind: 'pickup',
    source: 'phone',
    contact: '13800001234',
    items: [{ name: '团餐', priceMinor: 5_000, quantity: 1, options: {}, note: '' }],
    paid: true,
  })
  const ticket = await ticketAbout(id)
  expect((await world.desk(ticket.id)).order).toBeNull()
  await world.propose(ticket.id, world.people.lead, { amountMinor: 2_000, confirmed: true })
  expect((await read(id)).refund.refundedMinor).toBe(0)
})

test('the same order sent twice at the same moment is placed once', async () => {
  const order = {
    id: randomUUID(),
    shopId: world.shop.id,
    kind: 'pickup' as const,
    source: 'phone' as const,
    contact: '13800001234',
    items: [{ name: '奶茶', priceMinor: 1_600, quantity: 1, options: {}, note: '' }],
  }
  const ids = await Promise.all(Array.from({ length: 5 }, () => place(app, world.people.agent, order)))
  expect(new Set(ids)).toEqual(new Set([order.id]))
  expect((await read(order.id)).trace.filter((line) => line.kind === 'placed')).toHaveLength(1)
})
