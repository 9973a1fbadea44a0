import { expect, test } from 'vitest'
import { barriersOn, gone, SIZES, type Size, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const FIRST = '点的三分糖做成了全糖，甜得喝不下去。'
const SECOND = '刚才那杯太甜的还没人理我，第二次写了。'
const PHONE = '13800002222'

async function say(path: string, words: string) {
  const phone = await house.open('phone', path)
  await phone.getByRole('radio', { name: '有问题' }).click()
  await phone.getByRole('textbox', { name: '想说的话' }).fill(words)
  await phone.getByRole('textbox', { name: /^怎么联系您/ }).fill(PHONE)
  await phone.getByRole('button', { name: '告诉店长' }).click()
  const number = (await phone.getByRole('definition').first().textContent()) ?? ''
  await phone.getByRole('link', { name: '查看进度' }).click()
  await seen(phone.getByText(`编号 ${number}`))
  return { phone, number }
}

test.each(Object.keys(SIZES) as Size[])(
  'one customer who wrote twice is handled once, and apart again, at a %s',
  async (size) => {
    const { table, people } = await house.found({
      name: '青禾茶事',
      pack: 'milk_tea',
      shop: '湖滨银泰店',
      people: { agent: '沈知夏', lead: '顾一鸣', shop_manager: '许文静' },
    })
    const first = await say(table, FIRST)
    const second = await say(table, SECOND)

    const desk = await house.openAs(people.lead, size, '/inbox?view=all')
    await desk.getByRole('link', { name: FIRST.slice(0, 10) }).click()
    await seen(desk.getByText(first.number))
    if (size === 'phone') await desk.getByRole('tab', { name: '资料' }).click()
    await seen(desk.getByRole('heading', { name: '很可能是同一件事' }), desk.getByText(/^\d+% · /))
    expect(await barriersOn(desk)).toEqual([])
    await desk.getByRole('button', { name: '合并', exact: true }).click()
    await seen(desk.getByText(`${first.number} 已合并`), desk.getByText('这张工单已并入'))
    await desk.getByRole('link', { name: second.number }).click()
    if (size === 'phone') await desk.getByRole('tab', { name: '资料' }).click()
    await seen(desk.getByRole('heading', { name: '已并入这张' }))
    if (size === 'phone') await desk.getByRole('tab', { name: '对话' }).click()
    await seen(desk.getByText(FIRST), desk.getByText(`来自 ${first.number}`))

    // Both links of the customer show the one conversation.
    await first.phone.reload()
    await seen(
      first.phone.getByText(`编号 ${second.number}`),
      first.phone.getByText(`您的另一条反馈 ${first.number} 说的是同一件事，和这一条一起处理。`),
      first.phone.getByText(SECOND),
    )
    expect(await barriersOn(first.phone)).toEqual([])
    await first.phone.getByRole('button', { name: '再补充一句或照片' }).click()
    await first.phone.getByRole('textbox', { name: '您想说的' }).fill('就是想要个说法')
    await first.phone.getByRole('button', { name: '送出' }).click()
    await seen(desk.getByText('就是想要个说法'))

    // The merged one says where it went, and is taken out again.
    await desk.getByText(`来自 ${first.number}`).first().waitFor()
    if (size === 'phone') await desk.getByRole('tab', { name: '资料' }).click()
    await desk.getByRole('link', { name: FIRST.slice(0, 10) }).click()
    await seen(desk.getByText('这张工单已并入'), desk.getByRole('link', { name: second.number }))
    await gone(desk.getByRole('textbox', { name: '回复顾客' }))
    expect(await barriersOn(desk)).toEqual([])
    await desk.getByRole('button', { name: '拆开' }).first().click()
    await seen(desk.getByText(`${first.number} 已拆开，时限和负责人都恢复了`))
    await gone(desk.getByText('这张工单已并入'))
    await first.phone.reload()
    await seen(first.phone.getByText(`编号 ${first.number}`), first.phone.getByText(FIRST))
    await gone(first.phone.getByText(SECOND))
  },
)
