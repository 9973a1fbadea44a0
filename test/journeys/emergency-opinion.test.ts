import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()
const people = {
  agent: '沈知夏',
  lead: '陈主管',
  quality: '李品控',
  executive: '吴总',
  marketing: '周市场',
  region_manager: '赵区域',
  shop_manager: '许文静',
} as const
const WORDS = '我们看到了大家的反映，正在逐项核实，今天 22 点前公布进展。'
const BETTER = '我们看到了大家的反映，正在逐项核实，今天 20 点前公布进展，给大家添麻烦了，对不起。'

const card = (page: Page) => page.getByRole('article').filter({ hasText: '核实' })

test('a public-opinion crisis: four eyes on every word, and only the spokesperson says it outside', async () => {
  const { people: staff } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people,
  })
  const desk = await house.openAs(staff.quality, 'desk', '/incidents')
  await seen(desk.getByText('现在没有应急事件'))
  await desk.keyboard.press('n')
  const opening = desk.getByRole('dialog', { name: '打开应急室' })
  await opening.getByRole('radio', { name: /^舆情危机/ }).check()
  await opening.getByLabel('标题（选填）').fill('视频说我们用隔夜水果')
  expect(await barriersOn(desk)).toEqual([])
  await opening.getByRole('button', { name: '马上打开，呼叫相关的人' }).click()
  await seen(desk.getByRole('heading', { level: 1, name: '视频说我们用隔夜水果' }))
  const id = new URL(desk.url()).pathname.split('/').at(-1)!
  expect(await desk.getByRole('tab', { name: /^封存/ }).count()).toBe(0)

  const voice = await house.openAs(staff.marketing, 'phone', `/incidents/${id}`)
  await voice.getByRole('button', { name: '我来' }).click()
  const boss = await house.openAs(staff.executive, 'phone', `/incidents/${id}`)
  await boss.getByRole('button', { name: '我来' }).click()
  await seen(desk.getByText('发言人 周市场'), desk.getByText('总指挥 吴总'))

  await desk.getByRole('textbox', { name: '记录' }).click()
  await desk.getByText('决定', { exact: true }).click()
  await desk.getByRole('textbox', { name: '决定', exact: true }).fill('今晚八点前先回应一次。')
  expect(await desk.getByRole('button', { name: '记下决定' }).isDisabled()).toBe(true)
  await desk.getByRole('textbox', { name: '为什么这样决定' }).fill('不说话，别人会替我们说。')
  await desk.getByRole('button', { name: '记下决定' }).click()
  await seen(desk.getByText('原因：不说话，别人会替我们说。'))

  await desk.getByRole('tab', { name: /^对外说明/ }).click()
  await desk.getByRole('tabpanel', { name: '对外说明' }).getByRole('button', { name: '写对外说明' }).click()
  const editor = desk.getByRole('dialog', { name: '写对外说明' })
  await editor.getByRole('group', { name: '从预案里选一份开始' }).getByRole('button').first().click()
  await editor.getByLabel('标题').fill('第一条回应')
  await editor.getByLabel('正文').fill(WORDS)
  expect(await barriersOn(desk)).toEqual([])
  await editor.getByRole('button', { name: '存草稿' }).click()
  await gone(editor)
  await card(desk).getByRole('button', { name: '送审' }).click()
  await seen(card(desk).getByText('这是您自己写的，要请另一位批准。'))
  expect(await card(desk).getByRole('button', { name: '批准' }).count()).toBe(0)

  await open(boss, '对外说明')
  await card(boss).getByRole('button', { name: '退回' }).click()
  const refusing = boss.getByRole('dialog', { name: '退回这份说明' })
  await refusing.getByLabel('为什么退回').fill('要道歉，时间也要再早。')
  await refusing.getByRole('button', { name: '退回' }).click()
  await seen(desk.getByText('退回原因：要道歉，时间也要再早。'))

  await card(desk).getByRole('button', { name: '修改' }).click()
  const again = desk.getByRole('dialog', { name: '修改' })
  await again.getByLabel('正文').fill(BETTER)
  await again.getByRole('button', { name: '存草稿' }).click()
  await gone(again)
  await card(desk).getByRole('button', { name: '送审' }).click()
  await card(boss).getByRole('button', { name: '批准' }).click()
  await seen(card(boss).getByText('已批准，等发言人周市场发出。'))
  expect(await card(boss).getByRole('button', { name: '已发出，记一笔' }).count()).toBe(0)
  expect(await card(desk).getByRole('button', { name: '已发出，记一笔' }).count()).toBe(0)
  expect(await barriersOn(boss)).toEqual([])

  const { statements } = (await house.app.as(staff.quality).get<Room>(`/incidents/${id}`)).body
  const path = `/incidents/${id}/statements/${statements[0]!.id}/release`
  const usurped = await house.app.as(staff.executive).put(path, {
    version: statements[0]!.version,
    where: '官方微博',
  })
  expect(usurped.problem.code).toBe('incidents.notSpokesperson')

  await open(voice, '对外说明')
  await card(voice).getByRole('button', { name: '已发出，记一笔' }).click()
  const released = voice.getByRole('dialog', { name: '在哪里发出的' })
  await released.getByLabel('发在哪里').fill('官方微博')
  await released.getByRole('button', { name: '已发出，记一笔' }).click()
  await gone(released)
  await seen(desk.getByText(/周市场发出（官方微博）/))
  expect(await card(desk).getByRole('button').count()).toBe(0)
})

/** A part of the room behind 更多 of the phone. */
async function open(phone: Page, name: string): Promise<void> {
  await phone.getByRole('tab', { name: /^更多/ }).click()
  await phone.getByRole('button', { name: new RegExp(`^${name}`) }).click()
}
