import { expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import type { Role } from '#contracts/people'
import { gone, seen } from '#test/browser'
import { openHouse } from './house.ts'

const house = openHouse()

/** A brand whose clock is an hour ahead of the browser's. */
async function foundInTokyo<R extends Role>(people: Record<R, string>) {
  const founded = await house.found({ name: '東都茶坊', pack: 'milk_tea', shop: '银座店', people })
  await house.app.services.db.inBrand(founded.brand.id, (tx) =>
    tx.updateTable('platform.brand').set({ zone: 'Asia/Tokyo' }).where('id', '=', founded.brand.id).execute(),
  )
  return founded
}

test('who looks from another zone types times of the brand’s clock into the room and the seal', async () => {
  const { shop, people } = await foundInTokyo({ quality: '李品控' })
  const asQuality = house.app.as(people.quality)
  const opened = await asQuality.post<Room>('/incidents', {
    source: 'hand',
    plan: 'food_poisoning',
    title: '两位顾客喝完又吐又拉',
    shopIds: [shop.id],
  })
  const path = `/incidents/${opened.body.id}`
  const read = async () => (await asQuality.get<Room>(path)).body
  const desk = await house.openAs(people.quality, 'desk', path)

  await desk.getByRole('button', { name: '加一步' }).click()
  const step = desk.getByRole('dialog', { name: '加一步' })
  await step.getByLabel('做什么').fill('联系疾控中心取样')
  await step.getByLabel(/^什么时候之前/).fill('2030-01-02T08:00')
  await step.getByRole('button', { name: '加上' }).click()
  await gone(step)
  expect((await read()).checklist.find((one) => one.added)!.dueAt).toBe('2030-01-01T23:00:00.000Z')

  await desk.goto(`${path}?part=seal`)
  await desk.getByRole('button', { name: '通知门店停售封存' }).click()
  const order = desk.getByRole('dialog', { name: '通知门店停售封存' })
  await order.getByText('原料', { exact: true }).first().click()
  await order.getByRole('combobox', { name: '原料' }).fill('红豆')
  await order.getByLabel('从什么时候（选填）').fill('2026-03-02T08:30')
  await order.getByRole('button', { name: '马上通知 1 家店' }).click()
  await gone(order)
  expect((await read()).seals[0]!.from).toBe('2026-03-01T23:30:00.000Z')

  await desk.goto(`${path}?part=affected`)
  await seen(desk.getByLabel('从', { exact: true }))
  const first = new Date(Date.parse(opened.body.openedAt) - 3 * 86_400_000)
  const tokyo = first.toLocaleTimeString('en-GB', { timeZone: 'Asia/Tokyo' }).slice(0, 5)
  expect(await desk.getByLabel('从', { exact: true }).inputValue()).toContain(`T${tokyo}`)
})

test('an absence that is typed is one by the brand’s clock, and so is the day that the audit is asked for', async () => {
  const { people } = await foundInTokyo({ admin: '王店长', agent: '沈知夏' })
  const admin = await house.openAs(people.admin, 'desk', '/staff')
  await admin
    .getByRole('button', { name: /沈知夏/ })
    .first()
    .click()
  await admin.getByRole('tab', { name: '请假' }).click()
  await admin.getByLabel('从', { exact: true }).fill('2030-01-02T08:00')
  await admin.getByLabel('到', { exact: true }).fill('2030-01-03T20:00')
  await admin.getByRole('button', { name: '登记请假' }).click()
  await seen(admin.getByText(/1月2日 08:00 – .*1月3日 20:00/))

  await admin.goto('/audit')
  const asked = admin.waitForRequest(/to=2030-01-02T15(:|%3A)00/)
  await admin.getByLabel('到', { exact: true }).fill('2030-01-02')
  await asked
  expect(await admin.getByLabel('到', { exact: true }).inputValue()).toBe('2030-01-02')
})
