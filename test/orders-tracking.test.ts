import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { type OrderView, orderReviewed } from '#contracts/orders'
import type { TrackedOrder } from '#contracts/orders/order-page'
import type { OrderCard } from '#contracts/orders/outside'
import type { ReviewPage } from '#contracts/orders/reviews'
import type { EntryPage, Ticket } from '#contracts/tickets'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { type OpenShop, openShop, place, twoTeas } from '#test/order-world'

const NOW = '2026-03-02T12:01:00+08:00'
let app: TestApp
let world: OpenShop

beforeAll(async () => {
  app = await startApp({ now: NOW })
  world = await openShop(app)
})
beforeEach(() => app.setNow(NOW))
afterAll(() => app.close())

const view = async (id: string) => (await app.as(world.agent).get<OrderView>(`/orders/${id}`)).body
const linkOf = async (id: string) => (await view(id)).tracking.split('/o/')[1]!
const page = async (id: string, locale = 'zh-CN') =>
  (await app.anonymous.get<TrackedOrder>(`/public/orders/${await linkOf(id)}?locale=${locale}`)).body

/** What the worker does with the reviews so far, each twice: at least once is what it promises. */
async function hearReviews(): Promise<void> {
  const { brandId } = world.agent
  const events = await app.services.db.inBrand(brandId, (tx) =>
    tx.selectFrom('platform.event').selectAll().where('name', '=', orderReviewed.name).execute(),
  )
  const hearers = app.modules.flatMap((m) => m.on ?? []).filter((s) => s.event === orderReviewed.name)
  for (const { body } of [...events, ...events])
    for (const hearer of hearers) await hearer.run(systemContext(app.services, brandId), body as never)
}

/** Handed over at the counter, a while after it was placed. */
async function handedOver(more: Parameters<typeof place>[2] = {}): Promise<string> {
  const { address: _none, ...order } = twoTeas(world)
  const id = await place(app, world.agent, { ...order, kind: 'pickup', ...more })
  await app.services.db.inBrand(world.agent.brandId, (tx) =>
    tx
      .updateTable('orders.order')
      .set({
        status: 'delivered',
        delivered_at: new Date(NOW),
        closed_at: new Date(NOW),
        review_ask_at: new Date('2026-03-02T12:31:00+08:00'),
      })
      .where('id', '=', id)
      .execute(),
  )
  return id
}

test('the customer sees where the order is, when it comes, and nothing of anybody in the clear', async () => {
  const id = await place(app, world.agent, twoTeas(world))
  const { tracking, promisedAt } = await view(id)
  const res = await app.anonymous.get<TrackedOrder>(`/public/orders/${tracking.split('/o/')[1]}`)
  expect(res.body).toMatchObject({
    state: 'confirmed',
    kind: 'delivery',
    zone: 'Asia/Shanghai',
    name: '林**',
    contact: '138****1234',
    address: '文一西路***',
    promisedAt,
    expectedAt: promisedAt,
    moved: null,
    map: null,
    code: expect.stringMatching(/^\d{4}$/),
    can: ['message', 'cancel'],
    steps: [
      { key: 'received', state: 'done' },
      { key: 'confirmed', state: 'now' },
      { key: 'making', state: 'todo' },
      { key: 'ready', state: 'todo' },
      { key: 'on_the_way', state: 'todo' },
      { key: 'delivered', state: 'todo' },
    ],
  })
  expect(res.text).not.toMatch(/林小雨|13800001234|998 号/)
  expect(res.headers['x-robots-tag']).toBe('noindex')
  const wrong = await app.anonymous.get(`/public/orders/${'x'.repeat(24)}`)
  expect(wrong.problem.code).toBe('orders.linkUnknown')
})

test('a promise that moved says from when and why', async () => {
  const id = await place(app, world.agent, twoTeas(world))
  const before = await page(id)
  await app
    .as(world.manager)
    .put(`/orders/${id}/promise`, { promisedAt: '2026-03-02T05:10:00.000Z', reason: '路上下雨' })
  expect(await page(id)).toMatchObject({
    expectedAt: '2026-03-02T05:10:00.000Z',
    moved: { from: before.promisedAt, reason: '路上下雨' },
  })
})

test('it is let go until the kitchen begins, and not afterwards; what is over hides where it went', async () => {
  const id = await place(app, world.agent, twoTeas(world))
  const url = `/public/orders/${await linkOf(id)}/cancellation`
  const done = await app.anonymous.put<TrackedOrder>(url, { reason: '点错了' })
  expect(done.body).toMatchObject({
    state: 'cancelled',
    cancelled: { reason: '点错了' },
    address: '',
    code: null,
  })
  expect((await app.anonymous.put<TrackedOrder>(url, {})).status).toBe(200)
  expect((await view(id)).trace.at(-2)).toMatchObject({ kind: 'moved', by: 'customer' })

  const late = await place(app, world.agent, twoTeas(world))
  await app.services.db.inBrand(world.agent.brandId, (tx) =>
    tx.updateTable('orders.order').set({ status: 'preparing' }).where('id', '=', late).execute(),
  )
  const refused = await app.anonymous.put(`/public/orders/${await linkOf(late)}/cancellation`, {})
  expect(refused.problem.code).toBe('orders.begun')
})

test('the rider is seen only while bringing it, to about fifty metres, and not when the position is old', async () => {
  const id = await place(app, world.agent, twoTeas(world))
  const rider = await app.make.staff({ role: 'rider', shop: world.shop })
  await app.services.db.inBrand(world.agent.brandId, async (tx) => {
    await tx
      .insertInto('orders.rider')
      .values({
        brand_id: world.agent.brandId,
        staff_id: rider.id,
        on_duty_since: new Date(NOW),
        lat: 30.28127,
        lng: 120.02231,
        position_at: new Date(NOW),
      })
      .execute()
    await tx
      .updateTable('orders.delivery')
      .set({ state: 'picked_up', rider_id: rider.id })
      .where('order_id', '=', id)
      .execute()
  })
  expect((await page(id)).map).toBeNull()
  await app.services.db.inBrand(world.agent.brandId, (tx) =>
    tx.updateTable('orders.order').set({ status: 'delivering' }).where('id', '=', id).execute(),
  )
  expect((await page(id)).map).toMatchObject({
    home: { lat: 30.28, lng: 120.02 },
    rider: { lat: 30.2815, lng: 120.0225 },
  })
  app.setNow('2026-03-02T12:10:00+08:00')
  expect((await page(id)).map?.rider).toBeNull()
})

test('what the customer writes opens one ticket in the order’s name, and the next word goes there', async () => {
  const id = await place(app, world.agent, twoTeas(world))
  const url = `/public/orders/${await linkOf(id)}/messages`
  const first = { messageId: '0195f000-0000-4000-8000-000000000001', text: '麻烦送到前台' }
  const said = await app.anonymous.post<{ number: string; progress: string }>(url, first)
  expect(said.status).toBe(201)
  const again = await app.anonymous.post<{ number: string }>(url, first)
  const more = await app.anonymous.post<{ number: string }>(url, {
    messageId: '0195f000-0000-4000-8000-000000000002',
    text: '在三楼',
  })
  expect([again.body.number, more.body.number]).toEqual([said.body.number, said.body.number])

  const { tickets } = await view(id)
  expect(tickets).toMatchObject([{ number: said.body.number }])
  const ticket = (await app.as(world.agent).get<z.infer<typeof Ticket>>(`/tickets/${tickets[0]!.id}`)).body
  expect(ticket).toMatchObject({ content: '麻烦送到前台', orderNumber: (await view(id)).number })
  const { entries } = (
    await app.as(world.agent).get<z.infer<typeof EntryPage>>(`/tickets/${tickets[0]!.id}/entries`)
  ).body
  expect(entries.filter((e) => e.kind === 'message_in').map((e) => e.text)).toEqual([
    '麻烦送到前台',
    '在三楼',
  ])
  expect((await page(id)).talks).toEqual([{ number: said.body.number, progress: said.body.progress }])
})

test('the customer is asked once for a word, a good one is kept and answered on the page', async () => {
  const id = await handedOver()
  app.setNow('2026-03-02T12:32:00+08:00')
  await app.sweep()
  await app.sweep()
  const asked = (await view(id)).trace.filter((l) => l.kind === 'told' && l.data.what === 'review')
  expect(asked).toHaveLength(1)

  const url = `/public/orders/${await linkOf(id)}/review`
  await app.anonymous.put(url, { mark: 'good', words: ['tasty'], text: '好喝' })
  await app.anonymous.put(url, { mark: 'bad', text: '又不好喝了' })
  expect((await page(id)).review).toMatchObject({ mark: 'good', words: ['tasty'], text: '好喝' })
  expect((await view(id)).status).toBe('reviewed')
  await hearReviews()
  expect((await view(id)).tickets).toEqual([])

  const listed = await app.as(world.agent).get<z.infer<typeof ReviewPage>>('/reviews?open=true')
  expect(listed.body.rows.find((r) => r.orderId === id)).toMatchObject({ mark: 'good', can: ['answer'] })
  await app.as(world.agent).put(`/orders/${id}/review-answer`, { text: '谢谢，下次见' })
  const twice = await app.as(world.agent).put(`/orders/${id}/review-answer`, { text: '再说一次' })
  expect(twice.problem.code).toBe('orders.alreadyAnswered')
  expect((await page(id)).review?.answer).toBe('谢谢，下次见')
})

test('a bad review opens one ticket with the order beside it', async () => {
  const id = await handedOver()
  const early = await place(app, world.agent, twoTeas(world))
  const tooSoon = await app.anonymous.put(`/public/orders/${await linkOf(early)}/review`, { mark: 'bad' })
  expect(tooSoon.problem.code).toBe('orders.reviewNotNow')

  await app.anonymous.put(`/public/orders/${await linkOf(id)}/review`, {
    mark: 'bad',
    words: ['spilled', 'late'],
    text: '杯盖没盖紧，洒了一半',
  })
  await hearReviews()
  const order = await view(id)
  expect(order.tickets).toHaveLength(1)
  const ticketId = order.tickets[0]!.id
  const ticket = (await app.as(world.agent).get<z.infer<typeof Ticket>>(`/tickets/${ticketId}`)).body
  expect(ticket).toMatchObject({ orderNumber: order.number, shop: { id: world.shop.id } })
  expect(ticket.triage.kind).toBe('complaint')
  expect(ticket.content).toBe('杯盖没盖紧，洒了一半\n洒了、太慢\n点的是：乌龙奶茶 ×2')
  const cards = await app.as(world.agent).get<OrderCard[]>(`/orders/cards?ticketId=${ticketId}`)
  expect(cards.body).toMatchObject([{ id, number: order.number, summary: '乌龙奶茶 ×2' }])
  expect(order.trace.filter((l) => l.kind === 'ticket')).toHaveLength(1)
  expect((await page(id)).talks).toHaveLength(1)
})

test('a ticket that names an order is tied to it, but its page does not lead to what others have said', async () => {
  const id = await place(app, world.agent, twoTeas(world))
  const { number } = await view(id)
  await app.as(world.manager).post('/counter/feedback', {
    submissionId: '0195f000-0000-4000-8000-0000000000aa',
    shopId: world.shop.id,
    content: '客人说少了一杯',
    orderNumber: number.toLowerCase(),
  })
  expect((await view(id)).tickets).toHaveLength(1)
  expect((await page(id)).talks).toEqual([])
})
