import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const HARD = '珍珠太硬了，嚼都嚼不动，孩子差点噎着。'
const SLOW = '等了四十分钟才叫到号，出杯实在太慢了。'

test('an agent finds a ticket from any page by what was written on it, and sees where it stands', async () => {
  const { table, people } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏' },
  })
  const form = `/public/forms/${table.slice('/q/'.length)}/feedback`
  for (const content of [HARD, SLOW])
    await house.app.anonymous.post(form, { submissionId: randomUUID(), mood: 'bad', content })

  const page = await house.openAs(people.agent, 'desk', '/')
  await seen(page.getByRole('link', { name: '今天' }))
  await page.keyboard.press('/')
  await seen(page.getByRole('heading', { name: '可以这样搜' }))
  await page.keyboard.insertText('珍珠太硬')
  const hit = page.getByRole('option', { name: /珍珠太硬/ })
  await seen(hit.locator('mark', { hasText: '珍珠太硬' }))
  await expect.poll(() => page.getByRole('option').count()).toBe(2)
  expect(await barriersOn(page)).toEqual([])
  await page.keyboard.press('Enter')
  await seen(page.getByRole('heading', { level: 1, name: '珍珠太硬了' }))

  await page.keyboard.press('/')
  await seen(page.getByRole('button', { name: '珍珠太硬' }))
  await page.keyboard.insertText('太')
  await seen(page.getByRole('option', { name: /出杯实在太慢/ }))
  await page.keyboard.press('Control+Enter')
  await seen(
    page.getByRole('heading', { level: 1, name: '搜索结果' }),
    page.locator('mark', { hasText: '太' }),
  )
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('太')
  await page.getByRole('button', { name: '已关闭' }).click()
  await seen(page.getByText('没有符合条件的工单'))
  await page.getByRole('button', { name: '清空' }).click()
  await gone(page.getByRole('heading', { level: 1, name: '搜索结果' }))
})

test('on a phone the search fills the screen', async () => {
  const { table, people } = await house.found({
    name: '云上茶',
    pack: 'milk_tea',
    shop: '人民广场店',
    people: { shop_manager: '顾一鸣' },
  })
  const form = `/public/forms/${table.slice('/q/'.length)}/feedback`
  await house.app.anonymous.post(form, { submissionId: randomUUID(), mood: 'bad', content: HARD })
  const page = await house.openAs(people.shop_manager, 'phone', '/inbox')
  await page.getByRole('button', { name: /^搜索/ }).click()
  await page.getByRole('combobox', { name: '搜索工单' }).fill('噎')
  await page.getByRole('option', { name: /孩子差点噎着/ }).tap()
  await seen(page.getByRole('heading', { level: 1, name: '珍珠太硬了' }))
})
