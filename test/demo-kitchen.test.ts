import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KitchenBoard } from '#contracts/orders/kitchen'
import { loadRoster } from '#domains/people'
import { contextFor } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import { openMenus, tellMenus } from '../demo/orders.ts'
import { tellKitchen } from '../demo/orders-kitchen.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test.each(['2026-11-02T12:30:00+08:00', '2026-11-03T03:10:00+08:00'])(
  'the demo’s kitchen is in the middle of its rush when it is opened at %s',
  async (now) => {
    app.setNow(now)
    const { services, make } = app
    const brand = await make.brand({ pack: 'milk_tea' })
    const shop = await make.shop({ brand })
    await services.db.inBrand(brand.id, (tx) =>
      tx.updateTable('people.shop').set({ code: 'HZ01' }).where('id', '=', shop.id).execute(),
    )
    await make.staff({ brand, role: 'admin' })
    await make.staff({ brand, role: 'agent' })
    const cook = await make.staff({ shop, role: 'kitchen', name: '盛师傅' })
    const ends = services.now()
    const roster = await services.db.inBrand(brand.id, (tx) => loadRoster(tx, ends))
    const told = {
      ...{ services, brandId: brand.id, brand: { pack: 'milk_tea' as const }, roster, ends },
      as: (staffId: string | null, at: Date) => {
        const { id, name, roles } = roster.people.find((p) => p.id === staffId)!
        return contextFor(
          { ...services, now: () => at },
          { kind: 'staff', brandId: brand.id, staffId: id, sessionId: '', name, grants: roles },
        )
      },
    }
    await tellMenus(told, await openMenus(told))
    await tellKitchen(told)
    const { body: board } = await app.as(cook).get<KitchenBoard>(`/shops/${shop.id}/kitchen`)
    const states = Map.groupBy(board.tasks, (task) => task.state)
    for (const state of ['waiting', 'making', 'checking', 'done'])
      expect(states.get(state as 'waiting')?.length, state).toBeGreaterThan(0)
    expect(board.tasks.length).toBeGreaterThan(14)
    expect(board.tasks.some((task) => task.rework > 0 && task.backReason === '甜度做错了')).toBe(true)
    expect(board.tasks.some((task) => task.taboos.length > 0)).toBe(true)
    expect(board.tasks.some((task) => task.later)).toBe(true)
    const soon = board.tasks.filter(
      ({ dueAt, later }) => !later && Math.abs(Date.parse(dueAt) - ends.getTime()) < 15 * 60_000,
    )
    expect(soon.length).toBeGreaterThan(10)
    expect(soon.some(({ dueAt }) => Date.parse(dueAt) > ends.getTime())).toBe(true)
  },
)
