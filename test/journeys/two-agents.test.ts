import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn, gone, seen } from '#test/browser'
import { type Founded, openHouse } from './house.ts'

const house = openHouse()
const SAID = '说好送的小料没有给，问了才说卖完了。'
const SORRY = '是我们的疏忽，小料已经给您补上，到店报编号就能拿。'

const people = { agent: '沈知夏', lead: '顾一鸣', shop_manager: '许文静' } as const
type People = keyof typeof people

async function begin(): Promise<Founded<People>> {
  const founded = await house.found({ name: '青禾茶事', pack: 'milk_tea', shop: '湖滨银泰店', people })
  const form = `/public/forms/${founded.table.slice('/q/'.length)}/feedback`
  await house.app.anonymous.post(form, { submissionId: randomUUID(), mood: 'bad', content: SAID })
  return founded
}

async function openTicket(
  person: Founded<People>['people'][People],
  size: 'desk' | 'phone' = 'desk',
): Promise<Page> {
  const page = await house.openAs(person, size, '/inbox?view=all')
  await page.getByRole('link', { name: SAID.slice(0, 10) }).click()
  await seen(page.getByRole('textbox', { name: '回复顾客' }))
  return page
}

test('two agents on one ticket see each other; the second is warned before it is sent', async () => {
  const { people } = await begin()
  const first = await openTicket(people.agent)
  const second = await openTicket(people.lead)
  await seen(first.getByText('顾一鸣在看'), second.getByText('沈知夏在看'))

  await second.getByRole('textbox', { name: '回复顾客' }).fill('您好，我先去店里问一下。')
  await seen(first.getByText('顾一鸣正在回复'))
  await first.getByRole('textbox', { name: '回复顾客' }).fill(SORRY)
  await seen(first.getByText('顾一鸣也在写回复'), second.getByText('沈知夏也在写回复'))
  await first.keyboard.press('Control+Enter')
  await seen(first.getByRole('article', { name: '等待发出的消息' }))

  await seen(
    second.getByRole('alert').getByText('沈知夏刚写好一条'),
    second.getByRole('alert').getByText(SORRY),
  )
  await first.getByRole('button', { name: '立即发送' }).click()
  await seen(first.getByText('已发给顾客'))
  await gone(first.getByRole('article', { name: '等待发出的消息' }))
  await seen(second.getByRole('alert').getByText(/沈知夏 \d\d:\d\d 已经回复了顾客/))

  expect(await barriersOn(second)).toEqual([])

  await second.getByRole('button', { name: '放弃', exact: true }).click()
  await seen(second.getByText('已放弃这条草稿'))
  await second.getByRole('button', { name: '恢复' }).click()
  await second.getByRole('textbox', { name: '回复顾客' }).fill('小料已经替您留好了。')
  await second.getByRole('button', { name: /^发送/ }).click()
  await second.getByRole('button', { name: '立即发送' }).click()
  await seen(first.getByRole('article').getByText('小料已经替您留好了。'))

  await second.getByRole('link', { name: '今天' }).click()
  await gone(first.getByText('顾一鸣在看'), first.getByText('顾一鸣正在回复'))
})

test('what was sent too quickly comes back, on whatever device', async () => {
  const { people } = await begin()
  const desk = await openTicket(people.agent)
  await desk.getByRole('textbox', { name: '回复顾客' }).fill(SORRY)
  await desk.getByRole('button', { name: /^发送/ }).click()
  await desk.getByRole('button', { name: '撤回' }).click()
  await seen(desk.getByText('已撤回，文字在输入框里'))
  await gone(desk.getByRole('article', { name: '等待发出的消息' }))
  await expect.poll(() => desk.getByRole('textbox', { name: '回复顾客' }).inputValue()).toBe(SORRY)

  const phone = await house.openAs(people.agent, 'phone', '/inbox?view=all')
  const row = phone.getByRole('link', { name: SAID.slice(0, 10) })
  await seen(row.getByText('草稿'))
  await row.click()
  await seen(phone.getByText('草稿已保存'))
  await expect.poll(() => phone.getByRole('textbox', { name: '回复顾客' }).inputValue()).toBe(SORRY)
  expect(await barriersOn(phone)).toEqual([])
})

test('templates by / and people by @, without touching the mouse', async () => {
  const { people } = await begin()
  const desk = await openTicket(people.agent)
  const field = desk.getByRole('textbox', { name: '回复顾客' })
  await field.focus()
  await desk.keyboard.type('/apology')
  const templates = desk.getByRole('listbox', { name: '模板' })
  await seen(templates.getByRole('option').first())
  expect(await barriersOn(desk)).toEqual([])
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('Enter')
  await gone(templates)
  await expect.poll(() => field.inputValue()).toContain('[称呼]')
  expect(await field.inputValue()).not.toContain('/apology')
  await desk.keyboard.press('Control+Enter')
  await seen(desk.getByText(/还有 1 处没填/))
  await desk.getByRole('button', { name: '去掉' }).click()
  await expect.poll(() => field.inputValue()).not.toMatch(/\[|^[，,]/)
  await desk.keyboard.press('Escape')

  await desk.keyboard.press('n')
  const note = desk.getByRole('textbox', { name: '内部备注' })
  await seen(note.and(desk.locator(':focus')))
  await desk.keyboard.type('请@许')
  await seen(desk.getByRole('option', { name: /许文静/ }))
  await desk.keyboard.press('Enter')
  await desk.keyboard.type('查一下小料库存')
  await desk.keyboard.press('Control+Enter')
  await seen(desk.getByText('备注已记下'), desk.getByRole('article').getByText('@许文静', { exact: true }))
  const manager = await house.openAs(people.shop_manager, 'desk', '/')
  await manager.getByRole('button', { name: /^提醒/ }).click()
  await seen(manager.getByText('有人提到了您'))
})
