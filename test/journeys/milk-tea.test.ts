import { expect, test } from 'vitest'
import { barriersOn, SIZES, type Size, seen } from '#test/browser'
import { TEST_PASSWORD } from '#test/make'
import { openHouse, photo } from './house.ts'

const house = openHouse()
const SAID = '点的少冰三分糖加珍珠，做成了椰果，糖也是全糖，麻烦看看。'
const PROPOSAL = '给您重做一杯少冰三分糖加珍珠的，今天到店报编号就能拿；这杯的 18 元也原路退回。'

test.each(Object.keys(SIZES) as Size[])(
  'a wrong drink is made good, with the staff at a %s',
  async (size) => {
    const { table, people } = await house.found({
      name: '青禾茶事',
      pack: 'milk_tea',
      shop: '湖滨银泰店',
      people: { agent: '沈知夏', lead: '顾一鸣', shop_manager: '许文静' },
    })

    const desk = await house.open(size, '/inbox')
    await desk.getByLabel('账号').fill(people.agent.login)
    await desk.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD)
    expect(await barriersOn(desk)).toEqual([])
    await desk.getByRole('button', { name: '登录', exact: true }).click()
    await seen(desk.getByText('手上没有待办的工单'))

    const phone = await house.open('phone', table)
    await seen(phone.getByText('湖滨银泰店'), phone.getByText('A07 桌'))
    await phone.getByRole('radio', { name: '有问题' }).click()
    await phone.getByRole('radio', { name: '做错了' }).click()
    await phone.getByRole('textbox', { name: '想说的话' }).fill(SAID)
    await phone.getByLabel('加照片').setInputFiles(await photo('奶茶.jpg'))
    await seen(phone.getByRole('listitem', { name: '第 1 张照片 已传好' }))
    expect(await barriersOn(phone)).toEqual([])
    await phone.getByRole('button', { name: '告诉店长' }).click()
    await seen(phone.getByRole('heading', { name: '收到了，店长马上看' }))
    expect(await barriersOn(phone)).toEqual([])
    const number = (await phone.getByRole('definition').first().textContent()) ?? ''
    await phone.getByRole('link', { name: '查看进度' }).click()
    await seen(phone.getByText(`编号 ${number}`), phone.getByText('您的话和 1 张照片已经保存'))
    expect(await barriersOn(phone)).toEqual([])

    const row = desk.getByRole('link', { name: SAID.slice(0, 12) })
    await seen(row)
    expect(await barriersOn(desk)).toEqual([])
    await row.click()
    await seen(desk.getByText(number), desk.getByRole('button', { name: '照片 1' }))
    await desk.getByRole('textbox', { name: '回复顾客' }).click()
    await desk.getByRole('button', { name: '模板' }).click()
    await desk.getByRole('textbox', { name: '搜模板' }).fill('做错道歉')
    await desk.getByRole('option', { name: /^做错道歉/ }).click()
    await desk.getByRole('button', { name: '去掉' }).click()
    expect(await desk.getByRole('textbox', { name: '回复顾客' }).inputValue()).not.toContain('{{')
    await desk.getByRole('button', { name: /^发送/ }).click()
    await desk.getByRole('button', { name: '立即发送' }).click()
    await seen(desk.getByText('已发给顾客'))
    await desk.getByRole('tab', { name: '给出方案' }).click()
    await desk.getByRole('textbox', { name: '给出方案' }).fill(PROPOSAL)
    await desk.getByRole('button', { name: /^发给顾客确认/ }).click()
    await desk.getByRole('button', { name: '立即发送' }).click()
    await seen(desk.getByText('方案已发出，等顾客确认'), desk.getByText('等顾客确认', { exact: true }))
    expect(await barriersOn(desk)).toEqual([])

    await phone.reload()
    await seen(phone.getByRole('heading', { name: '请您看看这个方案' }), phone.getByText(PROPOSAL))
    await seen(phone.getByText('客服 · '))
    expect(await barriersOn(phone)).toEqual([])
    await phone.getByRole('button', { name: '可以接受' }).click()
    await seen(phone.getByRole('heading', { name: '处理好了' }))
    await phone.getByRole('radio', { name: '5 颗星' }).click()
    await phone.getByRole('checkbox', { name: '回得快' }).click()
    expect(await barriersOn(phone)).toEqual([])
    await phone.getByRole('button', { name: '送出评价' }).click()
    await seen(phone.getByText('谢谢您的评价'), phone.getByRole('img', { name: '您打了 5 颗星' }))

    await seen(desk.getByText('顾客接受了方案'), desk.getByText('顾客给这次处理打了 5 星'))
    await seen(desk.getByText('已解决', { exact: true }))
  },
)
