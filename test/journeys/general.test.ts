import { expect, test } from 'vitest'
import { barriersOn, gone, SIZES, type Size, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const SAID = '净水器换完滤芯以后，手机上一直显示离线，重新配网也连不上，怎么办？'
const ASKED = '请问机身标签上的型号是多少？家里的无线网是 2.4G 还是 5G？'
const ANSWERED = '型号是 JS-600，无线网是 5G 的。'

test.each(Object.keys(SIZES) as Size[])(
  'the clock rests while we wait for an answer, at a %s',
  async (size) => {
    const { website, people } = await house.found({
      name: '恒川电器',
      pack: 'general',
      shop: '滨江服务站',
      people: { tech: '闻一舟', agent: '冯佳', lead: '祝明', shop_manager: '钱勇' },
    })
    const tech = await house.openAs(people.tech, size, '/inbox')
    const phone = await house.open('phone', website)

    await phone.getByRole('radio', { name: '软件联网' }).click()
    await phone.getByRole('textbox', { name: '发生了什么' }).fill(SAID)
    await phone.getByRole('textbox', { name: '怎么称呼您' }).fill('周先生')
    await phone.getByRole('textbox', { name: '手机号或邮箱' }).fill('13987654321')
    await phone.getByRole('button', { name: '发给客服' }).click()
    await phone.getByRole('link', { name: '查看进度' }).click()
    await seen(phone.getByText(SAID))

    await tech.getByRole('link', { name: SAID.slice(0, 12) }).click()
    await tech.getByRole('textbox', { name: '回复顾客' }).fill(ASKED)
    await tech.getByRole('checkbox', { name: '等顾客回复' }).check()
    await tech.getByRole('button', { name: /^发送/ }).click()
    await tech.getByRole('button', { name: '立即发送' }).click()
    await seen(tech.getByText('已发给顾客'))
    if (size === 'phone') await tech.getByRole('tab', { name: '资料' }).click()
    await seen(tech.getByText('等顾客，已暂停'), tech.getByText('139****4321'))
    expect(await barriersOn(tech)).toEqual([])

    await phone.reload()
    await seen(phone.getByRole('heading', { name: '想再问您一句' }), phone.getByText(ASKED))
    await phone.getByRole('textbox', { name: '您想说的' }).fill(ANSWERED)
    expect(await barriersOn(phone)).toEqual([])
    await phone.getByRole('button', { name: '送出', exact: true }).click()
    await seen(phone.getByRole('heading', { name: '我们在处理了' }), phone.getByText(ANSWERED))

    await gone(tech.getByText('等顾客，已暂停'))
    await seen(tech.getByText(/^剩 /))
    if (size === 'phone') await tech.getByRole('tab', { name: '对话' }).click()
    await seen(tech.getByText(ANSWERED))
  },
)
