import { expect, test } from 'vitest'
import { barriersOn, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()

test('a shop assistant writes down what a customer says in three taps and a sentence', async () => {
  const { people } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { shop_staff: '小蔡', shop_manager: '许文静', agent: '沈知夏' },
  })
  const manager = await house.openAs(people.shop_manager, 'desk', '/inbox')
  const page = await house.openAs(people.shop_staff, 'phone', '/counter')
  await seen(page.getByText('湖滨银泰店'))
  expect(await barriersOn(page)).toEqual([])

  await page.getByRole('textbox', { name: '顾客怎么说的' }).fill('一位阿姨说珍珠是硬的，咬不动。')
  await page.getByRole('button', { name: '有问题' }).click()
  await page.getByRole('button', { name: '味道不对' }).click()
  await page.getByRole('button', { name: '记下来' }).click()

  await seen(page.getByRole('heading', { name: /^记好了，HY-\d+$/ }))
  await seen(page.getByText('让顾客扫这个码看进展'))
  expect(await barriersOn(page)).toEqual([])
  await seen(manager.getByRole('link', { name: '一位阿姨说珍珠是硬的' }))
})
