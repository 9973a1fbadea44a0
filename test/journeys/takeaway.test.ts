import { expect, test } from 'vitest'
import { barriersOn, SIZES, type Size, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const SAID = '酸汤肥牛送到的时候汤洒了一半，袋子里全是油，米饭也泡了。'
const FIRST = '给您退回汤品的 12 元，今天原路退回。'
const SECOND = '整单 38 元全部退回，今晚到账；打包从明天起换成封口杯。您看可以吗？'

test.each(Object.keys(SIZES) as Size[])(
  'spilt soup: a rejected proposal goes to somebody higher, with the staff at a %s',
  async (size) => {
    const { website, people } = await house.found({
      name: '饭点到',
      pack: 'takeaway',
      shop: '文三路店',
      people: { agent: '罗小满', lead: '齐思远', region_manager: '唐雅琴', shop_manager: '高建国' },
    })
    const agent = await house.openAs(people.agent, size, '/inbox')
    const lead = await house.openAs(people.lead, size, '/')
    const phone = await house.open('phone', website)

    await phone.getByRole('radio', { name: '洒了漏了' }).click()
    await phone.getByRole('textbox', { name: '发生了什么' }).fill(SAID)
    await phone.getByRole('textbox', { name: '手机号或邮箱' }).fill('13712345678')
    await phone.getByLabel('您说的是哪家店').selectOption({ label: '文三路店' })
    expect(await barriersOn(phone)).toEqual([])
    await phone.getByRole('button', { name: '发给客服' }).click()
    await phone.getByRole('link', { name: '查看进度' }).click()
    await seen(phone.getByRole('heading', { name: '我们收到了' }))

    await agent.getByRole('link', { name: SAID.slice(0, 12) }).click()
    await agent.getByRole('tab', { name: '给出方案' }).click()
    await agent.getByRole('textbox', { name: '给出方案' }).fill(FIRST)
    await agent.getByRole('button', { name: /^发给顾客确认/ }).click()
    await agent.getByRole('button', { name: '立即发送' }).click()
    await seen(agent.getByText('客服组 罗小满 · 方案'))

    await phone.reload()
    await seen(phone.getByText(FIRST))
    await phone.getByRole('button', { name: '还不满意' }).click()
    await phone.getByRole('radio', { name: '补救不够' }).click()
    await phone.getByRole('textbox', { name: '您希望我们怎么做' }).fill('米饭也不能吃了，请整单退。')
    expect(await barriersOn(phone)).toEqual([])
    await phone.getByRole('button', { name: '告诉我们' }).click()
    await seen(phone.getByRole('heading', { name: '我们在处理了' }))

    await seen(agent.getByText('顾客还不满意'))
    await lead.getByRole('link', { name: SAID.slice(0, 12) }).click()
    await seen(lead.getByText('第 2 次处理', { exact: true }), lead.getByText('米饭也不能吃了，请整单退。'))
    expect(await barriersOn(lead)).toEqual([])
    await lead.getByRole('tab', { name: '给出方案' }).click()
    await lead.getByRole('textbox', { name: '给出方案' }).fill(SECOND)
    await lead.getByRole('button', { name: /^发给顾客确认/ }).click()
    await lead.getByRole('button', { name: '立即发送' }).click()
    await seen(lead.getByText('客服组 齐思远 · 方案'))

    await phone.reload()
    await seen(phone.getByText(SECOND))
    await phone.getByRole('button', { name: '可以接受' }).click()
    await seen(phone.getByRole('heading', { name: '处理好了' }))
    await seen(lead.getByText('顾客接受了方案'), lead.getByText('已解决', { exact: true }))
  },
)
