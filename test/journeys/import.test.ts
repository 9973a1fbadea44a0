import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { barriersOn, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()

const today = new Date(Date.now() - 3_600_000 * 30).toISOString().slice(0, 10)
const REVIEWS = [
  '二月评价导出,,,,,',
  '评价ID,顾客说的话,评分,评价时间,门店名称,用户昵称',
  `80001,珍珠太硬，嚼不动,2,${today} 12:20,湖滨银泰店,小满妈妈`,
  '80002,茉莉很香，下次还点,5,2025-06-01 09:05,湖滨银泰店,匿名用户',
  '80003,喝到一半发现一只小飞虫,1,2025-06-03 20:10,湖滨银泰店,',
  `80004,吸管忘了给,2,${today},城北新店,`,
].join('\r\n')

test('a lead brings in a file of reviews: columns, a row that is wrong, progress, result', async () => {
  const { people } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { lead: '顾一鸣', agent: '沈知夏', shop_manager: '方岩', quality: '林小满' },
  })
  const desk = await house.openAs(people.lead, 'desk', '/')
  await desk.getByRole('link', { name: '导入文件' }).click()
  await seen(desk.getByText('还没有导入过文件'))
  expect(await barriersOn(desk)).toEqual([])
  await desk.locator('input[type=file]').setInputFiles({
    name: '二月评价.csv',
    mimeType: 'text/csv',
    buffer: iconv.encode(REVIEWS, 'gb18030'),
  })

  await seen(desk.getByRole('heading', { name: /核对每一列/ }))
  await seen(desk.getByRole('heading', { name: '先看看前几行' }), desk.getByText('1 行导不进来'))
  await seen(
    desk.getByRole('cell', { name: '门店：找不到这家门店' }),
    desk.getByRole('cell', { name: '小**' }),
  )
  await desk.getByRole('combobox', { name: '追加评价' }).click()
  await desk.locator('.ant-select-item-option', { hasText: '顾客说的话' }).last().click()
  await seen(desk.getByRole('columnheader', { name: '追加评价' }))
  await desk.getByRole('combobox', { name: '追加评价' }).hover()
  await desk
    .locator('.ant-select', { has: desk.getByRole('combobox', { name: '追加评价' }) })
    .locator('.ant-select-clear')
    .click()
  await desk.getByRole('columnheader', { name: '追加评价' }).waitFor({ state: 'detached' })
  expect(await barriersOn(desk)).toEqual([])
  await desk.getByRole('button', { name: '开始导入 4 行' }).click()

  await seen(desk.getByRole('heading', { name: '「二月评价.csv」导完了' }))
  const counts = desk.locator('dl').first()
  await seen(counts.getByText('新工单'), counts.getByText('没导进来'))
  expect((await counts.innerText()).replace(/\s+/g, ' ')).toBe('新工单 1 存档 2 没导进来 1 涉及紧急情况 1')
  await seen(desk.getByRole('heading', { name: '这些评价涉及紧急情况' }))
  expect(await barriersOn(desk)).toEqual([])
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: '下载没导进来的行' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('二月评价-没导进来的.csv')
  const [, refused] = readFileSync(await download.path(), 'utf8').split('\r\n')
  expect(refused).toMatch(/^6,没导入,找不到这家门店 （门店）,,80004,吸管忘了给/)
  await desk.getByRole('link', { name: /喝到一半发现一只小飞虫/ }).click()
  await seen(desk.getByText('早先的评价，只存档', { exact: false }))

  const phone = await house.openAs(people.lead, 'phone', '/import')
  await seen(phone.getByRole('button', { name: '二月评价.csv' }), phone.getByText('已完成'))
  expect(await barriersOn(phone)).toEqual([])
  await phone
    .locator('input[type=file]')
    .setInputFiles({ name: '二月评价.csv', mimeType: 'text/csv', buffer: Buffer.from(REVIEWS) })
  await seen(phone.getByText('这样的文件以前导过'))
  await phone.getByRole('button', { name: '开始导入 4 行' }).click()
  await seen(phone.getByText('已有，跳过'))
  expect((await phone.locator('dl').first().innerText()).replace(/\s+/g, ' ')).toBe('已有，跳过 3 没导进来 1')
})
