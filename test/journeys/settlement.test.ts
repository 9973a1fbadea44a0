import { expect, test } from 'vitest'
import type { Settlement } from '#contracts/orders/settlement'
import { barriersOn, seen } from '#test/browser'
import { place } from '#test/order-world'
import { openHouse } from './house.ts'

const house = openHouse()
const people = { agent: '沈知夏', finance: '费文', executive: '顾行知' } as const

test('finance reads a month down to the orders of a day and finds nobody’s name; an executive reads sums', async () => {
  const { shop, people: staff } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people,
  })
  const tea = { name: '团建奶茶', priceMinor: 1_800, quantity: 20, options: {}, note: '' }
  await place(house.app, staff.agent, {
    shopId: shop.id,
    kind: 'pickup',
    source: 'phone',
    name: '林小雨',
    contact: '13800001234',
    items: [tea],
    paid: true,
  })
  const booked = async () =>
    (await house.app.as(staff.finance).get<Settlement>('/settlement')).body.sums.receivedMinor
  await expect.poll(booked, { timeout: 20_000 }).toBe(36_000)

  const page = await house.openAs(staff.finance, 'desk', '/settlement')
  await seen(page.getByText('订单结算').first(), page.getByText('¥360').first())
  const day = page.getByRole('button', { name: /1 单，实收 ¥360，退款 ¥0/ })
  await day.click()
  const orders = page.getByRole('region', { name: /的订单$/ })
  await seen(orders.getByText(/^D\d{6}/), orders.getByRole('cell', { name: '湖滨银泰店' }))
  expect(await page.content()).not.toMatch(/林小雨|林\*|13800001234|138\*/)
  expect(await barriersOn(page)).toEqual([])

  const phone = await house.openAs(staff.executive, 'phone', '/settlement')
  await seen(phone.getByText('各门店收退款的合计。'), phone.getByText('¥360').first())
  expect(await phone.getByRole('button', { name: /1 单/ }).count()).toBe(0)
  expect(await barriersOn(phone)).toEqual([])
})
