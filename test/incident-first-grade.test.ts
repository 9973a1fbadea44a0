import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlanOffer, Room } from '#contracts/incidents'
import { startApp, type TestApp } from '#test/app'
import { roomOf } from '#test/incident-world'
import type { MadeShop, MadeStaff } from '#test/make'
import { type Told, tell } from '#test/told'

/** How many customers and shops there are says the degree before anybody has graded: what the law wants of several is on the list at once. */
let app: TestApp
let shops: MadeShop[]
let quality: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T09:00+08:00' })
  shops = [await app.make.shop({ name: '西湖店' }), await app.make.shop({ name: '滨江店' })]
  quality = await app.make.staff({ role: 'quality', name: '李品控' })
})
afterAll(() => app.close())

const opened = async (source: 'ticket' | 'alarm', told: Told[]) => {
  const ticketIds = told.map(({ id }) => id)
  const { body } = await app.as(quality).post<Room>('/incidents', { source, ticketIds })
  const { facts } = roomOf(
    () => app,
    () => body.id,
  )
  const because = (await facts(quality)).find((entry) => entry.fact === 'graded_first')?.data
  return { room: body, titles: body.checklist.map((step) => step.title), because }
}
const plastic = (shop = 0) => tell(app, shops[shop]!, '奶茶里喝出一片塑料')
const REPORT = '可能伤及他人的，两小时内报告'

test('one cup of one customer begins at the first degree', async () => {
  const { room, titles, because } = await opened('ticket', [await plastic()])
  expect([room.planName, room.gradeName, because]).toEqual(['异物与变质', '单件', undefined])
  expect(titles).not.toContain(REPORT)
})

test('several customers in two shops are a batch, the report is due, and the timeline says why', async () => {
  const { room, titles, because } = await opened('alarm', [
    await plastic(),
    await plastic(1),
    await plastic(1),
  ])
  expect([room.planName, room.gradeName]).toEqual(['异物与变质', '批次'])
  expect(titles).toContain(REPORT)
  expect(because).toMatchObject({ toName: '批次', customers: 3, shops: 2, risks: [] })
  // Whoever leads still has to confirm it.
  expect(room.checklist.find((step) => step.key === 'grade')!.state).toBe('open')
})

test('what an early warning brings of something else counts for nothing', async () => {
  const leak = await tell(app, shops[1]!, '店员把我的手机号和住址发到了群里，你们泄露我的个人信息')
  const { room } = await opened('alarm', [await plastic(), leak, await tell(app, shops[1]!, '排队太久了')])
  expect([room.tickets, room.grades[0]!.name]).toEqual([3, room.gradeName])
})

test('a danger that was told is enough', async () => {
  const told = await tell(app, shops[0]!, '你们后厨着火了，全是烟，快来人')
  const { room, because } = await opened('ticket', [told])
  expect([room.planName, room.gradeName]).toEqual(['火情、抢劫与暴力冲突', '险情'])
  expect(because).toMatchObject({ toName: '险情', risks: ['shop_danger'] })
})

test('before the tap it is said how many steps the degree has that the room would begin at', async () => {
  const told = await tell(app, shops[0]!, '你们后厨着火了，全是烟，快来人')
  const { body: offers } = await app.as(quality).get<PlanOffer[]>(`/incidents/plans?ticketId=${told.id}`)
  const { titles } = await opened('ticket', [told])
  expect(offers.find((offer) => offer.fits)!.steps).toBe(titles.length)
})

test('what the customer says of people and of a hospital is enough, and the timeline says so', async () => {
  const told = await tell(app, shops[0]!, '五个同事喝完全都吐了，两个在住院')
  const { room, because } = await opened('ticket', [told])
  expect([room.planName, room.gradeName]).toEqual(['疑似食物中毒', '严重'])
  expect(because).toMatchObject({ toName: '严重', words: ['住院'] })
  const three = await opened('ticket', [await tell(app, shops[0]!, '三个人喝完上吐下泻，现在在医院')])
  expect([three.room.gradeName, three.because?.people]).toEqual(['聚集', 3])
  const one = await opened('ticket', [await tell(app, shops[0]!, '我喝完拉肚子，没去医院')])
  expect([one.room.gradeName, one.because]).toEqual(['个别', undefined])
})
