import { expect, test } from 'vitest'
import { seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse({ offline: true })
const SAID = '地铁口这家店的吸管总是漏给，已经是第三次了。'

test('what a customer sends without a network is kept and sent when it is back', async () => {
  const { table, people } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏' },
  })
  const page = await house.open('phone', table)
  await page.getByRole('radio', { name: '一般' }).click()
  await page.context().setOffline(true)
  await seen(page.getByText('现在没有网络。您照常写，连上后就能送出。'))
  await page.getByRole('textbox', { name: '想说的话' }).fill(SAID)
  await page.getByRole('button', { name: '告诉店长' }).click()
  await seen(page.getByText('您写的已经存在手机里，一连上就送出'))

  await page.context().setOffline(false)
  await seen(page.getByRole('heading', { name: '收到了，店长马上看' }))
  const desk = await house.openAs(people.agent, 'desk', '/inbox')
  await seen(desk.getByRole('link', { name: SAID.slice(0, 12) }))
})

test('words written without a network survive closing the page', async () => {
  const { table } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏' },
  })
  const page = await house.open('phone', table)
  await page.getByRole('textbox', { name: '想说的话' }).fill(SAID)
  await page.close()
  const again = await page.context().newPage()
  await again.goto(table)
  await seen(again.getByText('上次没送出的内容还在'))
  await expect.poll(() => again.getByRole('textbox', { name: '想说的话' }).inputValue()).toBe(SAID)
})
