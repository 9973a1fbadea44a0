import { expect, test } from 'vitest'
import { barriersOn, gone, SIZES, type Size, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const SAID = '昨晚带爸妈来吃饭，服务员小敏一直帮老人添汤夹菜，还记得我妈不吃香菜，特别暖心，谢谢她！'

test.each(Object.keys(SIZES) as Size[])(
  'praise reaches marketing, who says thank you, at a %s',
  async (size) => {
    const { website, people } = await house.found({
      name: '锦灶里',
      pack: 'restaurant',
      shop: '武林店',
      people: { marketing: '乔安', agent: '贺子轩', shop_manager: '曹国平', lead: '陶然' },
    })
    const marketing = await house.openAs(people.marketing, size, '/inbox')
    const agent = await house.openAs(people.agent, size, '/inbox')
    const phone = await house.open('phone', website)

    await phone.getByRole('radio', { name: '很满意' }).click()
    await gone(phone.getByRole('radio', { name: '上菜慢' }))
    await phone.getByRole('textbox', { name: '发生了什么' }).fill(SAID)
    await phone.getByRole('textbox', { name: '手机号或邮箱' }).fill('wang.li@example.cn')
    await phone.getByRole('button', { name: '发给客服' }).click()
    await phone.getByRole('link', { name: '查看进度' }).click()
    await seen(phone.getByRole('heading', { name: '我们收到了' }), phone.getByText(SAID))

    await marketing.getByRole('link', { name: SAID.slice(0, 12) }).click()
    await seen(marketing.getByText('自动判为表扬'))
    await seen(agent.getByText('手上没有待办的工单'))
    await marketing.getByRole('textbox', { name: '回复顾客' }).click()
    await marketing.getByRole('button', { name: '模板' }).click()
    await marketing.getByRole('textbox', { name: '搜模板' }).fill('谢谢夸')
    expect(await barriersOn(marketing)).toEqual([])
    await marketing.keyboard.press('Enter')
    await marketing.getByRole('button', { name: '去掉' }).click()
    expect(await marketing.getByRole('textbox', { name: '回复顾客' }).inputValue()).not.toMatch(/\*|\{\{/)
    await marketing.getByRole('button', { name: /^发送/ }).click()
    await marketing.getByRole('button', { name: '立即发送' }).click()
    await seen(marketing.getByText('已发给顾客'))

    await phone.reload()
    await seen(phone.getByText('顾客关系 · '))
    await marketing.getByRole('button', { name: '更多操作' }).click()
    await marketing.getByRole('menuitem', { name: '关闭工单' }).click()
    const dialog = marketing.getByRole('dialog', { name: '关闭工单' })
    await dialog.getByRole('textbox').fill('已谢过客人，早会上念给小敏和全店听')
    await dialog.getByRole('button', { name: '关闭工单' }).click()
    await seen(marketing.getByText(/乔安 ?关闭了工单/), marketing.getByText('已关闭', { exact: true }))

    await phone.reload()
    await seen(phone.getByRole('heading', { name: '这件事办完了' }))
    expect(await barriersOn(phone)).toEqual([])
  },
)
