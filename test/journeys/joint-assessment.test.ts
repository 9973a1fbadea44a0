import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse, photo } from './house.ts'

const house = openHouse()
const SAID = '昨天的毛肚嚼不动，跟服务员说，她说就这样，爱吃不吃。'
const QUESTION = '要不要全额退款，并停用这一批毛肚？'
const FROM_QUALITY = '留样复检正常，供应商批次合格证齐全，建议退款，批次先停用到复检报告出来。'
const FROM_SHOP = '当天解冻时间不够，确实有味。同意退款，剩下的已经单独放。'
const DECISION = '全额退款 128 元，当批停用到明天中午的复检报告，解冻改为提前一晚。'

const tab = (page: Page, name: string) =>
  page.getByRole('tablist', { name: '工单内容' }).getByRole('tab', { name })
/** As by keyboard: the first choice that fits what was typed. */
async function choose(page: Page, field: string, option: string, at = 0): Promise<void> {
  const box = page.getByRole('combobox', { name: field, exact: true }).nth(at)
  await box.fill(option)
  await page.locator('.ant-select-item-option-active', { hasText: option }).first().waitFor()
  await box.press('Enter')
  await page.locator('.ant-select-content-has-value', { hasText: option }).first().waitFor()
}

test('two departments give their opinion, one of them on a phone, and one person decides: it reads as minutes', async () => {
  const { table, people } = await house.found({
    name: '锦灶里',
    pack: 'restaurant',
    shop: '武林店',
    people: { agent: '贺子轩', quality: '裴玉', shop_manager: '曹国平', lead: '陶然', shop_staff: '季云' },
  })
  const form = `/public/forms/${table.slice('/q/'.length)}/feedback`
  await house.app.anonymous.post(form, { submissionId: randomUUID(), mood: 'bad', content: SAID })

  const desk = await house.openAs(people.agent, 'desk', '/inbox?view=all')
  await desk.getByRole('link', { name: SAID.slice(0, 10) }).click()
  await tab(desk, '调查').click()

  await desk.getByRole('button', { name: '发起会商' }).click()
  await desk.getByRole('textbox', { name: '要决定什么' }).fill(QUESTION)
  await desk.getByRole('button', { name: '3 天内' }).click()
  await choose(desk, '部门', '品控组')
  await choose(desk, '人', '裴玉')
  await desk.getByRole('button', { name: '再请一个部门' }).click()
  await choose(desk, '部门', '门店前厅', 1)
  await choose(desk, '人', '曹国平', 1)
  await choose(desk, '谁来决定', '陶然')
  expect(await barriersOn(desk)).toEqual([])
  await desk.getByRole('button', { name: '发出邀请' }).click()
  await seen(desk.getByText('邀请已发出'), desk.getByText('0 / 2 已答复'))

  const id = new URL(desk.url()).searchParams.get('ticket')
  const lead = await house.openAs(people.lead, 'desk', `/tickets/${id}`)
  await tab(lead, '调查').click()
  await seen(lead.getByText('还没有部门答复，至少要有一份意见才能决定。'))

  const quality = await house.openAs(people.quality, 'desk', `/tickets/${id}`)
  await tab(quality, '调查').click()
  await quality.getByText('有条件同意', { exact: true }).click()
  await quality.getByRole('textbox', { name: '理由和建议' }).fill(FROM_QUALITY)
  await quality.getByRole('button', { name: '提交意见' }).click()
  await seen(quality.getByText('意见已记入纪要'), quality.getByText('1 / 2 已答复'))

  const phone = await house.openAs(people.shop_manager, 'phone', '/todos')
  await phone.getByRole('button', { name: new RegExp(QUESTION.slice(0, 8)) }).click()
  await phone.getByRole('dialog').getByRole('button').last().click()
  await phone.getByText('同意', { exact: true }).click()
  await phone.getByRole('textbox', { name: '理由和建议' }).fill(FROM_SHOP)
  expect(await barriersOn(phone)).toEqual([])
  await phone.getByRole('button', { name: '提交意见' }).click()
  await seen(phone.getByText('2 / 2 已答复'))

  await seen(lead.getByText(FROM_SHOP))
  await lead.getByRole('textbox', { name: '决定' }).fill(DECISION)
  await lead.getByRole('button', { name: '作出决定' }).click()
  await seen(lead.getByText('已决定', { exact: true }))

  const minutes = desk.getByRole('article').filter({ hasText: QUESTION })
  await seen(minutes.getByText(DECISION), minutes.getByText(FROM_QUALITY), minutes.getByText(FROM_SHOP))
  await seen(minutes.getByText('有条件同意'), minutes.getByText('陶然').first())
})

test('why it happened is asked step by step, and evidence remembers who opened it', async () => {
  const { table, people } = await house.found({
    name: '锦灶里',
    pack: 'restaurant',
    shop: '武林店',
    people: { agent: '贺子轩', quality: '裴玉', lead: '陶然' },
  })
  const form = `/public/forms/${table.slice('/q/'.length)}/feedback`
  await house.app.anonymous.post(form, { submissionId: randomUUID(), mood: 'bad', content: SAID })
  const desk = await house.openAs(people.agent, 'desk', '/inbox?view=all')
  await desk.getByRole('link', { name: SAID.slice(0, 10) }).click()
  await tab(desk, '调查').click()
  await desk.getByRole('textbox', { name: '第 1 个为什么' }).fill('毛肚煮老了')
  await desk.keyboard.press('Enter')
  await desk.getByRole('textbox', { name: '第 2 个为什么' }).fill('当天才从冷冻室拿出来，解冻赶时间')
  await choose(desk, '原因归类', '原料解冻不足')
  await desk.getByRole('textbox', { name: '改进措施' }).fill('解冻改为提前一晚，开档前闻味签字')
  await desk.keyboard.press('Control+Enter')
  await seen(desk.getByText('已保存调查'), desk.getByText('根因'))
  await desk.getByRole('button', { name: '添加证据' }).click()
  await desk.getByLabel('加照片').setInputFiles(await photo('毛肚.jpg'))
  await desk.getByRole('textbox', { name: '名称' }).fill('留样盒')
  await desk.getByRole('button', { name: '放入证据' }).click()
  await seen(desk.getByRole('button', { name: '查看证据：留样盒' }))
  expect(await barriersOn(desk)).toEqual([])

  const id = new URL(desk.url()).searchParams.get('ticket')
  const phone = await house.openAs(people.quality, 'phone', `/tickets/${id}`)
  await tab(phone, '调查').click()
  await phone.getByRole('button', { name: '查看证据：留样盒' }).click()
  expect(await barriersOn(phone)).toEqual([])
  await desk.getByRole('button', { name: '查看证据：留样盒' }).click()
  await desk.getByText('谁看过 · 2').click()
  await seen(desk.getByText(/^裴玉，第一次/))

  await desk.getByRole('textbox', { name: '调查结论' }).fill('属实：当天解冻时间不够。')
  await desk.getByRole('button', { name: '下结论' }).click()
  await seen(desk.getByText('已下结论', { exact: true }), desk.getByRole('button', { name: '重新打开调查' }))
})

test('the person complained about is heard, and the ticket is decided by others', async () => {
  const { table, people } = await house.found({
    name: '锦灶里',
    pack: 'restaurant',
    shop: '武林店',
    people: { agent: '贺子轩', lead: '陶然', shop_manager: '曹国平', shop_staff: '季云' },
  })
  const form = `/public/forms/${table.slice('/q/'.length)}/feedback`
  const said = '叫了三次加汤没人理，那个男服务员还翻白眼'
  await house.app.anonymous.post(form, { submissionId: randomUUID(), mood: 'bad', content: said })
  const desk = await house.openAs(people.lead, 'desk', '/inbox?view=all')
  await desk.getByRole('link', { name: said.slice(0, 8) }).click()
  await tab(desk, '调查').click()
  await desk.getByRole('button', { name: '指定被投诉人' }).click()
  await desk.getByRole('dialog').getByText('季云').click()
  await desk.getByRole('button', { name: '请 TA 陈述' }).click()
  await seen(desk.getByText('已请季云陈述'), desk.getByText(/^等本人陈述/))

  const id = new URL(desk.url()).searchParams.get('ticket')
  const phone = await house.openAs(people.shop_staff, 'phone', `/tickets/${id}`)
  await tab(phone, '调查').click()
  await seen(phone.getByText('这张工单投诉的是您。'))
  await phone
    .getByRole('textbox', { name: '请陈述情况' })
    .fill('当时一个人看八桌，第三次才听到，没有翻白眼。')
  expect(await barriersOn(phone)).toEqual([])
  await phone.getByRole('button', { name: '提交陈述' }).click()
  await seen(phone.getByText('您已经陈述过了，谢谢。'))
  await gone(phone.getByRole('button', { name: '指定被投诉人' }))

  await seen(desk.getByText('已陈述'), desk.getByRole('button', { name: '查看证据：季云的陈述' }))
})
