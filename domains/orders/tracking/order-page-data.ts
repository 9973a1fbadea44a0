import { type Kysely, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

/** The order that a private link opens, over all brands. */
export async function orderByToken(
  db: Kysely<DB>,
  hash: Buffer,
): Promise<{ brand_id: string; order_id: string } | undefined> {
  const { rows } = await sql<{
    brand_id: string
    order_id: string
  }>`select * from orders.order_by_token(${hash})`.execute(db)
  return rows[0]
}

/** How it is being brought, with where its rider was seen last. */
export function deliveryOf(tx: Tx, orderId: string) {
  return tx
    .selectFrom('orders.delivery as d')
    .leftJoin('orders.rider as r', (j) =>
      j.onRef('r.brand_id', '=', 'd.brand_id').onRef('r.staff_id', '=', 'd.rider_id'),
    )
    .select(['d.state', 'd.eta_at', 'd.picked_up_at', 'r.lat', 'r.lng', 'r.position_at', 'r.on_duty_since'])
    .where('d.order_id', '=', orderId)
    .executeTakeFirst()
}

/** Tickets that were opened from the order's own page or by its review. */
export function ownTickets(tx: Tx, orderId: string) {
  return tx
    .selectFrom('orders.order_ticket')
    .select(['ticket_id', 'number'])
    .where('order_id', '=', orderId)
    .where('own', '=', true)
    .orderBy('at', 'desc')
    .limit(5)
    .execute()
}
