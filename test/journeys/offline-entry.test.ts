import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse({ offline: true })
const SAID = '一位带孩子的顾客说杯盖没盖紧，洒了一身。'

async function writeDown(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: '顾客怎么说的' }).fill(words)
  await page.getByRole('button', { name: '有问题' }).click()
  await page.getByRole('button', { name: '记下来' }).click()
}

test('a quick entry without a network waits on the phone, survives closing, and becomes one ticket', async () => {
  const { people } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { shop_staff: '小蔡', shop_manager: '许文静' },
  })
  const page = await house.openAs(people.shop_staff, 'phone', '/counter')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await seen(page.getByText('湖滨银泰店'))

  await page.context().setOffline(true)
  await writeDown(page, SAID)
  await seen(page.getByText('已存在这台手机里，一连上网就自动送出，不会重复。'))
  expect(await barriersOn(page)).toEqual([])
  await page.reload()
  await seen(page.getByText('1 条还没送出，连上网会自动送'))
  await seen(page.getByText(SAID))
  const twin = await page.context().newPage()
  await twin.goto(page.url())
  await seen(twin.getByText('1 条还没送出，连上网会自动送'))

  await page.context().setOffline(false)
  await page.getByText(SAID).waitFor({ state: 'detached' })
  await twin.getByText(SAID).waitFor({ state: 'detached' })
  const desk = await house.openAs(people.shop_manager, 'desk', '/inbox')
  await seen(desk.getByRole('link', { name: SAID.slice(0, 10) }))
  expect(await desk.getByRole('link', { name: SAID.slice(0, 10) }).count()).toBe(1)
})
