import { sql } from 'kysely'
import type { Services } from '#platform/context'
import type { Tx } from '#platform/db/database'

export async function brandsWithOldOrders(services: Services): Promise<string[]> {
  const { rows } = await sql<{ brand: string }>`select tickets.old_orders_waiting() as brand`.execute(
    services.db.open,
  )
  return rows.map((row) => row.brand)
}

type OldOrder = {
  platform: string
  number: string
  shop_id: string
  placed_at: Date
  amount_minor: string | null
  items: string
  contact_enc: Buffer | null
}

/** Takes them away: they stand elsewhere from then on. */
export async function takeOldOrders(tx: Tx, most: number): Promise<OldOrder[]> {
  const { rows } = await sql<OldOrder>`
    delete from tickets.imported_order o using
      (select brand_id, id from tickets.imported_order where shop_id is not null and placed_at is not null order by id limit ${most} for update skip locked) x
    where o.brand_id = x.brand_id and o.id = x.id
    returning o.platform, o.number, o.shop_id, o.placed_at, least(o.amount_minor, 100000000) as amount_minor, o.items, o.contact_enc`.execute(
    tx,
  )
  return rows
}
