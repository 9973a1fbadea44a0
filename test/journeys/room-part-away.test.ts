import { expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { barriersOn, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const people = { quality: '李品控' } as const

test('a part of the room that does not come without a network leaves clock and checklist standing, and comes when it can', async () => {
  const { shop, people: staff } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people,
  })
  const opened = await house.app.as(staff.quality).post<Room>('/incidents', {
    source: 'hand',
    plan: 'food_poisoning',
    title: '两位顾客喝完又吐又拉',
    shopIds: [shop.id],
  })
  const phone = await house.openAs(staff.quality, 'phone', '/incidents')
  const file = '**/assets/StatementsPart*.js'
  await phone.context().route(file, (route) => route.abort())
  await phone.goto(new URL(`/incidents/${opened.body.id}`, phone.url()).href)
  await phone.getByRole('tab', { name: /^更多/ }).click()
  await phone.getByRole('button', { name: /^对外说明/ }).click()
  await seen(
    phone.getByText('这部分要有网才能打开'),
    phone.getByRole('heading', { name: '两位顾客喝完又吐又拉' }),
    phone.getByText(/^剩 \d+ 分/).first(),
  )
  expect(await barriersOn(phone)).toEqual([])
  await phone.getByRole('button', { name: '再试一次' }).click()
  await seen(phone.getByText('这部分要有网才能打开'))
  await phone.getByRole('button', { name: '回到清单' }).click()
  await seen(phone.getByRole('button', { name: '完成：叫齐处置小组' }))

  await phone.context().unroute(file)
  await phone.getByRole('tab', { name: /^更多/ }).click()
  await phone.getByRole('button', { name: /^对外说明/ }).click()
  await seen(phone.getByRole('button', { name: '写对外说明' }))
})
