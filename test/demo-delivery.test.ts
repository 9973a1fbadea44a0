import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { DispatchBoard, RoundView } from '#contracts/orders/delivery'
import { loadRoster } from '#domains/people'
import { contextFor } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { tellDeliveries } from '../demo/orders-delivery.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp({ now: '2026-11-02T12:30:00+08:00' })
})
afterAll(() => app.close())

test('the demo is in the middle of lunch: two riders on their rounds, traffic, one door done, some still in the kitchen', async () => {
  const { services, make } = app
  const brand = await make.brand({ pack: 'takeaway' })
  const shop = await make.shop({ brand, name: '天府三街店' })
  await services.db.inBrand(brand.id, (tx) =>
    tx
      .updateTable('people.shop')
      .set({ code: 'CD01', lat: 30.5482, lng: 104.0612 })
      .where('id', '=', shop.id)
      .execute(),
  )
  const [lead, first, second] = [
    await make.staff({ brand, role: 'delivery_lead' }),
    await make.staff({ brand, role: 'rider', name: '邓老四' }),
    await make.staff({ brand, role: 'rider', name: '毛豆' }),
    await make.staff({ shop, role: 'kitchen' }),
  ]
  const ends = services.now()
  const roster = await services.db.inBrand(brand.id, (tx) => loadRoster(tx, ends))
  await tellDeliveries({
    services,
    brandId: brand.id,
    brand: { pack: 'takeaway' },
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
  const { body: board } = await app.as(lead).get<z.infer<typeof DispatchBoard>>('/dispatch')
  const stops = board.riders.flatMap((r) => r.stops)
  expect(board.riders).toHaveLength(2)
  expect(stops.length + board.waiting.length).toBe(5)
  expect(stops.some((s) => s.trouble?.kind === 'traffic')).toBe(true)
  expect(board.report.stops).toBe(1)
  const rounds = await Promise.all([first!, second!].map((r) => app.as(r).get<RoundView>('/round')))
  expect(rounds.some((r) => r.body.stops.some((s) => s.state === 'picked_up'))).toBe(true)
  expect(rounds.some((r) => r.body.stops.some((s) => !s.ready))).toBe(true)
})
