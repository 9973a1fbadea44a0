import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { OrderView } from '#contracts/orders'
import { barriersOn, gone, seen } from '#test/browser'
import { BUN, MILK_TEA, place, twoTeas } from '#test/order-world'
import { openHouse } from './house.ts'

const house = openHouse({ offline: true })
const people = { agent: '沈知夏', shop_manager: '许文静', admin: '程立' } as const

/** A shop with a menu, two stations and a cook; one order of two teas and a bun for somebody who must have no milk. */
async function begin() {
  const founded = await house.found({ name: '青禾茶事', pack: 'milk_tea', shop: '湖滨银泰店', people })
  const { shop } = founded
  const { admin, agent, shop_manager: manager } = founded.people
  const { app } = house
  const cook = await app.make.staff({ role: 'kitchen', shop, name: '阿强' })
  const mate = await app.make.staff({ role: 'kitchen', shop, name: '小蔡' })
  const made = async (item: object) => (await app.as(admin).post<{ id: string }>('/menu', item)).body.id
  const items = { tea: await made(MILK_TEA), bun: await made(BUN) }
  for (const [key, name, capacity] of [
    ['tea', '制茶台', 2],
    ['bake', '烘焙台', 1],
  ])
    await app.as(manager).put(`/shops/${shop.id}/stations`, {
      key,
      name,
      capacity,
      staffIds: key === 'tea' ? [cook.id, mate.id] : [cook.id],
    })
  const order = (note = '对牛奶过敏，换燕麦奶') =>
    place(app, agent, {
      ...twoTeas({ shop, items }),
      note,
      items: [
        { itemId: items.tea, quantity: 2, options: { sugar: ['less'] }, note: '少冰' },
        { itemId: items.bun, quantity: 1, options: {}, note: '' },
      ],
    })
  const read = async (id: string) => (await app.as(agent).get<OrderView>(`/orders/${id}`)).body
  return { shop, cook, mate, manager, agent, order, read }
}

const card = (page: Page, dish: string) => page.getByRole('article', { name: new RegExp(dish) })
const touch = (page: Page, dish: string, deed: string) =>
  card(page, dish).getByRole('button', { name: deed, exact: true }).click()

test('taps made without a network wait on the screen, arrive once with their own time, and what others did meanwhile is told', async () => {
  const { cook, mate, order, read } = await begin()
  const id = await order()
  const screen = await house.openAs(cook, 'lying', '/kitchen')
  await seen(card(screen, '红豆包'))
  await screen.evaluate(() => navigator.serviceWorker.ready)
  await screen.reload()
  await seen(card(screen, '红豆包'))

  await screen.context().setOffline(true)
  await touch(screen, '红豆包', '开始做')
  await touch(screen, '红豆包', '做好了')
  await touch(screen, '乌龙奶茶', '开始做')
  await seen(screen.getByText('没有网络，3 个操作存在这块屏上，连上就送出'))
  await screen.reload()
  await seen(screen.getByText(/3 个操作存在这块屏上/), screen.getByRole('region', { name: /待检查/ }))
  expect(await barriersOn(screen)).toEqual([])

  const other = await house.openAs(mate, 'phone', '/kitchen')
  await touch(other, '乌龙奶茶', '开始做')
  await expect.poll(async () => (await read(id)).trace.at(-1)?.byName, { timeout: 30_000 }).toBe('小蔡')

  await screen.context().setOffline(false)
  await seen(screen.getByRole('alert').getByText(/小蔡已经在做了/))
  await gone(screen.getByText(/个操作存在这块屏上/))
  const { trace } = await read(id)
  expect(trace.filter((l) => l.kind === 'item_made').map((l) => [l.data.item, l.byName])).toEqual([
    ['红豆包', '阿强'],
  ])
  expect(trace.filter((l) => l.kind === 'item_started')).toHaveLength(2)
})

test('what quality stops is on the screen within seconds, with what to do with each open dish', async () => {
  const { cook, manager, order } = await begin()
  await order()
  const screen = await house.openAs(cook, 'phone', '/kitchen')
  await touch(screen, '红豆包', '开始做')
  await seen(screen.getByRole('region', { name: /正在做/ }))
  await house.app.as(manager).post('/stop-sales', { ingredient: '红豆', reason: '有异味' })
  const alert = screen.getByRole('alert', { name: '停售：红豆' })
  await seen(alert.getByText('原因：有异味'), alert.getByText(/红豆包：停手，放到一边/))
  await touch(screen, '红豆包', '做好了')
  await seen(card(screen, '红豆包').getByRole('button', { name: '已停售，别出餐' }))
  expect(await barriersOn(screen)).toEqual([])
})

test('a dish is sent back and made anew; that it will be late is seen in time, and the customer is told with one touch', async () => {
  const { cook, manager, order, read } = await begin()
  const id = await order()
  const screen = await house.openAs(cook, 'lying', '/kitchen')
  await seen(card(screen, '乌龙奶茶').getByText('×2'), card(screen, '乌龙奶茶').getByText('少糖'))
  await seen(
    card(screen, '乌龙奶茶').getByText('过敏、忌口：对牛奶过敏，换燕麦奶'),
    card(screen, '乌龙奶茶').getByText('这一份里有牛奶，先问清楚再做'),
    card(screen, '红豆包'),
  )
  expect(await screen.locator('body').innerText()).not.toMatch(/林小雨|138|文一西路/)
  expect(await barriersOn(screen)).toEqual([])

  await touch(screen, '乌龙奶茶', '开始做')
  await seen(screen.getByRole('region', { name: /正在做/ }).getByText('乌龙奶茶'))
  await screen.getByRole('button', { name: '撤销' }).click()
  await seen(screen.getByRole('region', { name: /接下来/ }).getByText('乌龙奶茶'))
  await touch(screen, '乌龙奶茶', '开始做')
  await touch(screen, '乌龙奶茶', '做好了')

  const office = await house.openAs(manager, 'desk', '/kitchen')
  await touch(office, '乌龙奶茶', '退回重做')
  await office.getByRole('button', { name: '味道不对' }).click()
  await seen(card(screen, '乌龙奶茶').getByText('第 2 次做，上次退回：味道不对'))

  house.app.setNow(new Date(Date.now() + 9 * 60_000).toISOString())
  await office.reload()
  await office.getByRole('button', { name: /告诉顾客改到/ }).click()
  await gone(office.getByRole('button', { name: /告诉顾客改到/ }))
  const told = await read(id)
  const last = told.trace.filter((line) => line.kind === 'told').at(-1)!
  expect(last.data.text).toContain('正在重做')
  expect(Date.parse(told.promisedAt!)).toBeGreaterThan(Date.parse(told.firstPromisedAt!))
  expect(told.suspicions.map((s) => s.code)).toEqual(['sentBack', 'promiseMoved'])

  for (const dish of ['乌龙奶茶', '红豆包'])
    for (const deed of ['开始做', '做好了', '合格']) await touch(screen, dish, deed)
  await seen(screen.getByRole('button', { name: /做好了，等出餐 2/ }))
  await expect.poll(async () => (await read(id)).status, { timeout: 30_000 }).toBe('ready')
})
