import { expect, test } from 'vitest'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()

test('where it could not be read how emergencies stand, nothing looks as if nothing waited', async () => {
  const founded = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { quality: '李品控' },
  })
  const phone = await house.openAs(founded.people.quality, 'phone', '/')
  await seen(phone.getByText('手上的都处理完了'))
  expect(await phone.getByRole('link', { name: /应急/ }).count()).toBe(0)

  const standing = /\/api\/incidents\/standing$/
  await phone.route(standing, (route) => route.fulfill({ status: 500, json: {} }))
  await phone.reload()
  const unread = phone.getByRole('alert').filter({ hasText: '应急和预警的最新情况没读出来' })
  await seen(unread)
  await seen(phone.getByRole('link', { name: /应急.*没读出来/ }))
  expect(await barriersOn(phone)).toEqual([])

  await phone.unroute(standing)
  await unread.getByRole('button', { name: '再试一次' }).click()
  await gone(unread)
  await gone(phone.getByRole('link', { name: /应急/ }))
})
