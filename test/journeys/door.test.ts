import { expect, test } from 'vitest'
import { barriersOn, SIZES, type Size, seen } from '#test/browser'
import { TEST_PASSWORD } from '#test/make'
import { openHouse } from './house.ts'

const house = openHouse()
const sizes = Object.keys(SIZES) as Size[]

test('the first visit to an empty installation leads through set-up into the console', async () => {
  const page = await house.open('desk', '/')
  await seen(page.getByRole('heading', { name: '第一次使用' }))
  expect(await barriersOn(page)).toEqual([])
  await page.getByLabel('品牌名称').fill('青禾茶事')
  await page.getByRole('radio', { name: /奶茶|茶饮/ }).check()
  await page.getByLabel('门店名称').fill('湖滨银泰店')
  await page.getByLabel('您的姓名').fill('陆青禾')
  await page.getByLabel('登录账号').fill('luqinghe')
  await page.getByLabel('新密码', { exact: true }).fill('西湖边上第三棵柳树下')
  await page.getByRole('button', { name: '建好，进入回音' }).click()
  await seen(
    page.getByRole('navigation', { name: '主导航' }),
    page.getByText('陆青禾'),
    page.getByText('青禾茶事'),
  )
  await page.getByRole('link', { name: '门店', exact: true }).click()
  await seen(page.getByText('湖滨银泰店'))
  expect(await barriersOn(page)).toEqual([])

  const later = await house.open('phone', '/setup')
  await seen(later.getByText('已经设置好了'))
})

test.each(sizes)('a wrong password is said to be wrong, the right one opens, at a %s', async (size) => {
  const person = await house.app.make.staff({ role: 'agent', name: '沈知夏' })
  const page = await house.open(size, '/sign-in')
  await page.getByLabel('账号').fill(person.login)
  await page.getByLabel('密码', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await seen(page.getByRole('alert').getByText('账号或密码'))
  expect(await barriersOn(page)).toEqual([])
  await page.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD)
  await page.getByLabel('密码', { exact: true }).press('Enter')
  await seen(page.getByRole('heading', { name: '手上的都处理完了' }))
  expect(await barriersOn(page)).toEqual([])
})

test.each(sizes)('whoever is locked out is out at once, at a %s', async (size) => {
  const brand = await house.app.make.brand()
  const admin = await house.app.make.staff({ role: 'admin', brand })
  const person = await house.app.make.staff({ role: 'agent', brand, name: '沈知夏' })
  const page = await house.openAs(person, size, '/inbox')
  await seen(page.getByText('手上没有待办的工单'))

  const office = await house.openAs(admin, 'desk', '/staff')
  await office.getByText('沈知夏').click()
  await office.getByRole('tab', { name: '登录权限' }).click()
  await office.getByRole('button', { name: '锁定，不让登录' }).click()
  await office.getByRole('button', { name: '马上锁定' }).click()

  await seen(page.getByRole('heading', { name: '登录', exact: true }))
  await page.getByLabel('账号').fill(person.login)
  await page.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await seen(page.getByRole('alert'))
})
