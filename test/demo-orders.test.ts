import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OrderView } from '#contracts/orders'
import type { OrderCard } from '#contracts/orders/outside'
import { startApp, type TestApp } from '#test/app'
import { type DemoBrand, readDemoBrands } from '../demo/demo-file.ts'
import { loadDemo } from '../demo/load.ts'
import { plotOf } from '../demo/orders-plots.ts'

const NOW = '2026-11-02T20:30:00+08:00'
const ALL = readDemoBrands()
const complained = (brand: DemoBrand) =>
  brand.feedback.filter((f) => f.kind === 'complaint' || f.kind === 'emergency')
const LATE = /^(delivery\.(late|not_arrived)|order\.slow_kitchen|making\.long_wait|serving\.slow)/

test.each(['milk_tea', 'takeaway', 'restaurant', 'general'])(
  'an order stands behind most complaints of %s that are about something bought',
  (pack) => {
    const brand = ALL.find((b) => b.pack === pack)!
    const bought = complained(brand).filter(
      (f) => !/^(service|place|shop|app|wechat|tech|crisis|platform|queue|repair)\./.test(f.category),
    )
    const behind = bought.filter((f) => plotOf(pack, f.category, f.text))
    expect(behind.length / bought.length).toBeGreaterThan(0.85)
    expect(behind.length / complained(brand).length).toBeGreaterThan(0.5)
  },
)

/** A few of each sort, without the talk that followed: what matters here is the order behind them. */
function sample(pack: string): DemoBrand {
  const brand = ALL.find((b) => b.pack === pack)!
  const feedback = complained(brand)
    .filter((f, n) => LATE.test(f.category) || f.category.startsWith('safety.') || n % 9 === 0)
    .map((f) => ({ ...f, photos: 0, story: f.story.slice(-1) }))
  return { ...brand, feedback }
}

type Told = {
  brand: string
  ticket: string
  category: string
  order: string
  source: string
  summary: string
  minutes: number
}

async function load(packs: readonly string[]): Promise<{ app: TestApp; look: pg.Pool }> {
  const app = await startApp({ now: NOW })
  const look = new pg.Pool({ connectionString: app.database.ownerUrl, max: 1 })
  // The database may be dropped before the last goodbye has arrived.
  look.on('error', () => {})
  look.on('connect', (client) => client.on('error', () => {}))
  await loadDemo(app, app.database.ownerUrl, undefined, packs.map(sample))
  return { app, look }
}

async function toldIn(look: pg.Pool): Promise<Told[]> {
  const { rows } = await look.query<Told>(
    `select b.name as brand, t.id as ticket, t.categories[1] as category, o.id as "order", o.source, o.summary,
       (extract(epoch from t.opened_at - o.placed_at) / 60)::int as minutes
     from orders.order_ticket l join tickets.ticket t on t.id = l.ticket_id join orders.order o on o.id = l.order_id
       join platform.brand b on b.id = o.brand_id
     order by b.name, t.opened_at, t.content`,
  )
  return rows
}

describe('once it is loaded', () => {
  let app: TestApp
  let look: pg.Pool
  let told: Told[]
  beforeAll(async () => {
    ;({ app, look } = await load(['milk_tea', 'takeaway', 'general']))
    told = await toldIn(look)
  }, 240_000)
  afterAll(async () => {
    await look.end()
    await app.close()
  })

  async function leadOf(brand: string) {
    const { rows } = await look.query<{ id: string; brandId: string }>(
      `select s.id, s.brand_id as "brandId" from people.staff s join people.staff_grant g on g.staff_id = s.id
         join platform.brand b on b.id = s.brand_id where b.name = $1 and g.role = 'lead' limit 1`,
      [brand],
    )
    return rows[0]!
  }

  test('each late one has a step that is suspected, on the ticket and on the order it leads to', async () => {
    const late = told.filter((t) => LATE.test(t.category))
    expect(late.length).toBeGreaterThan(12)
    for (const one of late) {
      const lead = app.as(await leadOf(one.brand))
      const [card] = (await lead.get<OrderCard[]>(`/orders/cards?ticketId=${one.ticket}`)).body
      expect(card, `${one.category} ${one.summary}`).toMatchObject({ id: one.order })
      expect(card!.suspicion, `${one.category} ${one.summary}`).not.toBeNull()
      const { body: order } = await lead.get<OrderView>(`/orders/${one.order}`)
      expect(order.tickets.map((t) => t.id)).toContain(one.ticket)
      expect(order.suspicions.map((s) => s.code)).toContain('late')
    }
  })

  test('what made somebody ill leads to the batch that was in use', async () => {
    const ill = told.filter((t) => t.category === 'safety.illness')
    expect(ill.length).toBeGreaterThan(1)
    for (const one of ill) {
      const { body } = await app.as(await leadOf(one.brand)).get<OrderView>(`/orders/${one.order}`)
      expect(body.trace.some((line) => line.kind === 'batches')).toBe(true)
    }
  })

  test('it was ordered before it was complained about, and everything of the past is over', async () => {
    expect(told.every((t) => t.minutes > 0)).toBe(true)
    const { rows } = await look.query(
      `select o.status, count(*)::int as n from orders.order o join orders.order_ticket l on l.order_id = o.id group by 1`,
    )
    expect(rows.map((r) => r.status).every((s) => ['delivered', 'cancelled'].includes(s))).toBe(true)
  })

  test('nothing of it leaves the house: no message waits to be sent and nobody is asked for a word now', async () => {
    const { rows: asked } = await look.query(
      'select count(*)::int as n from orders.order o join orders.order_ticket l on l.order_id = o.id where o.review_ask_at is not null',
    )
    const { rows: told } = await look.query(
      `select count(*)::int as n from orders.trace where kind = 'told' and data->>'way' <> 'page' and not exists (
        select 1 from channels.outbound_message m join channels.channel c on c.brand_id = m.brand_id and c.id = m.channel_id
        where m.id = (data->>'messageId')::uuid and c.key like 'demo-%')`,
    )
    expect([asked[0].n, told[0].n]).toEqual([0, 0])
  })

  test('the files of the customers and the books of finance have ninety days behind them', async () => {
    await app.sweep()
    const { rows: books } = await look.query<{ days: number }>(
      'select count(distinct day)::int as days from orders.settled_day group by brand_id order by 1',
    )
    expect(books.filter((b) => b.days > 80).length).toBe(3)
    const { rows: files } = await look.query<{ n: number }>(
      'select count(*)::int as n from customers.facts where orders > 2',
    )
    expect(files[0]!.n).toBeGreaterThan(20)
  })

  test('the same story is told each time', async () => {
    const again = await load(['general'])
    const without = (all: Told[]) => all.map(({ ticket: _t, order: _o, ...rest }) => rest)
    const retold = without(await toldIn(again.look))
    expect(retold.length).toBeGreaterThan(3)
    expect(retold).toEqual(without(told.filter(({ brand }) => brand === retold[0]!.brand)))
    await again.look.end()
    await again.app.close()
  }, 240_000)
})
