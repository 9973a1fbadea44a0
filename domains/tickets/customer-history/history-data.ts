import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { Place } from '#platform/keyset'
import { inScope, type Scope } from '#platform/permissions'

export type TicketLine = {
  id: string
  at: Date
  number: number
  title: string
  status: string
  kind: string
  priority: string
  channel_kind: string
  shop_id: string | null
  order_number: string
  stars: number | null
}

/** Tickets of a family within the reader's reach, newest first. */
export function ticketLines(
  tx: Tx,
  scope: Scope | null,
  family: readonly string[],
  after: Place | null,
  limit: number,
): Promise<TicketLine[]> {
  let query = tx
    .selectFrom('tickets.ticket')
    .select([
      'id',
      'opened_at as at',
      'number',
      'title',
      'status',
      'kind',
      'priority',
      'channel_kind',
      'shop_id',
    ])
    .select(sql<string>`coalesce(fields->>'orderNumber', '')`.as('order_number'))
    .select(sql<number | null>`(rating->>'stars')::int`.as('stars'))
    .where('customer_id', 'in', [...family])
    .where('status', 'not in', ['merged', 'set_aside'])
    .where(inScope(scope, { shop: 'shop_id', owner: 'assignee_id' }))
  if (after) query = query.where(sql<boolean>`(opened_at, id) < (${after.at}, ${after.id}::uuid)`)
  return query.orderBy('opened_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** Calls of a family, newest first. */
export function callLines(tx: Tx, family: readonly string[], after: Place | null, limit: number) {
  let query = tx
    .selectFrom('tickets.call')
    .select(['id', 'started_at as at', 'direction', 'state', 'talk_s', 'ticket_id'])
    .where('customer_id', 'in', [...family])
  if (after) query = query.where(sql<boolean>`(started_at, id) < (${after.at}, ${after.id}::uuid)`)
  return query.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}
