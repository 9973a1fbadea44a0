import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KitchenTap } from '#contracts/orders/kitchen'
import type { ApiOrderStatus } from '#contracts/orders/outside'
import { createApiKey } from '#domains/channels'
import { systemContext } from '#platform/context'
import { SESSION_COOKIE } from '#platform/http/server'
import { startApp, type TestApp } from '#test/app'
import { type OpenShop, openShop } from '#test/order-world'
import { type Served, serve } from '../bench/serve.ts'

const ORDERS = 60
const HANDS = 6
const TAPS = ['start', 'done', 'pass'] as const
/** Who is killed when so many deeds have been acknowledged; of about 240. */
const KILLS: Record<number, 'web' | 'worker'> = {
  40: 'web',
  80: 'worker',
  120: 'web',
  160: 'worker',
  190: 'web',
}

type Placed = { sent: string; number: string; id: string; taskIds: string[] }

let app: TestApp
let world: OpenShop
let apiKey: string
let cookie: string
const running: Record<'web' | 'worker', Served | null> = { web: null, worker: null }
const killed: string[] = []
/** What is killed is begun again before it is killed once more. */
const kills: Record<'web' | 'worker', Promise<void>> = { web: Promise.resolve(), worker: Promise.resolve() }
const placed: Placed[] = []
/** Every tap by its key, with what was answered. */
const tapped = new Map<string, string>()
let acknowledged = 0
let cutOff = 0

beforeAll(async () => {
  app = await startApp()
  world = await openShop(app)
  const riders = [1, 2, 3].map(() => app.make.staff({ role: 'rider', shop: world.shop }))
  for (const rider of await Promise.all(riders)) await app.as(rider).put('/round/duty', { on: true })
  const key = await createApiKey(systemContext(app.services, world.shop.brandId), {
    name: 'killed',
    scopes: ['orders.write'],
  })
  apiKey = key.secret
  cookie = `${SESSION_COOKIE}=${await app.sessionFor(world.cook)}`
  await Promise.all([begin('web'), begin('worker')])
  const numbers = Array.from({ length: ORDERS }, (_, n) => n)
  await Promise.all(
    Array.from({ length: HANDS }, async () => {
      for (let n = numbers.shift(); n !== undefined; n = numbers.shift()) await sell(n)
    }),
  )
  await Promise.all([kills.web, kills.worker])
}, 180_000)
afterAll(async () => {
  await Promise.all((['web', 'worker'] as const).map(kill))
  await app.close()
})

async function begin(role: 'web' | 'worker'): Promise<void> {
  running[role] = await serve({ ...app.options, role })
}

async function kill(role: 'web' | 'worker'): Promise<void> {
  const child = running[role]?.process
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** One order through the kitchen; every tap is sent by two hands at once under the same key. */
async function sell(n: number): Promise<void> {
  const order = {
    ...{ shopCode: world.shop.code, kind: 'delivery', orderNumber: randomUUID(), name: `顾客 ${n}` },
    ...{ contact: `1380000${String(1000 + (n % 7))}`, address: { text: `文一西路 ${n} 号` }, paid: true },
    items: [
      { sku: 'oolong', quantity: 1, options: { sugar: ['less'] } },
      ...(n % 3 ? [] : [{ sku: 'bun', quantity: 1 }]),
    ],
  }
  const answer = await insist('/v1/orders', { authorization: `Bearer ${apiKey}` }, order)
  const { number } = answer as ApiOrderStatus
  const tasks = await app.services.db.inBrand(world.shop.brandId, (tx) =>
    tx
      .selectFrom('orders.kitchen_task as k')
      .innerJoin('orders.order as o', 'o.id', 'k.order_id')
      .select(['k.id', 'k.order_id'])
      .where('o.external_id', '=', order.orderNumber)
      .execute(),
  )
  placed.push({ sent: order.orderNumber, number, id: tasks[0]!.order_id, taskIds: tasks.map((t) => t.id) })
  for (const { id: taskId } of tasks)
    for (const kind of TAPS) {
      const tap: KitchenTap = { key: randomUUID(), taskId, kind, at: new Date().toISOString() }
      const twice = await Promise.all([send(tap), send(tap)])
      expect(twice[0]).toEqual(twice[1])
      tapped.set(tap.key, twice[0])
    }
}

async function send(tap: KitchenTap): Promise<string> {
  const answer = await insist(`/shops/${world.shop.id}/kitchen/taps`, { cookie }, { taps: [tap] })
  return (answer as { results: { outcome: string }[] }).results[0]!.outcome
}

/** Sent again until it is acknowledged; whoever is next to be killed is killed by the running number. */
async function insist(path: string, headers: Record<string, string>, body: unknown): Promise<unknown> {
  for (;;) {
    const answer = await fetch(`${running.web!.address}/api${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json', ...headers },
    }).catch(() => null)
    const said = answer && answer.status < 500 ? await answer.json().catch(() => null) : null
    if (said && answer!.status >= 400) throw new Error(`${path}: ${JSON.stringify(said)}`)
    if (said) {
      acknowledged += 1
      const role = KILLS[acknowledged]
      if (role)
        kills[role] = kills[role]
          .then(() => kill(role))
          .then(() => void killed.push(role))
          .then(() => begin(role))
      return said
    }
    cutOff += 1
    await wait(50)
  }
}

const inBrand = <T>(query: ReturnType<typeof sql<T>>) =>
  app.services.db.inBrand(world.shop.brandId, async (tx) => (await query.execute(tx)).rows)

test('web and worker were killed in the middle of it, and lines were cut', () => {
  expect(killed.toSorted()).toEqual(Object.values(KILLS).toSorted())
  expect(cutOff).toBeGreaterThan(0)
  expect(placed).toHaveLength(ORDERS)
})

test('every acknowledged order is there once, under the number that was answered', async () => {
  const rows = await inBrand(
    sql<{
      sent: string
      number: string
      n: number
    }>`select external_id as sent, 'D' || min(number) as number, count(*)::int as n
      from orders.order group by external_id`,
  )
  const expected = placed.map(({ sent, number }) => ({ sent, number, n: 1 }))
  expect(rows.toSorted(bySent)).toEqual(expected.toSorted(bySent))
})

test('every acknowledged tap is there as it was answered, and counted once', async () => {
  const rows = await inBrand(
    sql<{ key: string; outcome: string }>`select key, outcome from orders.kitchen_tap`,
  )
  expect(new Map(rows.map((row) => [row.key, row.outcome]))).toEqual(tapped)
  expect([...new Set(tapped.values())]).toEqual(['done'])
})

test('each order has its whole way behind it, every step once: trace, events and audit say the same', async () => {
  const rows = await inBrand(
    sql<Record<string, unknown>>`select o.id, o.status,
      (select array_agg(t.data->>'to' order by t.at, t.id) from orders.trace t where t.order_id = o.id and t.kind = 'moved') as moved,
      (select count(*)::int from orders.trace t where t.order_id = o.id and t.kind like 'item_%') as taps,
      (select count(*)::int from platform.event e where e.name = 'orders.moved' and e.body->>'orderId' = o.id::text) as events,
      (select count(*)::int from platform.audit_entry a where a.action = 'orders.move' and a.subject_id = o.id::text) as audits,
      (select count(*)::int from platform.audit_entry a where a.action = 'orders.place' and a.subject_id = o.id::text) as "placedOnce",
      (select count(*)::int from orders.kitchen_task k where k.order_id = o.id and k.state = 'done') as done,
      (select count(*)::int from orders.delivery d where d.order_id = o.id) as deliveries from orders.order o`,
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  for (const { id, taskIds } of placed)
    expect(found.get(id)).toMatchObject({
      ...{
        status: 'ready',
        moved: ['confirmed', 'preparing', 'quality_check', 'ready'],
        events: 4,
        audits: 4,
      },
      ...{ placedOnce: 1, taps: taskIds.length * TAPS.length, done: taskIds.length, deliveries: 1 },
    })
})

test('nobody was given an order that somebody else has, and what nobody has is given out afterwards', async () => {
  await Promise.all((['web', 'worker'] as const).map(kill))
  await app.sweep()
  const rows = await inBrand(
    sql<{ order_id: string; rider_id: string | null; said: string | null }>`select d.order_id, d.rider_id,
      (select t.data->>'riderId' from orders.trace t where t.order_id = d.order_id and t.kind = 'dispatched' order by t.at desc, t.id desc limit 1) as said
      from orders.delivery d`,
  )
  const given = rows.filter((row) => row.rider_id)
  expect(given.length).toBeGreaterThan(0)
  for (const row of given) expect(row.said).toBe(row.rider_id)
})

function bySent(a: { sent: string }, b: { sent: string }): number {
  return a.sent < b.sent ? -1 : 1
}
