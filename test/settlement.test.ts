import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { OrderView } from '#contracts/orders'
import type { SettledOrderPage, Settlement } from '#contracts/orders/settlement'
import { startApp, type TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'
import { type OpenShop, openShop, place, twoTeas } from '#test/order-world'

const NOW = '2026-03-02T12:01:00+08:00'
let app: TestApp
let world: OpenShop
let finance: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: NOW })
  world = await openShop(app)
  finance = await app.make.staff({ role: 'finance' })
})
afterAll(() => app.close())

const books = async (who: MadeStaff, more = '') =>
  (await app.as(who).get<Settlement>(`/settlement?month=2026-03${more}`)).body

test('what a shop takes stands in the books of its day, a refund on the day it is given, and nothing twice', async () => {
  const tea = { itemId: world.items.tea, quantity: 2, options: { sugar: ['less'] }, note: '' }
  const order = { ...twoTeas(world), items: [tea], paid: true, deliveryFeeMinor: 500, discountMinor: 300 }
  await place(app, world.agent, order)
  const second = await place(app, world.agent, { ...order, paid: false })
  await app.sweep()
  await app.sweep()
  expect((await books(finance)).sums).toEqual({
    orders: 2,
    cancelled: 0,
    totalMinor: 6800,
    discountMinor: 600,
    deliveryFeeMinor: 1000,
    receivedMinor: 3400,
    refundedMinor: 0,
  })

  await app.as(world.agent).put<OrderView>(`/orders/${second}/cancellation`, { reason: '顾客改主意了' })
  app.setNow('2026-03-03T09:00:00+08:00')
  const third = await place(app, world.agent, order)
  await app.as(world.manager).post(`/orders/${third}/refunds`, { amountMinor: 1000, reason: '少了一杯' })
  await app.sweep()
  const found = await books(finance)
  expect(found.sums).toMatchObject({
    orders: 2,
    cancelled: 1,
    totalMinor: 6800,
    receivedMinor: 6800,
    refundedMinor: 1000,
  })
  expect(found.days).toMatchObject([
    { day: '2026-03-02', orders: 1, cancelled: 1, receivedMinor: 3400, refundedMinor: 0 },
    { day: '2026-03-03', orders: 1, cancelled: 0, receivedMinor: 3400, refundedMinor: 1000 },
  ])
  expect(found.sources).toMatchObject([{ source: 'phone', orders: 2 }])
  expect(found.before).toMatchObject({ orders: 0 })
})

test('an order that goes to another shop goes there in the books, too', async () => {
  const other = await app.make.shop()
  const id = await place(app, world.agent, {
    ...twoTeas(world),
    items: [],
    paid: true,
    deliveryFeeMinor: 700,
  })
  await app.sweep()
  await app.as(world.agent).put(`/orders/${id}`, { shopId: other.id })
  await app.sweep()
  const there = (await books(finance)).shops.find((s) => s.id === other.id)
  expect(there).toMatchObject({ orders: 1, totalMinor: 700, receivedMinor: 700 })
  expect((await books(finance, `&shop=${world.shop.id}`)).sums.totalMinor).toBe(6800)
})

test('finance sees amounts and nobody’s name, executives sums only, a manager the own shop', async () => {
  const rows = (who: MadeStaff) =>
    app.as(who).get<z.infer<typeof SettledOrderPage>>('/settlement/orders?day=2026-03-02&limit=1')
  const first = await rows(finance)
  expect(first.body.rows).toMatchObject([
    { totalMinor: 3400, status: 'cancelled', shopName: world.shop.name },
  ])
  expect(JSON.stringify(first.body)).not.toMatch(/林|138|文一/)
  const next = await app
    .as(finance)
    .get<z.infer<typeof SettledOrderPage>>(
      `/settlement/orders?day=2026-03-02&limit=1&cursor=${first.body.next}`,
    )
  expect(next.body).toMatchObject({ rows: [{ receivedMinor: 3400, status: 'confirmed' }], next: null })

  const executive = await app.make.staff({ role: 'executive' })
  expect(await books(executive)).toMatchObject({ rows: false, sums: { orders: 3 } })
  expect((await rows(executive)).status).toBe(403)
  const stranger = await app.make.staff({ role: 'shop_manager', shop: await app.make.shop() })
  expect((await books(stranger)).sums.orders).toBe(0)
  expect((await rows(stranger)).body.rows).toEqual([])
  expect((await app.as(world.cook).get('/settlement')).status).toBe(403)
})

test('the month goes out as a file with a row a day, shop and source, and the audit trail keeps it', async () => {
  const file = await app.as(finance).get('/settlement/file?month=2026-03')
  const [heading, ...lines] = file.text
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n')
  expect(heading).toBe('日期,门店,来源,订单数,取消数,订单金额,优惠,其中配送费,实收,退款,净收')
  expect(lines).toContain(`2026-03-03,${world.shop.name},电话,1,0,34,3,5,34,10,24`)
  const trail = await app.as(world.admin).get('/audit?action=orders.exportSettlement')
  expect(trail.body).toMatchObject({ entries: [{ actor: finance.name, data: { month: '2026-03' } }] })
})
