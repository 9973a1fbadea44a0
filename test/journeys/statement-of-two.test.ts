import { expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const people = { quality: '李品控', lead: '陈主管' } as const
const BEGUN = '红豆包先下架，等通知。'
const THEIRS = '红豆包先下架，封好放冷库。'
const MINE = '红豆包先下架，今晚八点前回报。'

test('of two who write one statement the second reads the first one’s words beside the own and says which stay', async () => {
  const founded = await house.found({ name: '青禾茶事', pack: 'milk_tea', shop: '湖滨银泰店', people })
  const { quality, lead } = founded.people
  const by = house.app.as(quality)
  const tap = {
    source: 'hand',
    plan: 'food_poisoning',
    title: '两位顾客不适',
    shopIds: [founded.shop.id],
  }
  const path = `/incidents/${(await by.post<Room>('/incidents', tap)).body.id}`
  const draft = { audience: 'staff', title: '告知门店', text: BEGUN }
  const [made] = (await by.post<Room>(`${path}/statements`, draft)).body.statements
  const text = async () => (await by.get<Room>(path)).body.statements[0]!.text

  const phone = await house.openAs(lead, 'phone', `${path}?part=statements`)
  await phone.getByRole('button', { name: '修改', exact: true }).click()
  const editor = phone.getByRole('dialog', { name: '修改' })
  const field = editor.getByLabel('正文')
  await field.fill(MINE)
  await by.put(`${path}/statements/${made!.id}`, { read: 0, title: draft.title, text: THEIRS })

  const save = editor.getByRole('button', { name: '存草稿' })
  const meanwhile = editor.getByRole('status').filter({ hasText: '李品控存了另一版' })
  await seen(meanwhile.getByText(THEIRS))
  expect([await field.inputValue(), await save.isDisabled()]).toEqual([MINE, true])
  expect(await barriersOn(phone)).toEqual([])
  await meanwhile.getByRole('button', { name: '还用我写的' }).click()
  await gone(meanwhile)
  await save.click()
  await gone(editor)
  expect(await text()).toBe(MINE)
})
