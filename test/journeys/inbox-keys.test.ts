import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const OLDER = '等了四十分钟才叫到号，出杯实在太慢了。'
const NEWER = '说好送的小料没有给，问了才说卖完了。'

test('an agent answers from the inbox without touching the mouse', async () => {
  const { table, people } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏' },
  })
  for (const content of [OLDER, NEWER]) {
    const form = `/public/forms/${table.slice('/q/'.length)}/feedback`
    await house.app.anonymous.post(form, { submissionId: randomUUID(), mood: 'bad', content })
  }

  const page = await house.openAs(people.agent, 'desk', '/inbox')
  await seen(page.getByRole('link', { name: OLDER }), page.getByRole('link', { name: NEWER }))
  await page.keyboard.press('j')
  await seen(page.getByRole('article').getByText(NEWER))
  await page.keyboard.press('j')
  await seen(page.getByRole('article').getByText(OLDER))
  await page.keyboard.press('Enter')
  await seen(page.getByRole('heading', { level: 1, name: OLDER.slice(0, 12) }))
  await page.keyboard.press('r')
  await seen(page.locator('textarea:focus'))
  await page.keyboard.insertText('让您等久了，抱歉。现在就给您做，做好马上叫您。')
  await page.keyboard.press('Control+Enter')
  await seen(page.getByText(/秒后发出/))
  await page.keyboard.press('Control+z')
  await gone(page.getByText(/秒后发出/))
  await page.keyboard.press('Control+Enter')
  await seen(page.getByText(/秒后发出/))
  await page.keyboard.press('Control+Enter')
  await seen(page.getByText('已发给顾客'), page.getByRole('article').getByText('现在就给您做'))
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await seen(page.getByRole('dialog', { name: '键盘快捷键' }))
  expect(await barriersOn(page)).toEqual([])
})
