import { type Selectable, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type FactsRow = Selectable<DB['customers.facts']>

/** How one deed of a customer stands now. */
export type Noted = {
  /** What it is the word of: `order:<id>`, `ticket:<id>`; said again it replaces what was said before. */
  source: string
  what: 'order' | 'ticket' | 'rating'
  kind?: string
  customerId: string
  at: Date
  shopId: string | null
  orders?: number
  spentMinor?: number
  tickets?: number
  complaints?: number
  rating?: number | null
  items?: readonly string[]
}

/** Only adds rows, so that nobody waits for anybody; one statement, in the transaction of the deed. */
export async function insertNoted(tx: Tx, brandId: string, noted: readonly Noted[]): Promise<void> {
  if (!noted.length) return
  await tx
    .insertInto('customers.fact_due')
    .values(
      noted.map((n) => ({
        brand_id: brandId,
        id: uuidv7(),
        source: n.source,
        what: n.what,
        kind: n.kind ?? '',
        customer_id: n.customerId,
        at: n.at,
        shop_id: n.shopId,
        orders: n.orders ?? 0,
        spent_minor: n.spentMinor ?? 0,
        tickets: n.tickets ?? 0,
        complaints: n.complaints ?? 0,
        rating: n.rating ?? null,
        items: [...(n.items ?? [])],
      })),
    )
    .execute()
}

export async function brandsWithNoted(services: Services): Promise<string[]> {
  const rows = await sql<{ brand: string }>`select customers.facts_waiting() as brand`.execute(
    services.db.open,
  )
  return rows.rows.map((r) => r.brand)
}

/**
 * Keeps what was noted, the last word of each deed, and adds up anew whoever it is about; one at a time in a brand. Returns how many rows.
 * Shape: doing it twice changes nothing. Rows without a source were written before there were deeds: the rooms above say them again (customers.refill).
 */
export async function foldNoted(tx: Tx, brandId: string, most: number): Promise<number> {
  const turn = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('huiyin.customers.facts'), hashtext(${brandId})) as mine`.execute(
    tx,
  )
  if (!turn.rows[0]?.mine) return 0
  const kept = await sql<{ customer_id: string; taken: number }>`
    with taken as (delete from customers.fact_due d using (select brand_id, id from customers.fact_due order by id limit ${most} for update skip locked) x
        where d.brand_id = x.brand_id and d.id = x.id returning d.*),
    said as (select distinct on (t.source) t.* from taken t
      where t.source <> '' and exists (select from customers.customer c where c.brand_id = t.brand_id and c.id = t.customer_id)
      order by t.source, t.id desc),
    before as (select d.customer_id from customers.deed d join said s on s.brand_id = d.brand_id and s.source = d.source),
    kept as (insert into customers.deed as d (brand_id, source, customer_id, what, kind, at, shop_id, n, amount_minor, stars, items)
      select brand_id, source, customer_id, what, kind, at, shop_id, case what when 'order' then orders when 'ticket' then tickets else 1 end,
        spent_minor, rating, items from said order by source
      on conflict (brand_id, source) do update set customer_id = excluded.customer_id, kind = excluded.kind, at = excluded.at, shop_id = excluded.shop_id,
        n = excluded.n, amount_minor = excluded.amount_minor, stars = excluded.stars, items = excluded.items)
    select customer_id, (select count(*)::int from taken) as taken from (select customer_id from said union select customer_id from before) x
    union all select null, (select count(*)::int from taken)`.execute(tx)
  const changed = kept.rows.flatMap((r) => r.customer_id ?? [])
  if (changed.length) await addUp(tx, changed)
  return kept.rows.at(-1)?.taken ?? 0
}

/** The figures of these files from their deeds, and each file up in the list. A file keeps the shops it has been seen in. */
async function addUp(tx: Tx, customers: readonly string[]): Promise<void> {
  await sql`
    with summed as (select brand_id, customer_id,
        coalesce(sum(n) filter (where what = 'order'), 0)::int as orders, coalesce(sum(amount_minor), 0)::bigint as spent_minor,
        coalesce(sum(n) filter (where what = 'order' and kind = 'visit'), 0)::int as visits,
        coalesce(sum(n) filter (where what = 'ticket'), 0)::int as tickets,
        coalesce(sum(n) filter (where what = 'ticket' and kind in ('complaint', 'emergency')), 0)::int as complaints,
        min(at) filter (where what = 'order' and n > 0) as first_order_at, max(at) filter (where what = 'order' and n > 0) as last_order_at,
        max(at) filter (where what = 'order' and kind = 'visit' and n > 0) as last_visit_at,
        max(at) filter (where what = 'ticket') as last_ticket_at, max(at) filter (where what = 'rating') as last_rated_at,
        count(*) filter (where what = 'rating')::int as ratings, coalesce(sum(stars), 0)::int as stars,
        (array_agg(stars order by at desc, source desc) filter (where what = 'rating'))[1] as last_rating, max(at) as at,
        array(select s from (select u.s, max(u.o) as o from unnest(array_agg(shop_id order by at, source)) with ordinality as u(s, o)
          where u.s is not null group by u.s) y order by o desc) as shops
      from customers.deed where customer_id = any(${[...customers]}::uuid[]) group by brand_id, customer_id),
    kept as (insert into customers.facts as f (brand_id, customer_id, orders, spent_minor, visits, tickets, complaints, first_order_at, last_order_at,
        last_visit_at, last_ticket_at, last_rated_at, ratings, stars, last_rating, shops)
      select brand_id, customer_id, orders, spent_minor, visits, tickets, complaints, first_order_at, last_order_at,
        last_visit_at, last_ticket_at, last_rated_at, ratings, stars, last_rating, shops[1:20] from summed order by customer_id
      on conflict (brand_id, customer_id) do update set orders = excluded.orders, spent_minor = excluded.spent_minor, visits = excluded.visits,
        tickets = excluded.tickets, complaints = excluded.complaints, first_order_at = excluded.first_order_at, last_order_at = excluded.last_order_at,
        last_visit_at = excluded.last_visit_at, last_ticket_at = excluded.last_ticket_at, last_rated_at = excluded.last_rated_at,
        ratings = excluded.ratings, stars = excluded.stars, last_rating = excluded.last_rating,
        shops = (excluded.shops || array(select s from unnest(f.shops) with ordinality as u(s, o) where not s = any(excluded.shops) order by o))[1:20]),
    gone as (update customers.facts f set orders = 0, spent_minor = 0, visits = 0, tickets = 0, complaints = 0, first_order_at = null, last_order_at = null,
        last_visit_at = null, last_ticket_at = null, last_rated_at = null, ratings = 0, stars = 0, last_rating = null
      where f.customer_id = any(${[...customers]}::uuid[]) and not exists (select from customers.deed d where d.brand_id = f.brand_id and d.customer_id = f.customer_id))
    update customers.customer h set updated_at = greatest(h.updated_at, x.at)
      from (select c.brand_id, c.head_id, max(s.at) as at from summed s join customers.customer c on c.brand_id = s.brand_id and c.id = s.customer_id group by 1, 2) x
      where h.brand_id = x.brand_id and h.id = x.head_id and h.updated_at < x.at`.execute(tx)
}

/** Of everybody in a family. */
export function factsOf(tx: Tx, family: readonly string[]): Promise<FactsRow[]> {
  return tx
    .selectFrom('customers.facts')
    .selectAll()
    .where('customer_id', 'in', [...family])
    .execute()
}
