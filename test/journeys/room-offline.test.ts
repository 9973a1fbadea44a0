import type { Route } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { barriersOn, gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse({ offline: true })
const people = { quality: '李品控', region_manager: '赵区域' } as const

test('a step ticked off in the cellar waits on the phone, goes out when the network is back, and everybody sees it', async () => {
  const { shop, people: staff } = await house.found({
    name: '青禾茶事',
    pack: 'milk_tea',
    shop: '湖滨银泰店',
    people,
  })
  const asQuality = house.app.as(staff.quality)
  const opened = await asQuality.post<Room>('/incidents', {
    source: 'hand',
    plan: 'food_poisoning',
    title: '两位顾客喝完又吐又拉',
    shopIds: [shop.id],
  })
  const path = `/incidents/${opened.body.id}`
  const desk = await house.openAs(staff.quality, 'desk', path)
  await seen(desk.getByRole('button', { name: '完成：叫齐处置小组' }))

  const phone = await house.openAs(staff.region_manager, 'phone', path)
  await phone.getByRole('button', { name: '我来' }).click()
  const turn = phone.getByRole('region', { name: '现在轮到您' })
  await seen(turn.getByText('叫齐处置小组', { exact: true }), turn.getByText(/^剩 \d+ 分/))
  expect(await barriersOn(phone)).toEqual([])

  await phone.context().setOffline(true)
  await seen(phone.getByText(/^没网也照常打勾/))
  await turn.getByRole('button', { name: '做完了，打勾' }).click()
  await seen(phone.getByText('等有网时送出'), phone.getByText('1 个勾等着送出'))
  await phone.getByRole('button', { name: '完成：问清人数并定级' }).click()
  const proof = phone.getByRole('dialog', { name: '问清人数并定级' })
  await proof.getByLabel('结果怎样').fill('两人，都在门诊。')
  await proof.getByRole('button', { name: '完成', exact: true }).click()
  await gone(proof)
  await seen(phone.getByText('2 个勾等着送出'))
  expect(await barriersOn(phone)).toEqual([])
  await seen(desk.getByRole('button', { name: '完成：叫齐处置小组' }))

  await phone.context().setOffline(false)
  await gone(phone.getByText('2 个勾等着送出'), phone.getByText('等有网时送出').first())
  await seen(
    desk.getByRole('button', { name: '已完成：叫齐处置小组' }),
    desk.getByRole('button', { name: '已完成：问清人数并定级' }),
  )
  const { checklist } = (await asQuality.get<Room>(path)).body
  const noteOf = (title: string) => checklist.find((step) => step.title === title)!.note
  expect(noteOf('叫齐处置小组')).toBe('')
  expect(noteOf('问清人数并定级')).toBe('两人，都在门诊。')
  await seen(
    desk.getByText(/^赵区域完成「叫齐处置小组」（断网，手机报 \d\d:\d\d 做完，\d\d:\d\d 收到）$/),
    desk.getByText(/^赵区域完成「问清人数并定级」（断网，.*）：两人，都在门诊。$/),
  )

  // In the lift the network is there and lets nothing through: two ticks, and the reader turns to another part.
  const cut: Route[] = []
  const cutOff = (route: Route) => (cut.length < 2 ? void cut.push(route) : route.abort())
  const steps = '**/api/incidents/*/steps/*'
  await phone.context().route(steps, cutOff)
  await phone.getByRole('button', { name: '完成：填病人登记表' }).click()
  await phone.getByRole('button', { name: '完成：同批次原料的门店一起停' }).click()
  await expect.poll(() => cut.length).toBe(2)
  await phone.getByRole('tab', { name: '动态' }).click()
  await Promise.all(cut.map((route) => route.abort()))
  await seen(phone.getByText('2 个勾等着送出'))
  await phone.context().unroute(steps, cutOff)
  await gone(phone.getByText(/个勾等着送出/))
  await seen(
    desk.getByRole('button', { name: '已完成：填病人登记表' }),
    desk.getByRole('button', { name: '已完成：同批次原料的门店一起停' }),
  )
})
