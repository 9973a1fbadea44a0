import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const SAID = [
  '等了四十分钟才叫到号，出杯太慢了。',
  '说好的小料没有给，问了才说卖完了。',
  '杯盖没有盖紧，一路洒到家。',
]

async function choose(page: Page, select: string, option: string) {
  await page.getByRole('combobox', { name: select }).last().click()
  await page.getByTitle(option, { exact: true }).last().click()
}

test('a filter is built, kept and shared; what it finds is assigned, given back, and written into a file', async () => {
  const { table, people } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏', lead: '陶然', shop_manager: '曹国平' },
  })
  for (const content of SAID) {
    const form = `/public/forms/${table.slice('/q/'.length)}/feedback`
    await house.app.anonymous.post(form, { submissionId: randomUUID(), mood: 'bad', content })
  }

  const page = await house.openAs(people.lead, 'desk', '/inbox?view=all')
  await seen(...SAID.map((content) => page.getByRole('link', { name: content })))
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  await page.getByRole('button', { name: '加条件' }).click()
  await page.getByRole('combobox', { name: '条件' }).fill('内容')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '选择' }).fill('小料')
  await seen(page.getByText('内容提到 “小料”'))
  await gone(page.getByRole('link', { name: SAID[0]! }))
  await seen(page.getByRole('link', { name: SAID[1]! }))
  await page.getByRole('textbox', { name: '选择' }).fill('')
  await page.getByRole('button', { name: '去掉这个条件', exact: true }).click()
  await page.getByRole('button', { name: '加条件' }).click()
  await page.getByRole('combobox', { name: '条件' }).fill('门店')
  await page.keyboard.press('Enter')
  await choose(page, '选择', '湖滨银泰店')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await seen(page.getByText('门店是 湖滨银泰店'))
  expect(await barriersOn(page)).toEqual([])

  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: '存为视图' }).click()
  const dialog = page.getByRole('dialog', { name: '存为视图' })
  await dialog.getByRole('textbox', { name: '视图名称' }).fill('湖滨店待办')
  await dialog.getByRole('checkbox', { name: '共享给同事' }).check()
  await dialog.getByRole('button', { name: '保存' }).click()
  await seen(page.getByRole('heading', { level: 1, name: '湖滨店待办' }))
  const colleague = await house.openAs(people.shop_manager, 'phone', '/inbox')
  await colleague.getByRole('link', { name: /湖滨店待办/ }).click()
  await seen(colleague.getByRole('link', { name: SAID[2]! }))

  await seen(page.getByRole('link', { name: SAID[0]! }))
  await page.getByRole('checkbox').first().focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('checkbox')
    .nth(2)
    .click({ modifiers: ['Shift'] })
  await seen(page.getByText('已选 3 张'))
  await page.getByRole('button', { name: '分派', exact: true }).click()
  const assign = page.getByRole('dialog', { name: '分派 3 张工单' })
  await assign.getByRole('radio', { name: '派给一位同事' }).check()
  await page.getByRole('combobox', { name: '选一位同事' }).click()
  await page.locator('.ant-select-item-option', { hasText: '陶然' }).click()
  await assign.getByRole('button', { name: '分派 3 张' }).click()
  const tray = page.getByRole('region', { name: '后台任务' })
  await seen(tray.getByText('分派给陶然：完成 3 张'))
  const mine = await house.openAs(people.lead, 'desk', '/inbox?view=mine')
  await seen(...SAID.map((content) => mine.getByRole('link', { name: content })))
  await tray.getByRole('button', { name: '撤销' }).click()
  await seen(tray.getByText('已撤销'))
  await mine.reload()
  await seen(mine.getByText('手上没有待办的工单'))

  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: '导出…' }).click()
  const ask = page.getByRole('dialog', { name: '导出工单' })
  await seen(ask.getByText('符合条件的工单：3'))
  await ask.getByRole('radio', { name: /CSV/ }).check()
  await ask.getByRole('button', { name: '开始导出' }).click()
  await seen(tray.getByText('导出完成，共 3 行'))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    tray.getByRole('link', { name: /下载/ }).click(),
  ])
  const file = readFileSync(await download.path(), 'utf8')
  for (const content of SAID) expect(file).toContain(content)
  expect(file).toContain('湖滨银泰店')
})
