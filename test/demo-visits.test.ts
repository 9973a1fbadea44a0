import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VisitBoard, VisitView } from '#contracts/orders/visits'
import { loadRoster } from '#domains/people'
import { contextFor } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { everyDay } from '#test/make'
import { tellVisits } from '../demo/orders-visits.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('the demo’s SPA is in the middle of its day, with yesterday’s peel that a skin took badly', async () => {
  const { today, peel, visit } = await told('2026-11-02T15:00:00+08:00')
  expect(today.therapists).toHaveLength(3)
  const states = new Set(today.visits.map((one) => one.state))
  expect(states).toEqual(new Set(['done', 'no_show', 'treating', 'booked']))
  expect(visit.aftercare[0]).toMatchObject({ reaction: 'strong', photos: 1, ticketId: expect.any(String) })
  expect(visit.products.map((product) => product.code)).toContain('GS-2611-15')
  expect(peel.state).toBe('done')
})

test('in the night its whole day is still to come, and at its end over', async () => {
  const night = await told('2026-11-03T02:00:00+08:00')
  expect(new Set(night.today.visits.map((one) => one.state))).toEqual(new Set(['booked']))
  const late = await told('2026-11-04T23:30:00+08:00')
  expect(new Set(late.today.visits.map((one) => one.state))).toEqual(new Set(['done', 'no_show']))
})

async function told(now: string) {
  app.setNow(now)
  const { services, make } = app
  const brand = await make.brand({ pack: 'beauty' })
  const shop = await make.shop({ brand, name: '联洋 SPA 馆', hours: everyDay(['11:00', '23:00']) })
  await services.db.inBrand(brand.id, (tx) =>
    tx.updateTable('people.shop').set({ code: 'SH04' }).where('id', '=', shop.id).execute(),
  )
  const duty = everyDay(['11:00', '22:30'])
  for (const role of ['admin', 'agent', 'quality', 'advisor'] as const) await make.staff({ brand, role })
  const manager = await make.staff({ shop, role: 'shop_manager' })
  for (const name of ['青青', '南星', '白芷']) await make.staff({ shop, role: 'shop_staff', name, duty })
  const ends = services.now()
  const roster = await services.db.inBrand(brand.id, (tx) => loadRoster(tx, ends))
  await tellVisits({
    services,
    brandId: brand.id,
    brand: { pack: 'beauty' },
    roster,
    ends,
    as: (staffId, at) => {
      const { id, name, roles } = roster.people.find((p) => p.id === staffId)!
      return contextFor(
        { ...services, now: () => at },
        { kind: 'staff', brandId: brand.id, staffId: id, sessionId: '', name, grants: roles },
      )
    },
  })
  const boardOf = async (on: string) =>
    (await app.as(manager).get<VisitBoard>(`/visits?shopId=${shop.id}&on=${on}`)).body
  const today = await boardOf(now.slice(0, 10))
  const before = await boardOf(new Date(Date.parse(now) - 16 * 3_600_000).toISOString().slice(0, 10))
  const peel = before.visits.find((one) => one.customer.startsWith('谢'))!
  const { body: visit } = await app.as(manager).get<VisitView>(`/orders/${peel.orderId}/visit`)
  return { today, peel, visit }
}
