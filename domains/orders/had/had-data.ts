import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db/database'

/** What is looked for; empty lists and words ask for nothing. `from` counts, `to` does not. */
export type HadQuery = {
  itemIds: readonly string[]
  ingredient: string
  batchCodes: readonly string[]
  shopIds: readonly string[]
  from: Date
  to: Date
}

/** How it is known: by what was ordered, by the batch that was written down, or because the shop had the batch open and nothing was written down. */
export type HadKnownBy = 'order' | 'trace' | 'time'
export type HadRow = {
  id: string
  number: number
  kind: 'delivery' | 'pickup' | 'dine_in' | 'visit'
  customer_id: string | null
  conversation_id: string | null
  shop_id: string
  at: Date
  /** 乌龙奶茶、红豆包: the lines of the order that had it. */
  what: string
  proof: HadKnownBy
}

const COLUMNS = sql`o.id, o.number, o.kind, o.customer_id, o.conversation_id, o.shop_id`
/** Ordered so long ahead of the time for which it is wanted. */
const AHEAD = sql`interval '7 days'`

const atShops = (column: RawBuilder<unknown>, { shopIds }: HadQuery) =>
  shopIds.length ? sql`and ${column} = any(${[...shopIds]}::uuid[])` : sql``

/** The line `i` of an order is one of what is looked for. */
const lineFits = ({ itemIds, ingredient }: HadQuery) =>
  sql`${itemIds.length ? sql`i.item_id = any(${[...itemIds]}::uuid[])` : sql`true`}
    and ${ingredient ? sql`${ingredient} = any(i.ingredients)` : sql`true`}`

/** Orders by what was ordered, the newest first. Without an item and an ingredient it is all that the shops sold. */
export async function ordersWith(tx: Tx, query: HadQuery, limit: number): Promise<HadRow[]> {
  const what =
    query.itemIds.length || query.ingredient
      ? sql`string_agg(i.name, '、' order by i.position) as what from orders.order o
        join orders.order_item i on i.brand_id = o.brand_id and i.order_id = o.id and ${lineFits(query)}`
      : sql`min(o.summary) as what from orders.order o`
  const { rows } = await sql<HadRow>`
    select ${COLUMNS}, coalesce(o.wanted_at, o.placed_at) as at, x.what, 'order' as proof
    from (select o.brand_id, o.id, max(o.placed_at) as placed_at, ${what}
      where ${inTime(query)} and o.kind <> 'visit' and o.status not in ('draft', 'cancelled') ${atShops(sql`o.shop_id`, query)}
      group by o.brand_id, o.id order by max(o.placed_at) desc, o.id desc limit ${limit}) x
    join orders.order o on o.brand_id = x.brand_id and o.id = x.id order by x.placed_at desc, o.id desc`.execute(
    tx,
  )
  return rows
}

/** Ordered then, or wanted for then. Written so that the planner sees from `placed_at` how many that will be. */
const inTime = ({ from, to }: HadQuery) =>
  sql`o.placed_at >= ${from}::timestamptz - ${AHEAD} and o.placed_at < ${to} and ((o.wanted_at is null and o.placed_at >= ${from})
    or (o.wanted_at >= ${from} and o.wanted_at < ${to}))`

/** Treatments by what was booked, or by what their record says was used. */
export async function visitsWith(tx: Tx, query: HadQuery, limit: number): Promise<HadRow[]> {
  const { itemIds, ingredient } = query
  const byItem = itemIds.length
    ? sql`exists (select from orders.order_item i where i.brand_id = o.brand_id and i.order_id = o.id and i.item_id = any(${[...itemIds]}::uuid[]))`
    : sql`true`
  const byIngredient = ingredient
    ? sql`(exists (select from orders.order_item i where i.brand_id = o.brand_id and i.order_id = o.id and ${ingredient} = any(i.ingredients))
        or exists (select from orders.visit_batch vb join orders.batch b on b.brand_id = vb.brand_id and b.id = vb.batch_id
          where vb.brand_id = o.brand_id and vb.order_id = o.id and b.ingredient = ${ingredient}))`
    : sql`true`
  const { rows } = await sql<HadRow>`
    select ${COLUMNS}, v.starts_at as at, o.summary as what, 'order' as proof
    from orders.visit v join orders.order o on o.brand_id = v.brand_id and o.id = v.order_id
    where v.starts_at >= ${query.from} and v.starts_at < ${query.to} and ${CAME} ${atShops(sql`v.shop_id`, query)} and ${byItem} and ${byIngredient}
    order by v.starts_at desc, o.id desc limit ${limit}`.execute(tx)
  return rows
}

/** Somebody was there, so that something went onto the skin. */
const CAME = sql`v.no_show_at is null and coalesce(v.begun_at, v.finished_at, v.arrived_at) is not null and o.status not in ('draft', 'cancelled')`

/** The batches that are looked for, as shops have opened them. */
const batches = (
  query: HadQuery,
) => sql`select b.* from orders.batch b where b.brand_id = platform.brand() and b.code = any(${[...query.batchCodes]}::text[])
  and ${query.ingredient ? sql`b.ingredient = ${query.ingredient}` : sql`true`} ${atShops(sql`b.shop_id`, query)}`

const itemFits = ({ itemIds }: HadQuery) =>
  itemIds.length ? sql`and i.item_id = any(${[...itemIds]}::uuid[])` : sql``

/** From when until when the batches were open at any of the shops; null: nobody has opened one. `to` null: one is open still. */
export async function openSpan(tx: Tx, query: HadQuery): Promise<{ from: Date; to: Date | null } | null> {
  const { rows } = await sql<{
    from: Date | null
    to: Date | null
  }>`with wanted as materialized (${batches(query)})
    select min(opened_at) as "from", case when bool_or(closed_at is null) then null else max(closed_at) end as "to" from wanted`.execute(
    tx,
  )
  const [span] = rows
  return span?.from ? { from: span.from, to: span.to } : null
}

/** Which of the batches a shop that is looked at has opened. */
export async function openedCodes(tx: Tx, query: HadQuery): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with wanted as materialized (${batches(query)}) select distinct code from wanted`.execute(tx)
  return rows.map(({ code }) => code)
}

/** Orders of which the kitchen wrote down that a line was made with the batch (O5). `at` is when the dish was begun. */
export async function ordersTraced(tx: Tx, query: HadQuery, limit: number): Promise<HadRow[]> {
  const { rows } = await sql<HadRow>`
    with wanted as materialized (${batches(query)})
    select ${COLUMNS}, min(t.at) as at, string_agg(distinct i.name, '、') as what, 'trace' as proof
    from wanted b join orders.task_batch t on t.brand_id = b.brand_id and t.batch_id = b.id
    join orders.kitchen_task k on k.brand_id = t.brand_id and k.id = t.task_id
    join orders.order_item i on i.brand_id = k.brand_id and i.id = k.order_item_id ${itemFits(query)}
    join orders.order o on o.brand_id = t.brand_id and o.id = t.order_id
    where t.at >= ${query.from} and t.at < ${query.to} and o.status not in ('draft', 'cancelled')
    group by o.brand_id, o.id order by min(t.at) desc, o.id desc limit ${limit}`.execute(tx)
  return rows
}

/** Treatments whose record names the batch. */
export async function visitsTraced(tx: Tx, query: HadQuery, limit: number): Promise<HadRow[]> {
  const { rows } = await sql<HadRow>`
    with wanted as materialized (${batches(query)})
    select distinct ${COLUMNS}, v.starts_at as at, o.summary as what, 'trace' as proof
    from wanted b join orders.visit_batch vb on vb.brand_id = b.brand_id and vb.batch_id = b.id
    join orders.visit v on v.brand_id = vb.brand_id and v.order_id = vb.order_id
    join orders.order o on o.brand_id = v.brand_id and o.id = v.order_id
    where v.starts_at >= ${query.from} and v.starts_at < ${query.to} and o.status not in ('draft', 'cancelled')
      ${query.itemIds.length ? sql`and exists (select from orders.order_item i where i.brand_id = o.brand_id and i.order_id = o.id ${itemFits(query)})` : sql``}
    order by at desc, o.id desc limit ${limit}`.execute(tx)
  return rows
}

/**
 * Orders of a shop that were made while it had the batch open, with a line of its ingredient about which the kitchen wrote nothing: nobody tapped
 * that it was begun. Where somebody did, the trace alone counts.
 */
export async function ordersByTime(tx: Tx, query: HadQuery, limit: number): Promise<HadRow[]> {
  const { rows } = await sql<HadRow>`
    with wanted as materialized (${batches(query)})
    select ${COLUMNS}, o.placed_at as at, string_agg(distinct i.name, '、') as what, 'time' as proof
    from wanted b join orders.order o on o.brand_id = b.brand_id and o.shop_id = b.shop_id
    join orders.order_item i on i.brand_id = o.brand_id and i.order_id = o.id and b.ingredient = any(i.ingredients) ${itemFits(query)}
    where o.kind <> 'visit' and o.status not in ('draft', 'cancelled') and ${inTime(query)}
      and coalesce(o.preparing_at, o.placed_at) < coalesce(b.closed_at, 'infinity')
      and coalesce(o.ready_at, o.delivered_at, o.closed_at, greatest(o.placed_at, o.wanted_at, o.promised_at)) >= b.opened_at
      and not exists (select from orders.kitchen_task k where k.brand_id = i.brand_id and k.order_item_id = i.id and k.started_at is not null)
    group by o.brand_id, o.id order by o.placed_at desc, o.id desc limit ${limit}`.execute(tx)
  return rows
}

/** Treatments without a record at a time when the shop had the batch open. */
export async function visitsByTime(tx: Tx, query: HadQuery, limit: number): Promise<HadRow[]> {
  const { rows } = await sql<HadRow>`
    with wanted as materialized (${batches(query)})
    select distinct ${COLUMNS}, v.starts_at as at, o.summary as what, 'time' as proof
    from wanted b join orders.visit v on v.brand_id = b.brand_id and v.shop_id = b.shop_id
      and v.starts_at >= ${query.from} and v.starts_at < least(b.closed_at, ${query.to}::timestamptz)
    join orders.order o on o.brand_id = v.brand_id and o.id = v.order_id
    join orders.order_item i on i.brand_id = o.brand_id and i.order_id = o.id and b.ingredient = any(i.ingredients) ${itemFits(query)}
    where v.record_at is null and ${CAME} and coalesce(v.finished_at, v.ends_at) >= b.opened_at
    order by at desc, o.id desc limit ${limit}`.execute(tx)
  return rows
}
