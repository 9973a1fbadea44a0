import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import type { OrderPage, OrderView } from '#contracts/orders'
import type { ApiOrderStatus } from '#contracts/orders/outside'
import { startApp, type TestApp } from '#test/app'
import { type Connected, connectChannel } from '#test/connected'
import { type OpenShop, openShop } from '#test/order-world'
import { type ElemePlatform, openEleme } from './simulators/eleme.ts'
import { directSigOf, openMeituan } from './simulators/meituan.ts'
import type { ReviewPlatform } from './simulators/platform.ts'

const NOW = '2026-03-02T12:01:00+08:00'
let app: TestApp
let world: OpenShop
let meituan: ReviewPlatform & { appId: string; secret: string }
let eleme: ElemePlatform
let mt: Connected
let ele: Connected

beforeAll(async () => {
  app = await startApp({ now: NOW, privateHooks: true })
  world = await openShop(app)
  meituan = await openMeituan()
  eleme = await openEleme()
  const { code } = world.shop
  mt = await connectChannel(app, world, 'meituan', {
    ...meituan.settings,
    shops: [`${meituan.shop}=${code}`],
    ownDelivery: ['0000'],
  })
  ele = await connectChannel(app, world, 'eleme', { ...eleme.settings, shops: [`${eleme.shop}=${code}`] })
})
beforeEach(() => app.setNow(NOW))
afterAll(async () => {
  await app.close()
  await meituan.close()
  await eleme.close()
})

const DETAIL = JSON.stringify([
  {
    app_food_code: 'oolong',
    food_name: '乌龙奶茶(大杯)',
    quantity: 2,
    price: 18,
    spec: '大杯',
    food_property: '少糖,去冰',
  },
  { app_food_code: 'x-77', food_name: '限定杏仁豆腐', quantity: 1, price: 12.5 },
])
const content = (order_id: string) => ({
  order_id,
  wm_order_id_view: `V${order_id}`,
  app_poi_code: meituan.shop,
  recipient_name: '王(女士)',
  recipient_phone: '13912345678_1234',
  recipient_address: '文一西路 1 号 2 幢',
  latitude: '30280000',
  longitude: '120020000',
  caution: '少冰',
  total: '52.5',
  original_price: '55.5',
  shipping_fee: '4',
  delivery_time: '0',
  logistics_code: '0000',
  detail: DETAIL,
})
async function push(path: string, given: Record<string, string>): Promise<void> {
  const values = { ...given, app_id: meituan.appId, timestamp: String(Date.parse(NOW) / 1000) }
  const sig = directSigOf(`${mt.hookUrl}${path}`, values, meituan.secret)
  const res = await mt.push(path, new URLSearchParams({ ...values, sig }).toString())
  expect(res.statusCode, res.body).toBe(200)
}
async function found(q: string): Promise<OrderView[]> {
  const { rows } = (await app.as(world.agent).get<z.infer<typeof OrderPage>>(`/orders?stage=all&q=${q}`)).body
  return Promise.all(
    rows.map(async (r) => (await app.as(world.agent).get<OrderView>(`/orders/${r.id}`)).body),
  )
}

test('an order pushed ten times is one order: known dishes go to their station, unknown ones are kept by name', async () => {
  await Promise.all(Array.from({ length: 10 }, () => push('/order-paid', content('9001'))))
  await app.sweep()
  await push('/order-confirmed', { order_id: '9001', app_poi_code: meituan.shop })
  await app.sweep()
  const [order, ...others] = await found('9001')
  expect(others).toEqual([])
  expect(order).toMatchObject({
    source: 'meituan',
    kind: 'delivery',
    status: 'confirmed',
    gaps: [],
    customerId: null,
    contact: '139****',
    totalMinor: 5250,
    paid: true,
    note: '少冰',
  })
  expect(order!.items).toMatchObject([
    { itemId: world.items.tea, name: '乌龙奶茶(大杯)', priceMinor: 1800, options: '大杯 · 少糖,去冰' },
    { itemId: null, name: '限定杏仁豆腐', priceMinor: 1250 },
  ])
  expect(order!.trace.find((l) => l.kind === 'placed')?.by).toBe('platform')
})

test('cancelled before it was placed stays cancelled, with what was ordered', async () => {
  await push('/order-cancelled', { order_id: '9002', app_poi_code: meituan.shop, reason: '用户取消' })
  await app.sweep()
  await push('/order-paid', content('9002'))
  await push('/order-done', { order_id: '9002', app_poi_code: meituan.shop })
  await app.sweep()
  const [order] = await found('9002')
  expect(order).toMatchObject({ status: 'cancelled', summary: '乌龙奶茶(大杯) ×2、限定杏仁豆腐' })
})

test('done at the platform is done here, whatever our own screens still show, and a late cancellation changes nothing', async () => {
  await push('/order-paid', content('9003'))
  await push('/order-done', { order_id: '9003', app_poi_code: meituan.shop })
  await app.sweep()
  await push('/order-cancelled', { order_id: '9003', app_poi_code: meituan.shop })
  await app.sweep()
  expect((await found('9003'))[0]).toMatchObject({ status: 'delivered' })
})

test('what the platform’s own rider takes is only made here; garbage waits for a person, and so does a shop that nobody knows', async () => {
  await push('/order-paid', { ...content('9004'), logistics_code: '1001' })
  await push('/order-paid', {
    ...content('9005'),
    detail: '[{"quantity":-3},null,7,"x"]',
    total: 'viel',
    latitude: '??',
  })
  await push('/order-done', { order_id: '9999', app_poi_code: meituan.shop })
  await push('/order-paid', { ...content('9006'), app_poi_code: 'unknown shop' })
  await app.sweep()
  expect((await found('9004'))[0]).toMatchObject({ kind: 'pickup', status: 'confirmed' })
  expect((await found('9005'))[0]).toMatchObject({
    status: 'placed',
    items: [],
    gaps: ['items'],
    contactBy: '2026-03-02T04:06:00.000Z',
  })
  expect(await found('9999')).toEqual([])
  expect(await found('9006')).toEqual([])
  expect((await mt.strays()).map((s) => s.problem)).toEqual(['shopNotListed'])
})

test('a new order of Ele.me, accepted and done', async () => {
  const body = {
    orderId: '8010000000000000001',
    shopId: Number(eleme.shop),
    consignee: '李先生',
    phoneList: ['13700001111,22'],
    address: '古墩路 8 号',
    deliveryGeo: '120.02,30.28',
    description: '不要餐具',
    totalPrice: 23.8,
    originalPrice: 26.8,
    deliverFee: 3,
    groups: [
      {
        items: [
          {
            id: 5,
            name: '红豆包',
            quantity: 2,
            price: 8,
            newSpecs: [{ name: '规格', value: '热' }],
            attributes: [],
          },
        ],
      },
    ],
  }
  const tell = async (type: number, message: object) => {
    const values = {
      requestId: randomUUID(),
      type,
      appId: 7,
      message: JSON.stringify(message),
      shopId: Number(eleme.shop),
      timestamp: Date.parse(NOW),
      userId: 1,
    }
    const text = Object.entries(values)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${k}=${v}`)
      .join('')
    const signature = createHash('md5').update(`${text}${eleme.secret}`).digest('hex').toUpperCase()
    const res = await ele.push('', JSON.stringify({ ...values, signature }), {
      'content-type': 'application/json',
    })
    expect(res.statusCode, res.body).toBe(200)
  }
  await tell(10, body)
  await tell(12, { orderId: body.orderId, state: 'valid', shopId: body.shopId })
  await app.sweep()
  const [order] = await found(body.orderId)
  expect(order).toMatchObject({
    source: 'eleme',
    kind: 'pickup',
    status: 'confirmed',
    totalMinor: 2380,
    items: [{ itemId: world.items.bun, name: '红豆包', quantity: 2, options: '热' }],
  })
  await tell(18, { orderId: body.orderId, state: 'settled', shopId: body.shopId })
  await app.sweep()
  expect((await found(body.orderId))[0]?.status).toBe('delivered')
})

test('the brand’s own program places an order once by its own number and follows it', async () => {
  const { secret } = (
    await app
      .as(world.admin)
      .post<{ secret: string }>('/api-keys', { name: '小程序', scopes: ['orders.write', 'orders.read'] })
  ).body
  const call = (method: 'GET' | 'POST', url: string, payload?: object) =>
    app.server.inject({
      method,
      url: `/api/v1${url}`,
      headers: { authorization: `Bearer ${secret}` },
      ...(payload ? { payload } : {}),
    })
  const order = {
    shopCode: world.shop.code,
    kind: 'pickup',
    orderNumber: 'APP-20260302-1',
    contact: '13800005678',
    items: [{ sku: 'oolong', quantity: 1, options: { sugar: ['full'] } }],
    paid: true,
  }
  const first = await call('POST', '/orders', order)
  expect(first.statusCode, first.body).toBe(201)
  const placed = first.json<ApiOrderStatus>()
  expect(placed).toMatchObject({ status: 'confirmed', totalMinor: 1600, orderNumber: order.orderNumber })
  expect((await call('POST', '/orders', order)).json<ApiOrderStatus>().number).toBe(placed.number)
  expect((await call('GET', `/orders/${placed.number}`)).json()).toEqual(placed)
  expect((await call('GET', '/orders/D999999')).statusCode).toBe(404)
  const wrong = await call('POST', '/orders', {
    ...order,
    orderNumber: '2',
    items: [{ sku: 'nope', quantity: 1 }],
  })
  expect(wrong.json()).toMatchObject({ code: 'orders.itemUnknown', field: 'items.0.sku' })
})

test('the mini program says who it is by its own name for them: the next order without a number is the same customer’s', async () => {
  const { secret } = (
    await app
      .as(world.admin)
      .post<{ secret: string }>('/api-keys', { name: '小程序', scopes: ['orders.write'] })
  ).body
  const send = (orderNumber: string, more: object) =>
    app.server.inject({
      method: 'POST',
      url: '/api/v1/orders',
      headers: { authorization: `Bearer ${secret}` },
      payload: {
        shopCode: world.shop.code,
        kind: 'pickup',
        source: 'mini_program',
        orderNumber,
        identities: [{ kind: 'mini_openid', value: 'oMini-7788-aabbcc' }],
        items: [{ sku: 'oolong', quantity: 1, options: { sugar: ['less'] } }],
        ...more,
      },
    })
  await send('MP-1', { name: '周以宁', contact: '13711112222' })
  const second = await send('MP-2', {})
  expect(second.json()).toMatchObject({ status: 'confirmed', gaps: [] })
  const [one] = await found('MP-1')
  const [two] = await found('MP-2')
  expect(one).toMatchObject({ source: 'mini_program', customer: '周**' })
  expect(two).toMatchObject({ source: 'mini_program', customerId: one!.customerId })
  const foreign = await send('MP-3', { identities: [{ kind: 'meituan', value: 'somebody' }] })
  expect(foreign.statusCode).toBe(400)
})
