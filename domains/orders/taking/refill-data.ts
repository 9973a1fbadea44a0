import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { OrderData } from './order-data.ts'

/** Orders by id, which is the order in which they were made, with the names of what was ordered. */
export function ordersAfter(
  tx: Tx,
  after: string,
  limit: number,
): Promise<(OrderData & { items: { name: string }[] })[]> {
  return tx
    .selectFrom('orders.order as o')
    .selectAll('o')
    .select(
      sql<
        { name: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('name', i.name) order by i.position) from orders.order_item i
        where i.brand_id = o.brand_id and i.order_id = o.id), '[]')`.as('items'),
    )
    .where(sql<boolean>`(o.brand_id, o.id) > (platform.brand(), ${after}::uuid)`)
    .orderBy('o.brand_id')
    .orderBy('o.id')
    .limit(limit)
    .execute()
}
