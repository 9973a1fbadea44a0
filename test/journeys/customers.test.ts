import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn, gone, SIZES, type Size, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const FIRST = { phone: '13800002222', words: '点的三分糖做成了全糖。', masked: '138****2222' }
const SECOND = { phone: '13900003333', words: '等了半个小时才拿到。', masked: '139****3333' }

async function say(path: string, { phone: number, words }: typeof FIRST) {
  const phone = await house.open('phone', path)
  await phone.getByRole('radio', { name: '有问题' }).click()
  await phone.getByRole('textbox', { name: '想说的话' }).fill(words)
  await phone.getByRole('textbox', { name: /^怎么联系您/ }).fill(number)
  await phone.getByRole('button', { name: '告诉店长' }).click()
  await phone.getByRole('link', { name: '查看进度' }).waitFor()
}

/** What an agent writes into a file while the customer is on the phone. */
async function writeDown(desk: Page, masked: string, address: string) {
  await desk.getByRole('link', { name: new RegExp(masked.replace(/\*/g, '\\*')) }).click()
  await desk.getByRole('button', { name: '编辑' }).click()
  await desk.getByRole('textbox', { name: '姓名' }).fill('林小雨')
  await desk.getByRole('button', { name: '保存' }).click()
  await seen(desk.getByRole('heading', { name: '林**' }))
  await desk.getByRole('button', { name: '添加地址' }).click()
  await desk.getByRole('textbox', { name: '地址' }).fill(address)
  await desk.getByRole('button', { name: '保存' }).click()
  await seen(desk.getByText('浦东新区').first())
}

test.each(Object.keys(SIZES) as Size[])(
  'two files of one customer are found, laid side by side, merged and separated at a %s',
  async (size) => {
    const { table, people } = await house.found({
      name: '青禾茶事',
      pack: 'milk_tea',
      shop: '湖滨银泰店',
      people: { agent: '沈知夏' },
    })
    await say(table, FIRST)
    await say(table, SECOND)

    const desk = await house.openAs(people.agent, size, '/customers')
    await seen(desk.getByText(FIRST.masked), desk.getByText(SECOND.masked))
    expect(await barriersOn(desk)).toEqual([])
    await writeDown(desk, FIRST.masked, '上海市浦东新区张江路 88 号 601 室')
    await desk.getByRole('button', { name: '添加忌口和喜好' }).click()
    await desk.getByRole('textbox', { name: '内容' }).fill('花生')
    await desk.getByRole('button', { name: '保存' }).click()
    await seen(desk.getByText('过敏：花生'))
    expect(await barriersOn(desk)).toEqual([])
    await desk.goto('/customers')
    await writeDown(desk, SECOND.masked, '浦东新区张江路88号601')

    // The system has compared them by itself and says why it asks.
    await seen(desk.getByText(/% 是同一个人/), desk.getByText('地址相同'), desk.getByText('同名'))
    await desk.getByRole('button', { name: '对照合并' }).click()
    const dialog = desk.getByRole('dialog')
    await seen(dialog.getByText(FIRST.masked), dialog.getByText(SECOND.masked))
    expect(await barriersOn(desk)).toEqual([])
    await dialog.getByRole('textbox', { name: '为什么是同一个人' }).fill('电话里确认过')
    await dialog.getByRole('button', { name: '合并' }).click()

    await seen(desk.getByText('已并入的档案'), desk.getByText('过敏：花生'))
    await seen(desk.getByText(FIRST.masked), desk.getByText(SECOND.masked))
    await seen(desk.getByText('点的三分糖做成了全糖'), desk.getByText('等了半个小时才拿到'))
    expect(await barriersOn(desk)).toEqual([])

    await desk.getByRole('button', { name: '拆开' }).click()
    const undo = desk.getByRole('dialog')
    await undo.getByRole('textbox', { name: '为什么拆开' }).fill('是姐妹两个人')
    await undo.getByRole('button', { name: '拆开' }).click()
    await gone(desk.getByText('已并入的档案'))
    await desk.goto('/customers?pairs=true')
    await seen(desk.getByText('没有可能重复的档案'))

    await desk.goto('/customers?q=2222')
    await desk.getByRole('link', { name: /138\*\*\*\*2222/ }).click()
    await seen(desk.getByText('过敏：花生'), desk.getByText('点的三分糖做成了全糖'))
    await gone(desk.getByText(SECOND.masked), desk.getByText('等了半个小时才拿到'))
    await desk.getByRole('button', { name: '修改记录' }).click()
    await seen(desk.getByText('花生', { exact: false }))
  },
)
