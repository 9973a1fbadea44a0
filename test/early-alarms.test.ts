import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '#test/app'
import { DAY, type EarlyWorld, MIN, NOON, openEarlyWorld } from '#test/early-world'
import type { MadeBrand, MadeShop, MadeStaff } from '#test/make'
import { furnish, place } from '#test/order-world'
import { anyIp } from '#test/permission-records'
import { tell } from '#test/told'

let world: EarlyWorld
let app: TestApp
let shop: MadeShop
let manager: MadeStaff
let owner: pg.Client
let holder: pg.Client

beforeAll(async () => {
  world = await openEarlyWorld()
  ;({ app, shop, manager } = world)
  owner = new pg.Client({ connectionString: app.database.ownerUrl })
  holder = new pg.Client({ connectionString: app.database.ownerUrl })
  await Promise.all([owner.connect(), holder.connect()])
})
afterAll(async () => {
  await Promise.all([owner.end(), holder.end()])
  await app.close()
})

const alarms = (by = world.quality) => world.alarms(by)
const hear = () => world.hear()

test('what a person corrects while the ticket is listened to counts where it belongs', async () => {
  await tell(app, shop, '等太久了，等了半个小时')
  await hear()
  const { id } = await tell(app, shop, '红豆包里有虫子')
  // Holds what listening writes at its end, so that the correction comes when the ticket has been read.
  await holder.query('begin')
  await holder.query('select from insights.usual for update')
  const listening = hear()
  await until(async () => (await stuckAt('insights.usual')) > 0)
  const triage = {
    kind: 'complaint',
    categories: ['service.attitude'],
    severity: 1,
    impact: 1,
    reason: '说的是态度',
  }
  expect((await app.as(manager).put(`/tickets/${id}/triage`, triage)).status).toBeLessThan(300)
  await holder.query('rollback')
  await listening
  await hear()
  const kinds = (await seriesWith(id)).map((one) => one.kind)
  expect(kinds).toContain('category')
  expect((await seriesWith(id)).filter((one) => one.key.includes('insect'))).toEqual([])
})

test('an alarm of many counts them all and lists the newest, and takes none from the list of a small one', async () => {
  const start = NOON + DAY
  const fall = async (n: number, where: MadeShop, at: number) => {
    world.at(at)
    return (await tell(app, where, `门口结冰，老人摔倒骨折，叫了 ${n} 次救护车`)).id
  }
  const [small, large, larger] = [
    await app.make.shop({ name: '湖滨店' }),
    await app.make.shop({ name: '城西店' }),
    await app.make.shop({ name: '城东店' }),
  ]
  for (const n of [0, 1, 2]) await fall(n, small, start + n * 10 * MIN)
  await hear()
  for (const [n, where] of [large, larger].entries()) {
    const first = await fall(3, where, start + (n + 1) * 60 * MIN)
    await manyMore(first, 330)
    world.at(start + (n + 1) * 60 * MIN + 50 * MIN)
    while ((await hear()) > 0);
  }
  const all = await alarms()
  const of = (name: string) => all.find((one) => one.about.names.includes(name))!
  expect(of('湖滨店')).toMatchObject({ count: 3, heard: 3, urgent: true })
  expect(of('湖滨店').tickets).toHaveLength(3)
  for (const name of ['城西店', '城东店']) {
    expect(of(name)).toMatchObject({ count: 331, heard: 331, spanMin: 33, shops: [{ name }] })
    expect(of(name).tickets).toHaveLength(50)
  }
  const newest = of('城东店').tickets
  expect(newest.map((one) => one.openedAt)).toEqual(
    newest
      .map((one) => one.openedAt)
      .toSorted()
      .toReversed(),
  )
  expect(newest[0]!.openedAt).toBe(of('城东店').lastAt)

  const late = await fall(4, larger, start + 3 * 60 * MIN)
  await hear()
  const grown = (await alarms()).find((one) => one.id === of('城东店').id)!
  expect(grown).toMatchObject({ count: 332, heard: 332, firstAt: of('城东店').firstAt })
  expect(grown.tickets[0]!.id).toBe(late)
})

test('what was bought at noon and is written of in the evening alarms nobody; a dozen of one noon do, by when it was bought', async () => {
  const brand = await app.make.brand({ name: '另一家' })
  const noonShop = await noonOrders(brand)
  const lead = await app.make.staff({ role: 'lead', brand })
  const monday = NOON + 7 * DAY
  for (let day = 0; day < 28; day++) {
    const noon = monday + day * DAY
    for (let n = 0; n < [3, 2, 5, 1, 4, 3, 6][day % 7]!; n++) {
      const lagMin = 180 + ((day * 7 + n * 5) % 11) * 40
      await noonShop.complain(noon + (((day + n * 5) % 8) * 20 - 40) * MIN, noon + lagMin * MIN)
    }
    await hear()
    await world.sweep('insights.reckoning')
  }
  expect(await alarms(lead)).toEqual([])

  const noon = monday + 29 * DAY
  for (let n = 0; n < 12; n++)
    await noonShop.complain(noon + ((n * 7) % 12) * 4 * MIN, noon + 300 * MIN + n * 20 * MIN)
  await hear()
  const [alarm, ...more] = await alarms(lead)
  expect(more).toEqual([])
  expect(alarm).toMatchObject({ about: { kind: 'shift', part: 'noon', names: [noonShop.shop.name] } })
  expect(alarm!.firstAt).toBe(new Date(noon).toISOString())
  expect(alarm!.spanMin).toBeLessThan(60)
  expect(alarm!.usual).toBeGreaterThan(0.2)
}, 120_000)

/** A shop of this brand, and complaints of what was bought there: each of an order of its own. */
async function noonOrders(brand: MadeBrand) {
  const where = await app.make.shop({ name: '午市店', brand })
  const [admin, cook, own] = [
    await app.make.staff({ role: 'admin', brand }),
    await app.make.staff({ role: 'kitchen', shop: where, brand }),
    await app.make.staff({ role: 'shop_manager', shop: where, brand }),
  ]
  const { bun } = await furnish(app, { shop: where, admin, manager: own, cook })
  const orderId = await place(app, own, {
    shopId: where.id,
    kind: 'pickup',
    source: 'phone',
    name: '林小雨',
    contact: '13800001234',
    items: [{ itemId: bun, quantity: 1, options: {}, note: '' }],
  })
  const codes = { shopId: where.id, place: 'table', labels: ['A07'] }
  const slug = (await app.as(admin).post<{ slug: string }[]>('/codes', codes)).body[0]!.slug
  let said = 0
  return {
    shop: where,
    complain: async (boughtAt: number, at: number) => {
      const orderNumber = `NOON-${++said}`
      await owner.query(
        `insert into orders.order select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'number', o.number + $2::int, 'external_id', $3::text,
           'placed_at', $4::timestamptz, 'token_hash', '\\x' || encode(sha256($3::text::bytea), 'hex')))).* from orders.order o where o.id = $1`,
        [orderId, 1000 + said, orderNumber, new Date(boughtAt)],
      )
      world.at(at)
      const content = `${TOPICS[said % TOPICS.length]}，${said} 号桌`
      const body = { submissionId: randomUUID(), content, mood: 'bad', locale: 'zh-CN', orderNumber }
      const sent = await app.anonymous.post(`/public/forms/${slug}/feedback`, body, { ip: anyIp() })
      expect(sent.status, sent.text).toBe(201)
    },
  }
}
const TOPICS = ['太甜了', '等太久了', '少给了一份', '服务员态度差', '桌子很脏', '小票价格不对', '不新鲜']

/** As many other people who say the same in other words, six seconds after one another. */
async function manyMore(ticketId: string, more: number): Promise<void> {
  await owner.query(
    `with made as (
       insert into tickets.ticket select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
           'number', t.number * 1000 + 1000000 + n, 'content', t.content || n, 'opened_at', t.opened_at + n * interval '6 seconds',
           'token_hash', '\\x' || encode(sha256((t.id::text || n)::bytea), 'hex')))).*
         from tickets.ticket t, generate_series(1, $2::int) n where t.id = $1 returning brand_id, id, opened_at)
     insert into insights.heard (brand_id, ticket_id, at, next_try_at) select brand_id, id, opened_at, opened_at from made`,
    [ticketId, more],
  )
}

async function seriesWith(ticketId: string): Promise<{ kind: string; key: string }[]> {
  const { rows } = await owner.query('select kind, key from insights.series where $1 = any (recent_ids)', [
    ticketId,
  ])
  return rows
}

async function stuckAt(table: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike $1`,
    [`%${table.replace('.', '%')}%`],
  )
  return rows[0]!.n
}

async function until(look: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 20_000; tries++) if (await look()) return
  throw new Error('it never came to that')
}
