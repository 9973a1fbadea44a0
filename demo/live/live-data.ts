import { sql } from 'kysely'
import type { Point } from '#contracts/kit'
import type { Tx } from '#platform/db/database'

/** By this the live demo's own orders are known among the service numbers. */
export const LIVE = '8848'

export type LiveShop = {
  id: string
  point: Point | null
  cooks: string[]
  /** Who hands over at the counter. */
  counter: string | null
  /** Who could ride for this shop. */
  riders: string[]
}

/** Whether this brand may live: a demo, and nothing of it is connected to the world outside (the chat window on its own pages is not). */
export async function isClosedDemo(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ closed: boolean }>`select b.demo and not exists (select from channels.channel c
    where c.brand_id = b.id and c.connected_at is not null and c.kind <> 'chat' and c.key not like 'demo-%') as closed from platform.brand b`.execute(
    tx,
  )
  return rows[0]?.closed ?? false
}

/** Shops with a kitchen, the first few by code. */
export async function liveShops(tx: Tx, most: number): Promise<LiveShop[]> {
  const { rows } = await sql<Omit<LiveShop, 'point'> & { lat: number | null; lng: number | null }>`
    select s.id, s.lat, s.lng,
      array(select distinct unnest(t.staff_ids) from orders.station t where t.shop_id = s.id and t.closed_at is null) as cooks,
      (select g.staff_id from people.staff_grant g join people.staff f on f.brand_id = g.brand_id and f.id = g.staff_id
        where f.state = 'active' and g.role in ('shop_manager', 'agent') and (g.shop_id = s.id or (g.shop_id is null and g.region_id is null))
        order by g.shop_id nulls last, g.staff_id limit 1) as counter,
      array(select g.staff_id from people.staff_grant g join people.staff f on f.brand_id = g.brand_id and f.id = g.staff_id
        where f.state = 'active' and g.role = 'rider' and (g.shop_id = s.id or g.region_id = s.region_id or (g.shop_id is null and g.region_id is null))
        order by g.shop_id nulls last, g.staff_id limit 2) as riders
    from people.shop s where exists (select from orders.station t where t.shop_id = s.id and t.closed_at is null and t.staff_ids <> '{}')
    order by s.code limit ${most}`.execute(tx)
  return rows.map(({ lat, lng, ...shop }) => ({
    ...shop,
    point: lat === null || lng === null ? null : { lat, lng },
  }))
}

export type Ordered = { today: number; ever: number; lastAt: Date | null }

/** How much has been ordered here already, since the day began and in all. */
export async function orderedSoFar(tx: Tx, shopId: string, dayBegan: Date): Promise<Ordered> {
  const { rows } = await sql<Ordered>`
    select (count(*) filter (where placed_at >= ${dayBegan}))::int as today, count(*)::int as ever, max(placed_at) as "lastAt"
    from orders.order where shop_id = ${shopId}::uuid and external_id like ${`${LIVE}%`}`.execute(tx)
  return rows[0]!
}

export type Ride = {
  orderId: string
  stopId: string
  to: Point | null
  pickedUpAt: Date
  arrivedAt: Date | null
  trouble: boolean
}

/** The door this rider goes to next; null with nothing on board. */
export async function nextDoor(tx: Tx, riderId: string): Promise<Ride | null> {
  const { rows } = await sql<Omit<Ride, 'to'> & { lat: number | null; lng: number | null }>`
    select d.order_id as "orderId", d.id as "stopId", o.lat, o.lng, d.picked_up_at as "pickedUpAt", d.arrived_at as "arrivedAt",
      d.trouble is not null as trouble
    from orders.delivery d join orders.order o on o.brand_id = d.brand_id and o.id = d.order_id
    where d.rider_id = ${riderId}::uuid and d.state = 'picked_up' order by d.seq, d.id limit 1`.execute(tx)
  const [row] = rows
  if (!row) return null
  const { lat, lng, ...ride } = row
  return { ...ride, to: lat === null || lng === null ? null : { lat, lng } }
}

export type RiderNow = { onDuty: boolean; at: Point | null; positionAt: Date | null }

export async function riderNow(tx: Tx, riderId: string): Promise<RiderNow> {
  const row = await tx
    .selectFrom('orders.rider')
    .select(['on_duty_since', 'lat', 'lng', 'position_at'])
    .where('staff_id', '=', riderId)
    .executeTakeFirst()
  const at = row?.lat != null && row.lng != null ? { lat: row.lat, lng: row.lng } : null
  return { onDuty: Boolean(row?.on_duty_since), at, positionAt: row?.position_at ?? null }
}

/** Whether something waits to be brought from this shop. */
export async function waitsForRider(tx: Tx, shopId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('orders.delivery')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The live demo's orders that were handed over between these instants and of which nobody has said a word. */
export async function unreviewed(tx: Tx, shopId: string, from: Date, to: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from orders.order o where o.shop_id = ${shopId}::uuid and o.external_id like ${`${LIVE}%`} and o.status = 'delivered'
      and o.delivered_at > ${from} and o.delivered_at <= ${to}
      and not exists (select from orders.review r where r.brand_id = o.brand_id and r.order_id = o.id) order by o.delivered_at limit 20`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/** Bad words about orders of the live demo since then: each has opened a ticket. */
export async function badReviews(tx: Tx, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from orders.review r join orders.order o on o.brand_id = r.brand_id and o.id = r.order_id
    where r.mark = 'bad' and r.at >= ${since} and o.external_id like ${`${LIVE}%`}`.execute(tx)
  return rows[0]!.n
}
