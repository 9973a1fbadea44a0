import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KitchenBoard } from '#contracts/orders/kitchen'
import { startApp, type TestApp } from '#test/app'
import type { MadeStaff } from '#test/make'
import { type OpenShop, openShop } from '#test/order-world'
import { nextTap } from '../demo/live/cooks.ts'
import { guestDue } from '../demo/live/guests.ts'
import { liveMoment } from '../demo/live/live.ts'

const NOON = Date.parse('2026-11-02T12:00:00+08:00')
const EVERY_S = 5
let app: TestApp
let world: OpenShop
let rider: MadeStaff
let now = NOON
let happened = 0
let minutes = 0

beforeAll(async () => {
  app = await startApp({ now: new Date(NOON).toISOString() })
  world = await openShop(app)
  rider = await app.make.staff({ role: 'rider', shop: world.shop, name: '毛豆' })
  await asDemo({ lat: 30.28, lng: 120.02 }, true)
  // As in the demo: the window for the brand's own website, behind which stands no service.
  await connected('chat')
  // What guests order is left to chance: a quiet quarter of an hour goes on until there is enough to look at.
  do {
    happened += await live(6)
    minutes += 6
  } while (minutes < 12 || (minutes < 60 && !(await isLively())))
}, 240_000)
afterAll(() => app.close())

const inBrand = <T>(query: ReturnType<typeof sql<T>>) =>
  app.services.db.inBrand(world.shop.brandId, async (tx) => (await query.execute(tx)).rows)

async function asDemo(place: { lat: number; lng: number }, demo: boolean): Promise<void> {
  await app.services.db.inBrand(world.shop.brandId, async (tx) => {
    await tx.updateTable('people.shop').set(place).where('id', '=', world.shop.id).execute()
    await tx.updateTable('platform.brand').set({ demo }).where('id', '=', world.shop.brandId).execute()
  })
}

async function connected(kind: string): Promise<void> {
  const { body } = await app.as(world.admin).post<{ id: string }>('/channels', { kind, name: kind })
  await app.services.db.inBrand(world.shop.brandId, (tx) =>
    tx
      .updateTable('channels.channel')
      .set({ connected_at: new Date(now) })
      .where('id', '=', body.id)
      .execute(),
  )
}

/** So many minutes as they pass while the program runs: moments, and the worker's sweeps between them. */
async function live(minutes: number): Promise<number> {
  let done = 0
  for (let s = 0; s < minutes * 60; s += EVERY_S) {
    now += EVERY_S * 1000
    app.setNow(new Date(now).toISOString())
    done += await liveMoment(app.services)
    if (s % 15 === 0) await app.sweep()
  }
  return done
}

type Placed = { status: string; kind: string; steps: string[] }
const placed = () =>
  inBrand(sql<Placed>`select o.status, o.kind,
    (select array_agg(distinct t.kind) from orders.trace t where t.order_id = o.id) as steps from orders.order o order by o.placed_at`)
const isOver = ({ status }: Placed) => ['delivered', 'reviewed'].includes(status)
const isRidden = ({ kind, steps }: Placed) => kind === 'delivery' && steps.includes('handed_over')

async function isLively(): Promise<boolean> {
  const over = (await placed()).filter(isOver)
  return happened > 60 && over.length > 2 && over.some(isRidden)
}

test('guests order, cooks work and riders ride by themselves, through the same deeds as people, and nothing leaves the program', async () => {
  expect(happened).toBeGreaterThan(60)
  const orders = await placed()
  expect(orders.length).toBeGreaterThan(8)
  expect(orders.length).toBeLessThan((minutes * 60) / 50 + 2)
  const over = orders.filter(isOver)
  expect(over.length).toBeGreaterThan(2)
  for (const order of over)
    expect(order.steps).toEqual(expect.arrayContaining(['placed', 'item_started', 'item_passed']))
  expect(over.some(isRidden)).toBe(true)
  const [position] = await inBrand(
    sql<{
      lat: number | null
      at: Date | null
    }>`select lat, position_at as at from orders.rider where staff_id = ${rider.id}::uuid`,
  )
  expect(now - position!.at!.getTime()).toBeLessThan(90_000)
  const sent = await inBrand(sql<{ n: number }>`select count(*)::int as n from channels.outbound_message`)
  expect(sent).toEqual([{ n: 0 }])
})

test('the kitchen’s screen shows what is going on', async () => {
  const board = async () =>
    (await app.as(world.cook).get<KitchenBoard>(`/shops/${world.shop.id}/kitchen`)).body
  const atWork = (now: KitchenBoard) =>
    now.tasks.some((task) => task.state === 'making' && task.staffName !== '')
  let seen = await board()
  expect(seen.tasks.length).toBeGreaterThan(0)
  // Between two guests a kitchen may stand still for a moment.
  for (let minute = 0; minute < 10 && !atWork(seen); minute++) {
    await live(1)
    seen = await board()
  }
  expect(atWork(seen)).toBe(true)
})

test('a brand that is no demo, or has a channel to the world outside, is left alone', async () => {
  await asDemo({ lat: 30.28, lng: 120.02 }, false)
  expect(await live(2)).toBe(0)
  await asDemo({ lat: 30.28, lng: 120.02 }, true)
  await connected('sms')
  expect(await live(2)).toBe(0)
})

test.each([
  [{ today: 0, ever: 0, lastAt: null }, true],
  [{ today: 3, ever: 3, lastAt: ago(30) }, false],
  [{ today: 3, ever: 3, lastAt: ago(60) }, true],
  [{ today: 90, ever: 500, lastAt: ago(60) }, false],
  [{ today: 90, ever: 500, lastAt: ago(601) }, true],
  [{ today: 200, ever: 500, lastAt: ago(3600) }, false],
  [{ today: 0, ever: 6000, lastAt: ago(86_400) }, false],
])('there are only so many guests: %j → %s', (so, due) => {
  expect(guestDue(so, new Date(NOON))).toBe(due)
})

function ago(seconds: number): Date {
  return new Date(NOON - seconds * 1000)
}

test('no more is begun than the station has places, and nothing that quality has stopped', () => {
  const task = (id: string, more: object) =>
    ({
      id,
      stationId: 'tea',
      state: 'waiting',
      later: false,
      stopped: false,
      makeS: 60,
      rework: 0,
      ...more,
    }) as never
  const stations = [{ id: 'tea', capacity: 1 }] as never
  const tasks = [
    task('a', { state: 'making', startedAt: new Date(NOON - 5000).toISOString() }),
    task('b', {}),
  ]
  const at = new Date(NOON)
  expect(nextTap({ stations, tasks }, tasks[0]!, at)).toBeNull()
  expect(nextTap({ stations, tasks }, tasks[1]!, at)).toBeNull()
  expect(nextTap({ stations, tasks: [tasks[1]!] }, tasks[1]!, at)).toBe('start')
  expect(nextTap({ stations, tasks: [] }, task('c', { stopped: true }), at)).toBeNull()
  expect(nextTap({ stations, tasks }, tasks[0]!, new Date(NOON + 300_000))).toBe('done')
})
