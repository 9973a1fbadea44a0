import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemContext } from '#platform/context'
import { startApp, type TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'
import { tell } from '#test/told'
import { openWecom } from '../../test/simulators/wecom.ts'
import { sweepUrgentEvents } from './hear/sweep-heard.ts'
import { insertDeliveries, type NewDelivery } from './send/delivery-data.ts'
import { sweepUrgentDeliveries } from './send/sweep-deliveries.ts'

const NOON = '2026-03-02T12:00:00+08:00'
const GLASS = '奶茶里喝出玻璃渣，嘴都划破了'
const WECOM = { key: 'k1', corpId: 'ww1', secret: 'app-secret-0001', agentId: 1000002 }
let app: TestApp
let one: MadeStaff
let wecom: Awaited<ReturnType<typeof openWecom>>

beforeAll(async () => {
  app = await startApp({ now: NOON, origin: 'https://echo.example.com' })
  one = await app.make.staff({ role: 'quality' })
  const users = ['big', 'small', ...Array.from({ length: 12 }, (_, n) => `shop.${n}`)]
  wecom = await openWecom({ ...WECOM, users }, () => app.services.now())
})
afterAll(async () => {
  await wecom.close()
  await app.close()
})

const row = (by: MadeStaff, dedupe: string, more: Partial<NewDelivery> = {}): NewDelivery => ({
  dedupe,
  means: 'push',
  robot_id: null,
  staff_id: by.id,
  kind: 'stop_sale',
  ticket_id: null,
  round_id: null,
  data: {},
  at: new Date(NOON),
  ...more,
})
const queue = (by: MadeStaff, rows: NewDelivery[]) => {
  const ctx = systemContext(app.services, by.brandId)
  return ctx.transaction((tx) => insertDeliveries(tx, ctx, rows))
}

test('a stop-sale of hundreds of shops stands before no alarm: neither of its own brand nor one of another that is told again', async () => {
  const brand = async (user: string, sellers: number) => {
    const made = await app.make.brand({ name: user })
    const shop = await app.make.shop({ brand: made })
    const admin = await app.make.staff({ brand: made, role: 'admin' })
    const { corpId, secret, agentId } = WECOM
    await app
      .as(admin)
      .put('/notice-senders/wecom', { corpId, agentId: String(agentId), secret, base: wecom.url })
    const quality = await app.make.staff({ brand: made, role: 'quality', onDuty: true })
    await app.as(quality).put('/me/notices', { means: {}, wecomUser: user })
    const people: MadeStaff[] = []
    for (let n = 0; n < sellers; n++) {
      const seller = await app.make.staff({ shop, role: 'shop_staff' })
      await app.as(seller).put('/me/notices', { means: {}, wecomUser: `shop.${n}` })
      people.push(seller)
    }
    return { shop, people }
  }
  const big = await brand('big', 12)
  const small = await brand('small', 0)
  wecom.state.broken = 1
  await tell(app, small.shop, GLASS)
  await app.sweep()
  expect(wecom.cards).toEqual([])

  app.setNow('2026-03-02T12:00:10+08:00')
  const rows = big.people.flatMap((by) =>
    Array.from({ length: 20 }, (_, n) =>
      row(by, `sale:${by.id}:${n}`, { means: 'wecom', at: app.services.now() }),
    ),
  )
  await queue(big.people[0]!, rows)
  app.setNow('2026-03-02T12:00:20+08:00')
  await tell(app, big.shop, GLASS)
  await sweepUrgentEvents(app.services)
  while (wecom.cards.length < 30) await sweepUrgentDeliveries(app.services)
  const first = wecom.cards.slice(0, 30).map((c) => c.to)
  expect(first).toEqual(expect.arrayContaining(['big', 'small']))
})

test('a brand whose stop-sale makes more messages than one statement holds tells everybody, each once', async () => {
  const rows = Array.from({ length: 6000 }, (_, n) => row(one, `many:${n}`))
  await queue(one, rows)
  await queue(one, rows)
  const told = await app.services.db.inBrand(one.brandId, (tx) =>
    tx
      .selectFrom('notify.delivery')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('dedupe', 'like', 'many:%')
      .executeTakeFirstOrThrow(),
  )
  expect(Number(told.n)).toBe(6000)
})
