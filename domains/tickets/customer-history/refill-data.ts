import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

export type PastTicket = {
  id: string
  customer_id: string | null
  kind: string
  status: string
  opened_at: Date
  shop_id: string | null
}

/** Tickets by id, which is the order in which they were made. */
export function ticketsAfter(tx: Tx, after: string, limit: number): Promise<PastTicket[]> {
  return tx
    .selectFrom('tickets.ticket')
    .select(['id', 'customer_id', 'kind', 'status', 'opened_at', 'shop_id'])
    .where(sql<boolean>`(brand_id, id) > (platform.brand(), ${after}::uuid)`)
    .orderBy('brand_id')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export function ratingsOf(tx: Tx, ticketIds: readonly string[]) {
  return tx
    .selectFrom('tickets.csat')
    .select(['ticket_id', 'cycle', 'stars', 'at', 'shop_id'])
    .where('ticket_id', 'in', [...ticketIds])
    .execute()
}
