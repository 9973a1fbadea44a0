import { expect, test } from 'vitest'
import type { Cycle } from '#contracts/tickets/links'
import { barriersOn, SIZES, type Size, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const SAID = '奶盖不够绵，喝着发涩，跟上次的不一样。'
const OFFERS = ['给您一张五元券。', '原路退款 18 元，再送您一杯。']

test.each(Object.keys(SIZES) as Size[])(
  'a customer who is not content twice is handled ever higher, at a %s',
  async (size) => {
    const { table, people } = await house.found({
      name: '青禾茶事',
      pack: 'milk_tea',
      shop: '湖滨银泰店',
      people: { agent: '沈知夏', shop_manager: '许文静', lead: '顾一鸣', region_manager: '罗建国' },
    })
    const phone = await house.open('phone', table)
    await phone.getByRole('radio', { name: '有问题' }).click()
    await phone.getByRole('textbox', { name: '想说的话' }).fill(SAID)
    await phone.getByRole('button', { name: '告诉店长' }).click()
    await phone.getByRole('link', { name: '查看进度' }).click()

    const desk = await house.openAs(people.lead, size, '/inbox?view=all')
    await desk.getByRole('link', { name: SAID.slice(0, 10) }).click()
    for (const [round, offer] of OFFERS.entries()) {
      await desk.getByRole('tab', { name: '对话' }).click()
      await desk.getByRole('textbox', { name: /^(回复顾客|(给出)?方案)$/ }).click()
      await desk.getByRole('tab', { name: '方案' }).last().click()
      await desk.getByRole('textbox', { name: '方案' }).fill(offer)
      await desk.getByRole('button', { name: /^发给顾客确认/ }).click()
      await desk.getByRole('button', { name: '立即发送' }).click()
      await seen(desk.getByText('等顾客确认', { exact: true }))

      await phone.reload()
      await phone.getByRole('button', { name: '还不满意' }).click()
      await phone.getByRole('radio', { name: '问题还在' }).click()
      await phone.getByRole('textbox', { name: '您希望我们怎么做' }).fill(`第 ${round + 1} 次说不行`)
      await phone.getByRole('button', { name: '告诉我们' }).click()
      await seen(desk.getByText(`第 ${round + 2} 次处理开始`))
    }

    await desk.getByRole('tab', { name: '回访' }).click()
    const cycles = desk.getByRole('region', { name: '处理经过' }).getByRole('listitem')
    const third = cycles.filter({ hasText: '第 3 次处理' }).first()
    await seen(
      third.getByText('正在处理'),
      third.getByText(/^剩 /),
      third.getByText('顾客还不满意'),
      third.getByText('第 2 次说不行'),
      cycles.filter({ hasText: '第 2 次处理' }).getByText(OFFERS[1]!),
      cycles.filter({ hasText: '第 1 次处理' }).getByText(OFFERS[0]!),
    )
    expect(await barriersOn(desk)).toEqual([])

    // Somebody else each time, the third one the highest; with less time than the first had.
    const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(desk.url())![0]
    const told = (await house.app.as(people.lead).get<Cycle[]>(`/tickets/${id}/cycles`)).body
    const holders = told.map((cycle) => cycle.handlers.at(-1)?.name)
    expect(new Set(holders).size).toBe(3)
    expect(holders[0]).toBe(people.region_manager.name)
    const resolve = (cycle: Cycle) => cycle.clocks.find((clock) => clock.metric === 'resolve')!.targetMin
    expect(resolve(told[0]!)).toBeLessThan(resolve(told[2]!))
    await seen(third.getByText(people.region_manager.name), third.locator('s'))
  },
)
