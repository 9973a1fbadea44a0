import { expect, test } from 'vitest'
import { barriersOn, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()

test('a case of the regulator is entered on a phone; its legal date stands on the ticket and in the list of its holder', async () => {
  const { people } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏' },
  })
  const phone = await house.openAs(people.agent, 'phone', '/counter?what=case')
  await seen(phone.getByText('市场监管部门转来的投诉'))
  expect(await barriersOn(phone)).toEqual([])
  await phone.getByRole('button', { name: '登记投诉' }).click()
  await seen(phone.getByText('请写投诉编号'), phone.getByText('请写转办单位'))
  await phone.getByRole('textbox', { name: '投诉编号' }).fill('2026 0601 0001 2345')
  await phone.getByRole('textbox', { name: '转办单位' }).fill('上城区市场监管所')
  await phone.getByRole('textbox', { name: '投诉内容' }).fill('会员卡余额不给退，要求退还 286 元。')
  await phone.getByRole('button', { name: '登记投诉' }).click()
  await seen(phone.getByRole('heading', { name: /^登记好了，HY-\d+$/ }), phone.getByText(/18:00 前要答复/))
  expect(await barriersOn(phone)).toEqual([])

  await phone.getByRole('button', { name: '再登记一条' }).click()
  await phone.getByRole('textbox', { name: '投诉编号' }).fill('2026060100012345')
  await phone.getByRole('textbox', { name: '转办单位' }).fill('上城区市场监管所')
  await phone.getByRole('radio', { name: '已经进入调解' }).check()
  await phone.getByRole('textbox', { name: '投诉内容' }).fill('同一件，已经受理。')
  await phone.getByRole('button', { name: '登记投诉' }).click()
  await seen(phone.getByRole('heading', { name: /^这件已经登记过，就是 HY-\d+$/ }))

  const desk = await house.openAs(people.agent, 'desk', '/todos')
  await seen(desk.getByRole('button', { name: /答复 12315/ }), desk.getByText('法定期限'))
  await desk.goto('/inbox?view=all')
  await desk.getByRole('link', { name: /会员卡余额不给退/ }).click()
  await seen(
    desk.getByRole('heading', { name: '法定期限' }),
    desk.getByText('12315 调解结束前给出结果'),
    desk.getByText('上城区市场监管所'),
  )
  expect(await barriersOn(desk)).toEqual([])
})

test('what a colleague sees on a public platform is entered once, with its link', async () => {
  const { people } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people: { agent: '沈知夏' },
  })
  const desk = await house.openAs(people.agent, 'desk', '/counter')
  await desk.getByText('公开平台', { exact: true }).click()
  await desk
    .getByRole('textbox', { name: '链接' })
    .fill('https://www.xiaohongshu.com/explore/66a1?share_from=me')
  await seen(desk.locator('input[value="小红书"]'))
  await desk.getByRole('textbox', { name: '原文' }).fill('排队四十分钟，珍珠还是硬的。')
  expect(await barriersOn(desk)).toEqual([])
  await desk.getByRole('button', { name: '登记内容' }).click()
  await seen(desk.getByRole('heading', { name: /^登记好了，HY-\d+$/ }))
  await desk.getByRole('link', { name: '打开工单' }).click()
  await seen(desk.getByText('平台 小红书'), desk.getByRole('link', { name: /看原帖/ }))
})
