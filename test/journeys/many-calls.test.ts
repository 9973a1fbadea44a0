import { expect, test } from 'vitest'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const people = { quality: '李品控', region_manager: '赵区域' } as const
const TITLES = ['喝完又吐又拉', '红豆里有金属', '热饮烫伤孩子', '封口膜掉进杯里', '芋圆里有塑料']

test('five rooms that call one person at once leave the page in sight, and each can be answered', async () => {
  const { people: staff, shop } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people,
  })
  for (const title of TITLES)
    await house.app
      .as(staff.quality)
      .post('/incidents', { source: 'hand', plan: 'food_poisoning', title, shopIds: [shop.id] })
  const phone = await house.openAs(staff.region_manager, 'phone', '/')
  const calls = phone.getByRole('alert', { name: '应急室在呼叫您' })
  const come = calls.getByRole('button', { name: '我来', exact: true })
  await calls.getByRole('button', { name: '还有 3 间应急室在呼叫您' }).click()
  await expect.poll(() => come.count()).toBe(5)
  await calls.getByRole('button', { name: '收起' }).click()
  await expect.poll(() => come.count()).toBe(2)
  expect(await barriersOn(phone)).toEqual([])
  const first = calls.getByRole('link').first()
  const title = await first.innerText()
  await come.first().click()
  await seen(calls.getByRole('button', { name: '还有 2 间应急室在呼叫您' }))
  await gone(calls.getByText(title))
})
