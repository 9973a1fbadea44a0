import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

type OrderBehind = {
  ticket_id: string
  order_id: string
  shop_id: string
  placed_at: Date
  rider_id: string | null
}

/** The newest order that each of these tickets speaks of. */
export async function ordersBehind(tx: Tx, ticketIds: readonly string[]): Promise<OrderBehind[]> {
  const { rows } = await sql<OrderBehind>`/* kept plan */
    select distinct on (t.ticket_id) t.ticket_id, o.id as order_id, o.shop_id, o.placed_at, d.rider_id
    from orders.order_ticket t join orders.order o on o.brand_id = t.brand_id and o.id = t.order_id
    left join orders.delivery d on d.brand_id = o.brand_id and d.order_id = o.id
    where t.ticket_id = any(${[...ticketIds]}::uuid[]) order by t.ticket_id, o.placed_at desc`.execute(tx)
  return rows
}

export type ItemBehind = { order_id: string; item_id: string; name: string; ingredients: string[] }

export async function itemsBehind(tx: Tx, orderIds: readonly string[]): Promise<ItemBehind[]> {
  const { rows } = await sql<ItemBehind>`/* kept plan */
    select order_id, item_id, name, ingredients from orders.order_item
    where order_id = any(${[...orderIds]}::uuid[]) and item_id is not null order by order_id, position`.execute(
    tx,
  )
  return rows
}

type BatchBehind = { order_id: string; item_id: string | null; ingredient: string; code: string }

/** The batches that went into these orders as the kitchen and the treatment rooms noted them. */
export async function batchesBehind(tx: Tx, orderIds: readonly string[]): Promise<BatchBehind[]> {
  const { rows } = await sql<BatchBehind>`/* kept plan */
    select x.order_id, i.item_id, b.ingredient, b.code from orders.task_batch x
    join orders.batch b on b.brand_id = x.brand_id and b.id = x.batch_id
    join orders.kitchen_task k on k.brand_id = x.brand_id and k.id = x.task_id
    join orders.order_item i on i.brand_id = k.brand_id and i.id = k.order_item_id
    where x.order_id = any(${[...orderIds]}::uuid[])
    union
    select x.order_id, null, b.ingredient, b.code from orders.visit_batch x
    join orders.batch b on b.brand_id = x.brand_id and b.id = x.batch_id
    where x.order_id = any(${[...orderIds]}::uuid[])`.execute(tx)
  return rows
}

type Asked = { ticket: string; shop: string; at: string; ingredients: string[] }

/** What was open of these ingredients in the shop at the time, where nobody noted what was used. */
export async function batchesOpenAt(
  tx: Tx,
  asked: readonly Asked[],
): Promise<{ ticket: string; ingredient: string; code: string }[]> {
  if (!asked.length) return []
  const { rows } = await sql<{ ticket: string; ingredient: string; code: string }>`/* kept plan */
    select a.ticket, b.ingredient, b.code
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(ticket text, shop uuid, at timestamptz, ingredients text[])
    join orders.batch b on b.shop_id = a.shop and b.ingredient = any(a.ingredients) and b.opened_at <= a.at
      and (b.closed_at is null or b.closed_at > a.at)
    where b.opened_at > a.at - interval '60 days'`.execute(tx)
  return rows
}

export type NamedItem = { id: string; name: string; ingredients: string[] }

/** What may be called by its name in a text. */
export async function namedItems(tx: Tx): Promise<NamedItem[]> {
  const { rows } = await sql<NamedItem>`/* kept plan */
    select id, name, ingredients from orders.menu_item where "on" and length(name) >= 2 order by length(name) desc limit 2000`.execute(
    tx,
  )
  return rows
}

/** Names of dishes, products and treatments by id. */
export async function itemNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await tx
    .selectFrom('orders.menu_item')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** How many dishes are on sale, and how many batches are in use: what may be spoken of. */
export async function countSold(tx: Tx): Promise<{ items: number; batches: number }> {
  const { rows } = await sql<{ items: number; batches: number }>`
    select (select count(*)::int from orders.menu_item where "on") as items,
      (select count(*)::int from (select distinct ingredient, code from orders.batch where closed_at is null) b) as batches`.execute(
    tx,
  )
  return rows[0]!
}

/** How many orders and appointments each shop had in each hour of the week (Monday 0:00 first, in this zone). */
export async function orderHours(
  tx: Tx,
  zone: string,
  since: Date,
): Promise<{ shop_id: string; hour: number; n: number }[]> {
  const { rows } = await sql<{ shop_id: string; hour: number; n: number }>`
    select shop_id, ((extract(isodow from at) - 1) * 24 + extract(hour from at))::int as hour, count(*)::int as n
    from (select o.shop_id, coalesce(v.starts_at, o.placed_at) at time zone ${zone} as at from orders.order o
      left join orders.visit v on v.brand_id = o.brand_id and v.order_id = o.id
      where o.placed_at >= ${since} and o.status <> 'cancelled') t
    group by 1, 2`.execute(tx)
  return rows
}
