import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

export type NewLink = { orderId: string; ticketId: string; number: string; own: boolean; at: Date }

/** Returns the links that were not there yet, with the shop of each order. */
export async function insertLinks(
  tx: Tx,
  brandId: string,
  links: readonly NewLink[],
): Promise<{ order_id: string; number: string }[]> {
  return tx
    .insertInto('orders.order_ticket')
    .values(
      links.map((link) => ({
        brand_id: brandId,
        order_id: link.orderId,
        ticket_id: link.ticketId,
        number: link.number,
        own: link.own,
        at: link.at,
      })),
    )
    .onConflict((c) => c.doNothing())
    .returning(['order_id', 'number'])
    .execute()
}

/** Whoever opened it from the order's page may follow it there. */
export async function setOwn(tx: Tx, orderId: string, ticketId: string): Promise<void> {
  await tx
    .updateTable('orders.order_ticket')
    .set({ own: true })
    .where('order_id', '=', orderId)
    .where('ticket_id', '=', ticketId)
    .execute()
}

export type NumberedOrder = { id: string; shop_id: string; number: number; external_id: string }

/** Orders by our own numbers and by those of platforms, the newest first. */
export async function ordersByNumbers(
  tx: Tx,
  own: readonly number[],
  external: readonly string[],
): Promise<NumberedOrder[]> {
  const { rows } = await sql<NumberedOrder>`
    select id, shop_id, number, external_id from orders.order
    where (number = any(${[...own]}::bigint[]))
       or (external_id <> '' and external_id = any(${[...external]}::text[]))
    order by placed_at desc limit 500`.execute(tx)
  return rows
}

/** Tickets that speak of an order. */
export function ticketIdsOfOrder(tx: Tx, orderId: string) {
  return tx
    .selectFrom('orders.order_ticket')
    .select('ticket_id')
    .where('order_id', '=', orderId)
    .limit(50)
    .execute()
}

/** Orders that a ticket speaks of, the newest first. */
export function orderIdsOfTicket(tx: Tx, ticketId: string) {
  return tx
    .selectFrom('orders.order_ticket')
    .select('order_id')
    .where('ticket_id', '=', ticketId)
    .orderBy('at', 'desc')
    .limit(5)
    .execute()
}
