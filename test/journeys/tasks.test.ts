import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse, photo } from './house.ts'

const house = openHouse()
const SAID = '珍珠硬得嚼不动，换了一杯还是硬的。'
const QUESTION = '这杯是几点做的？珍珠是哪一锅？拍一张看看。'
const ANSWER = '两点四十做的，那锅已经超过四小时，剩下的都倒了。'

async function addStep(desk: Page, title: string, who: string): Promise<void> {
  await desk.getByRole('textbox', { name: '加一步' }).fill(title)
  await desk.getByRole('combobox', { name: '交给谁' }).fill(who)
  await desk
    .getByTitle(who)
    .or(desk.locator('.ant-select-item-option', { hasText: who }))
    .first()
    .click()
  await desk.getByRole('button', { name: '明天中午' }).click()
  await desk.getByRole('button', { name: '加一步' }).click()
  await seen(desk.getByRole('listitem').filter({ hasText: title }))
}

test('the shop answers from the phone, other departments get their steps, and the agent is told what is open', async () => {
  const { table, people } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏', lead: '顾一鸣', shop_staff: '林小满', quality: '方岩' },
  })
  const form = `/public/forms/${table.slice('/q/'.length)}/feedback`
  await house.app.anonymous.post(form, { submissionId: randomUUID(), mood: 'bad', content: SAID })

  const desk = await house.openAs(people.agent, 'desk', '/inbox?view=all')
  await desk.getByRole('link', { name: SAID.slice(0, 10) }).click()
  await desk.getByRole('tablist', { name: '工单内容' }).getByRole('tab', { name: '方案' }).click()
  await seen(desk.getByText('还没有安排步骤'))
  await desk.getByRole('button', { name: '问门店' }).click()
  await desk.getByRole('textbox', { name: '问门店' }).fill(QUESTION)
  await desk.getByRole('dialog').getByRole('button', { name: '1 小时内' }).click()
  expect(await barriersOn(desk)).toEqual([])
  await desk.getByRole('button', { name: '发给门店' }).click()
  await seen(desk.getByText('已问林小满'), desk.getByRole('listitem').filter({ hasText: '林小满' }))

  const phone = await house.openAs(people.shop_staff, 'phone', '/')
  await seen(phone.getByRole('heading', { name: '我的待办' }))
  await phone.getByRole('link', { name: '待办' }).click()
  await seen(phone.getByRole('heading', { name: /^(今天|之后)/ }))
  await phone.getByRole('button', { name: new RegExp(QUESTION.slice(0, 8)) }).click()
  await phone.getByRole('textbox', { name: '您的回答' }).fill(ANSWER)
  await phone.locator('input[type=file]').setInputFiles(await photo('珍珠.jpg'))
  await seen(phone.getByRole('button', { name: '去掉这张照片' }))
  expect(await barriersOn(phone)).toEqual([])
  await phone.getByRole('button', { name: '发回答' }).click()
  await seen(phone.getByText('回答已发给沈知夏'), phone.getByText('没有要办的事'))

  await desk.getByRole('tablist', { name: '工单内容' }).getByRole('tab', { name: '对话' }).click()
  const note = desk.getByRole('article').filter({ hasText: ANSWER })
  await seen(note, note.getByRole('button', { name: '照片 1' }), note.getByText('回答「'))

  await desk.getByRole('tablist', { name: '工单内容' }).getByRole('tab', { name: '方案' }).click()
  await addStep(desk, '复查出品记录', '方岩')
  await addStep(desk, '把保温时间贴到操作台', '林小满')
  expect(await barriersOn(desk)).toEqual([])

  await desk.getByRole('tablist', { name: '工单内容' }).getByRole('tab', { name: '对话' }).click()
  await desk.getByRole('tab', { name: '方案' }).last().click()
  await desk.getByRole('textbox', { name: '方案' }).fill('给您重做一杯，原单 18 元退回。')
  await desk.getByRole('button', { name: /^发给顾客确认/ }).click()
  const question = desk.getByRole('dialog', { name: '还有 2 项没办完' })
  await seen(question.getByText('复查出品记录'), question.getByText(/^方岩，/))
  await question.getByRole('button', { name: '仍然发给顾客' }).click()
  await desk.getByRole('button', { name: '立即发送' }).click()
  await seen(desk.getByText('等顾客确认', { exact: true }))
  await gone(question)

  const quality = await house.openAs(people.quality, 'phone', '/todos')
  await seen(quality.getByRole('button', { name: /复查出品记录/ }))
})
