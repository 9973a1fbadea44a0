import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlanOffer, Room } from '#contracts/incidents'
import { startApp, type TestApp } from '#test/app'
import type { MadeShop, MadeStaff } from '#test/make'
import { type Told, tell } from '#test/told'

/** The plan goes by what was heard on the ticket, wherever the room is opened from. */
let app: TestApp
let shop: MadeShop
let quality: MadeStaff
let lead: MadeStaff

beforeAll(async () => {
  app = await startApp({ now: '2026-03-02T09:00+08:00' })
  shop = await app.make.shop({ name: '西湖店' })
  quality = await app.make.staff({ role: 'quality', name: '李品控' })
  lead = await app.make.staff({ role: 'lead', name: '陈朗' })
  await app.make.staff({ role: 'shop_manager', shop })
})
afterAll(() => app.close())

const FIRE = '你们后厨着火了，全是烟，快来人'
const VIOLENCE = '火情、抢劫与暴力冲突'

const offered = async ({ id }: Told) => {
  const { body } = await app.as(quality).get<PlanOffer[]>(`/incidents/plans?ticketId=${id}`)
  return body.filter((plan) => plan.fits).map((plan) => plan.name)
}
const opened = async (source: 'ticket' | 'alarm' | 'hand', told: Told[], title?: string) => {
  const ticketIds = told.map((one) => one.id)
  const { body } = await app.as(quality).post<Room>('/incidents', { source, ticketIds, title })
  return body
}
const say = ({ token }: Told, text: string) =>
  app.anonymous.post(
    `/public/progress/${token}/messages`,
    { messageId: randomUUID(), text },
    { ip: '10.7.1.1' },
  )
const judge = ({ id }: Told, kind: string, ...categories: string[]) =>
  app.as(lead).put(`/tickets/${id}/triage`, { kind, categories, severity: 3, impact: 2, reason: '看过了' })

describe('a fire in the shop', () => {
  test('opens the plan for fires, from the ticket, an early warning or by hand, as it was offered', async () => {
    const told = [await tell(app, shop, FIRE), await tell(app, shop, FIRE), await tell(app, shop, FIRE)]
    expect(await offered(told[0]!)).toEqual([VIOLENCE])
    const rooms = [
      await opened('ticket', [told[0]!]),
      await opened('alarm', [told[1]!]),
      await opened('hand', [told[2]!], '西湖店后厨起火'),
    ]
    for (const room of rooms) {
      expect(room.planName).toBe(VIOLENCE)
      expect(room.checklist.map((step) => step.title)).toEqual(expect.arrayContaining(['打 110 / 119 / 120']))
    }
  })

  test('is what a room of several tickets is opened for, where none of the plans is for most of them', async () => {
    const hair = await tell(app, shop, '奶茶里有一根头发')
    const fire = await tell(app, shop, FIRE)
    expect((await opened('alarm', [hair, fire])).planName).toBe(VIOLENCE)
  })

  test('is heard in later words too', async () => {
    const told = await tell(app, shop, '珍珠是硬的，没煮透')
    expect(await offered(told)).toEqual([])
    await say(told, FIRE)
    expect(await offered(told)).toEqual([VIOLENCE])
  })
})

describe('what a person says it is', () => {
  test('is worth more than the danger that was heard', async () => {
    const told = await tell(app, shop, FIRE)
    await judge(told, 'emergency', 'safety.allergy')
    expect(await offered(told)).toEqual(['食物过敏'])
    expect((await opened('ticket', [told])).planName).toBe('食物过敏')
  })

  test('leaves the danger where it says the same matter', async () => {
    const told = await tell(app, shop, FIRE)
    await judge(told, 'emergency', 'safety.injury')
    expect(await offered(told)).toEqual([VIOLENCE])
  })

  test('takes the plan away where it is nothing', async () => {
    const asked = await tell(app, shop, FIRE)
    await judge(asked, 'inquiry', 'safety.injury')
    expect(await offered(asked)).toEqual([])
    const misheard = await tell(app, shop, '珍珠是硬的，没煮透')
    await say(misheard, FIRE)
    await app.as(lead).delete(`/tickets/${misheard.id}/raise`)
    expect(await offered(misheard)).toEqual([])
  })
})

describe('what the law says about the time', () => {
  const step = (room: Room, key: string) => room.checklist.find((one) => one.key === key)

  test('stands in its own words beside the time that is the house’s own', async () => {
    const told = await tell(app, shop, '店员把我的手机号和住址发到了群里，你们泄露我的个人信息')
    const room = await opened('ticket', [told])
    expect(step(room, 'notify_authority')?.law).toMatchObject({
      limit: '立即',
      ownTime: true,
      confirm: false,
    })
    expect(step(room, 'notify_authority')?.dueAt).toBe('2026-03-02T07:00:00.000Z')
    // The earliest time is our own too, and the line of the list does not call it the law's.
    expect(room.next).toMatchObject({ law: false })
  })

  test.each([
    ['奶茶里喝到一块碎玻璃', 'batch'],
    ['喝完过敏了，手上起了红疹', 'severe'],
  ])(
    '%s: the two hours of a report run from the first minute, and go on when it is graded',
    async (text, grade) => {
      app.setNow('2026-03-02T09:00+08:00')
      const told = await tell(app, shop, text)
      app.setNow('2026-03-02T09:40+08:00')
      const room = await opened('ticket', [told])
      const twoHours = '2026-03-02T03:00:00.000Z'
      expect(step(room, 'judge_report')).toMatchObject({
        dueAt: twoHours,
        law: { ownTime: false, confirm: true },
      })
      expect(step(room, 'report')).toBeUndefined()
      const graded = await app.as(quality).patch<Room>(`/incidents/${room.id}`, { grade })
      expect(step(graded.body, 'report')?.dueAt).toBe(twoHours)
      expect(step(graded.body, 'judge_report')).toBeUndefined()
    },
  )
})
