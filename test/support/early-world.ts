import { expect } from 'vitest'
import type { AlarmPage } from '#contracts/insights'
import { startApp, type TestApp } from './app.ts'
import type { MadeShop, MadeStaff } from './make.ts'
import { furnish } from './order-world.ts'

/** Monday; shops are open from ten to ten. */
export const NOON = Date.parse('2026-03-02T12:00+08:00')
export const MIN = 60_000
export const DAY = 24 * 60 * MIN

type People = { admin?: { phone: string }; quality?: { phone: string }; manager?: { phone: string } }
export type EarlyWorld = Awaited<ReturnType<typeof openEarlyWorld>>

/** A brand that is listened to at noon of a Monday: 阳光店 with its menu and manager, quality and the administrator. */
export async function openEarlyWorld(people: People = {}) {
  const app = await startApp({ now: new Date(NOON).toISOString() })
  const shop = await app.make.shop({ name: '阳光店' })
  const admin = await app.make.staff({ role: 'admin', ...people.admin })
  const cook = await app.make.staff({ role: 'kitchen', shop })
  const quality = await app.make.staff({ role: 'quality', ...people.quality })
  const manager = await app.make.staff({ role: 'shop_manager', shop, ...people.manager })
  await furnish(app, { shop, admin, manager, cook })
  return { app, shop, admin, quality, manager, ...listenIn(app) }
}

function listenIn(app: TestApp) {
  const sweep = (name: string, services = app.services) =>
    app.modules
      .flatMap((m) => m.sweeps ?? [])
      .find((s) => s.name === name)!
      .run(services)
  return {
    at: (ms: number) => app.setNow(new Date(ms).toISOString()),
    sweep,
    hear: () => sweep('insights.voices'),
    /** Early warnings as this person sees them. */
    alarms: async (by: MadeStaff, view: 'open' | 'ended' = 'open') =>
      (await app.as(by).get<AlarmPage>(`/alarms?view=${view}`)).body.rows,
    openRedBean: async (shop: MadeShop, keeper: MadeStaff, code = 'B-0301') => {
      const opened = await app.as(keeper).post(`/shops/${shop.id}/batches`, { ingredient: '红豆', code })
      expect(opened.status, opened.text).toBeLessThan(300)
    },
  }
}
