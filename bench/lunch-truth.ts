import type pg from 'pg'
import type { Kept } from './lunch-people.ts'

/** Each counts what must never be: something in two hands, or done twice. */
const TWICE = {
  'orders taken twice':
    "select count(*) from (select external_id from orders.order where external_id <> '' and external_id not like 'old-%' group by brand_id, source, external_id having count(*) > 1) x",
  'orders with two deliveries':
    'select count(*) from (select order_id from orders.delivery group by order_id having count(*) > 1) x',
  'orders fetched by two riders': `select count(*) from (select order_id from orders.trace where kind = 'picked_up' group by order_id
    having count(*) > 1 or count(distinct data->>'riderId') > 1) x`,
  'orders handed over twice':
    "select count(*) from (select order_id from orders.trace where kind = 'moved' and data->>'to' = 'delivered' group by order_id having count(*) > 1) x",
  'riders with more on board than they carry': `select count(*) from (select rider_id from orders.delivery where state = 'picked_up' group by rider_id
    having count(*) > 4) x`,
  /* Begun once, and once more for each time it came back from the check. */
  'dishes begun by two cooks': `select count(*) from (select t.task_id from orders.kitchen_tap t where t.kind = 'start' and t.outcome = 'done'
    group by t.brand_id, t.task_id
    having count(*) > 1 + (select k.rework from orders.kitchen_task k where k.brand_id = t.brand_id and k.id = t.task_id)) x`,
  'taps counted without their line in the trace': `select abs((select count(*) from orders.kitchen_tap where outcome = 'done')
    - (select count(*) from orders.trace where kind in ('item_started', 'item_made', 'item_passed', 'item_back')))`,
  'orders further than their dishes': `select count(*) from orders.order o where o.status in ('ready', 'delivering', 'delivered')
    and exists (select from orders.kitchen_task k where k.brand_id = o.brand_id and k.order_id = o.id and k.state not in ('done', 'cancelled'))`,
} as const

/** What was acknowledged and is not there, and what is there twice. All of it must be 0. */
export async function truth(owner: pg.Client, kept: Kept): Promise<Record<string, { value: number }>> {
  const orders = await owner.query<{ sent: string; number: string }>(
    "select external_id as sent, 'D' || number as number from orders.order",
  )
  const numbers = new Map(orders.rows.map((row) => [row.sent, row.number]))
  const taps = await owner.query<{ key: string; outcome: string }>(
    'select key, outcome from orders.kitchen_tap',
  )
  const outcomes = new Map(taps.rows.map((row) => [row.key, row.outcome]))
  const stops = await owner.query<{ id: string; taps: string[] }>('select id, taps from orders.delivery')
  const known = new Set(stops.rows.flatMap((row) => row.taps.map((tap) => `${row.id} ${tap}`)))
  const lost = (all: ReadonlyMap<string, string>, found: (key: string, value: string) => boolean) =>
    [...all].filter(([key, value]) => !found(key, value)).length
  const twice = await owner.query<Record<string, number>>(
    `select ${Object.entries(TWICE)
      .map(([name, query]) => `(${query})::int as "${name}"`)
      .join(', ')}`,
  )
  const counted = {
    'orders acknowledged and lost': lost(kept.orders, (sent, number) => numbers.get(sent) === number),
    'kitchen taps acknowledged and lost': lost(kept.taps, (key, outcome) => outcomes.get(key) === outcome),
    "riders' taps acknowledged and lost": lost(kept.stops, (id, stop) => known.has(`${stop} ${id}`)),
    ...twice.rows[0]!,
  }
  return Object.fromEntries(Object.entries(counted).map(([name, value]) => [name, { value }]))
}
