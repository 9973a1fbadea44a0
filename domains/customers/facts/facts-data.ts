import { type Selectable, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type FactsRow = Selectable<DB['customers.facts']>

/** What one deed adds to the figures of a customer. */
export type Noted = {
  customerId: string
  at: Date
  shopId: string | null
  orders?: number
  spentMinor?: number
  tickets?: number
  complaints?: number
  rating?: number | null
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
        customer_id: n.customerId,
        at: n.at,
        shop_id: n.shopId,
        orders: n.orders ?? 0,
        spent_minor: n.spentMinor ?? 0,
        tickets: n.tickets ?? 0,
        complaints: n.complaints ?? 0,
        rating: n.rating ?? null,
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

/** Adds up what was noted, each row once, and moves the file up in the list; one at a time in a brand. Returns how many rows. */
export async function foldNoted(tx: Tx, brandId: string, most: number): Promise<number> {
  const turn = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('huiyin.customers.facts'), hashtext(${brandId})) as mine`.execute(
    tx,
  )
  if (!turn.rows[0]?.mine) return 0
  const folded = await sql<{ n: number }>`
    with taken as (delete from customers.fact_due d using (select brand_id, id from customers.fact_due order by id limit ${most} for update skip locked) x
        where d.brand_id = x.brand_id and d.id = x.id returning d.*),
    summed as (select brand_id, customer_id, sum(orders)::int as orders, sum(spent_minor)::bigint as spent_minor, sum(tickets)::int as tickets,
        sum(complaints)::int as complaints, max(at) as at,
        min(at) filter (where orders > 0) as first_order_at, max(at) filter (where orders > 0) as last_order_at,
        max(at) filter (where tickets > 0) as last_ticket_at, max(at) filter (where rating is not null) as last_rated_at,
        (array_agg(rating order by at desc, id desc) filter (where rating is not null))[1] as last_rating,
        array(select s from (select u.s, max(u.o) as o from unnest(array_agg(shop_id order by at)) with ordinality as u(s, o)
          where u.s is not null group by u.s) y order by o desc) as shops
      from taken group by brand_id, customer_id),
    kept as (insert into customers.facts as f (brand_id, customer_id, orders, spent_minor, first_order_at, last_order_at, tickets, complaints, last_ticket_at,
        last_rating, last_rated_at, shops)
      select brand_id, customer_id, orders, spent_minor, first_order_at, last_order_at, tickets, complaints, last_ticket_at, last_rating, last_rated_at,
        shops[1:20] from summed s
      where exists (select from customers.customer c where c.brand_id = s.brand_id and c.id = s.customer_id) order by customer_id
      on conflict (brand_id, customer_id) do update set orders = greatest(0, f.orders + excluded.orders), spent_minor = f.spent_minor + excluded.spent_minor,
        tickets = f.tickets + excluded.tickets, complaints = greatest(0, f.complaints + excluded.complaints),
        first_order_at = least(f.first_order_at, excluded.first_order_at), last_order_at = greatest(f.last_order_at, excluded.last_order_at),
        last_ticket_at = greatest(f.last_ticket_at, excluded.last_ticket_at),
        last_rating = case when excluded.last_rated_at >= coalesce(f.last_rated_at, '-infinity') then excluded.last_rating else f.last_rating end,
        last_rated_at = greatest(f.last_rated_at, excluded.last_rated_at),
        shops = (excluded.shops || array(select s from unnest(f.shops) with ordinality as u(s, o) where not s = any(excluded.shops) order by o))[1:20]
      returning customer_id),
    risen as (update customers.customer h set updated_at = greatest(h.updated_at, x.at)
      from (select c.brand_id, c.head_id, max(s.at) as at from summed s join customers.customer c on c.brand_id = s.brand_id and c.id = s.customer_id group by 1, 2) x
      where h.brand_id = x.brand_id and h.id = x.head_id and h.updated_at < x.at returning h.id)
    select count(*)::int as n from taken`.execute(tx)
  return folded.rows[0]?.n ?? 0
}

/** Of everybody in a family. */
export function factsOf(tx: Tx, family: readonly string[]): Promise<FactsRow[]> {
  return tx
    .selectFrom('customers.facts')
    .selectAll()
    .where('customer_id', 'in', [...family])
    .execute()
}
