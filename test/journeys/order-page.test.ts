import { expect, test } from 'vitest'
import type { OrderView } from '#contracts/orders'
import { barriersOn, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()

/** A shop whose agent has taken an order of two teas over the telephone. */
async function ordered() {
  const founded = await house.found({
    name: '茶屿',
    pack: 'milk_tea',
    shop: '西湖店',
    people: { agent: '沈知夏', lead: '顾一鸣', shop_manager: '王店长', kitchen: '小满' },
  })
  const { people, shop } = founded
  const as = house.app.as(people.agent)
  const { id } = (
    await as.post<{ id: string }>('/orders', {
      shopId: shop.id,
      kind: 'delivery',
      source: 'phone',
      name: '林小雨',
      contact: '13800001234',
      address: { text: '文一西路 998 号' },
      items: [{ name: '乌龙奶茶', priceMinor: 1600, quantity: 2 }],
    })
  ).body
  const view = async () => (await as.get<OrderView>(`/orders/${id}`)).body
  return { ...founded, id, as, view, path: new URL((await view()).tracking).pathname }
}

test('the customer follows the order, reads why it is later, asks for something and gets to the answer', async () => {
  const { as, id, path, view } = await ordered()
  const phone = await house.open('phone', path)
  await seen(phone.getByRole('heading', { name: '订单已确认' }))
  await seen(phone.getByText('乌龙奶茶'))
  await seen(phone.getByText('收货码'))
  expect(await barriersOn(phone)).toEqual([])
  expect(await phone.content()).not.toMatch(/林小雨|13800001234|998 号|og:title/)

  const promisedAt = new Date(Date.parse((await view()).promisedAt!) + 25 * 60_000).toISOString()
  await as.put(`/orders/${id}/promise`, { promisedAt, reason: '路上下大雨' })
  await phone.reload()
  await seen(phone.getByText(/晚了是因为：路上下大雨/))

  await phone.getByRole('button', { name: '联系客服' }).click()
  await phone.getByRole('textbox', { name: '联系客服' }).fill('麻烦放在前台')
  await phone.getByRole('button', { name: '送出' }).click()
  await seen(phone.getByText('收到了，正在有人看。'))
  await phone.getByRole('link', { name: /看回复和进展/ }).click()
  await seen(phone.getByText('麻烦放在前台'))

  const desk = await house.open('desk', path)
  await desk.getByRole('button', { name: '取消订单' }).click()
  await desk.getByRole('textbox', { name: '原因（选填）' }).fill('等不及了')
  await desk.getByRole('button', { name: '确定取消' }).click()
  await seen(desk.getByRole('heading', { name: '订单已取消' }))
  expect((await view()).status).toBe('cancelled')
})

test('two taps say it was bad: a ticket opens with the order beside it, its trace goes to the evidence', async () => {
  const { brand, id, people, path, view } = await ordered()
  await house.app.services.db.inBrand(brand.id, (tx) =>
    tx
      .updateTable('orders.order')
      .set({ status: 'delivered', delivered_at: new Date(), closed_at: new Date() })
      .where('id', '=', id)
      .execute(),
  )
  const phone = await house.open('phone', path)
  await phone.getByRole('radio', { name: '不满意' }).click()
  await phone.getByRole('checkbox', { name: '洒了' }).click()
  await phone.getByRole('button', { name: '送出评价' }).click()
  await seen(phone.getByText('抱歉让您失望了，已经有人在处理'))
  expect(await barriersOn(phone)).toEqual([])

  await expect.poll(async () => (await view()).tickets.length).toBe(1)
  const { number, tickets } = await view()
  const lead = await house.openAs(people.lead, 'desk', `/tickets/${tickets[0]!.id}`)
  const card = lead.getByRole('link', { name: number, exact: true })
  await seen(card)
  expect(await card.getAttribute('href')).toBe(`/orders/${id}`)
  await lead.getByRole('button', { name: '把制作配送经过放进证据' }).click()
  await seen(lead.getByRole('button', { name: '已放进证据' }))
  expect(await barriersOn(lead)).toEqual([])

  const agent = await house.openAs(people.agent, 'desk', '/reviews')
  await agent.getByRole('button', { name: '回复' }).click()
  await agent.getByRole('textbox', { name: '回复' }).fill('是我们没盖紧，给您重做一份。')
  await agent.getByRole('button', { name: '发出回复' }).click()
  await seen(agent.getByText('没有评价'))
  await phone.reload()
  await seen(phone.getByText('是我们没盖紧，给您重做一份。'))
})
