import { expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()

test('who looks from another zone types times of the brand’s clock into the room and the seal', async () => {
  const { brand, shop, people } = await house.found({
    name: '東都茶坊',
    pack: 'milk_tea',
    shop: '银座店',
    people: { quality: '李品控' },
  })
  await house.app.services.db.inBrand(brand.id, (tx) =>
    tx.updateTable('platform.brand').set({ zone: 'Asia/Tokyo' }).where('id', '=', brand.id).execute(),
  )
  const asQuality = house.app.as(people.quality)
  const opened = await asQuality.post<Room>('/incidents', {
    source: 'hand',
    plan: 'food_poisoning',
    title: '两位顾客喝完又吐又拉',
    shopIds: [shop.id],
  })
  const path = `/incidents/${opened.body.id}`
  const read = async () => (await asQuality.get<Room>(path)).body
  const desk = await house.openAs(people.quality, 'desk', path)

  await desk.getByRole('button', { name: '加一步' }).click()
  const step = desk.getByRole('dialog', { name: '加一步' })
  await step.getByLabel('做什么').fill('联系疾控中心取样')
  await step.getByLabel(/^什么时候之前/).fill('2030-01-02T08:00')
  await step.getByRole('button', { name: '加上' }).click()
  await gone(step)
  expect((await read()).checklist.find((one) => one.added)!.dueAt).toBe('2030-01-01T23:00:00.000Z')

  await desk.goto(`${path}?part=seal`)
  await desk.getByRole('button', { name: '通知门店停售封存' }).click()
  const order = desk.getByRole('dialog', { name: '通知门店停售封存' })
  await order.getByText('原料', { exact: true }).first().click()
  await order.getByRole('combobox', { name: '原料' }).fill('红豆')
  await order.getByLabel('从什么时候（可不填）').fill('2026-03-02T08:30')
  await order.getByRole('button', { name: '马上通知 1 家店' }).click()
  await gone(order)
  expect((await read()).seals[0]!.from).toBe('2026-03-01T23:30:00.000Z')

  await desk.goto(`${path}?part=affected`)
  await seen(desk.getByLabel('从', { exact: true }))
  const first = new Date(Date.parse(opened.body.openedAt) - 3 * 86_400_000)
  const tokyo = first.toLocaleTimeString('en-GB', { timeZone: 'Asia/Tokyo' }).slice(0, 5)
  expect(await desk.getByLabel('从', { exact: true }).inputValue()).toContain(`T${tokyo}`)
})
