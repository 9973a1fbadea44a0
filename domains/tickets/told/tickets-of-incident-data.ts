import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { Scope } from '#platform/permissions'
import { within } from '../handling/desk-data.ts'

const ANSWERED = sql<Date | null>`(select c.met_at from tickets.clock c where c.brand_id = ticket.brand_id
  and c.ticket_id = ticket.id and c.cycle = ticket.cycle and c.metric = 'respond')`

export function ticketsInReach(tx: Tx, scope: Scope | null, ids: string[]) {
  return tx
    .selectFrom('tickets.ticket')
    .select([
      'id',
      'number',
      'title',
      'kind',
      'categories',
      'shop_id',
      'customer_id',
      'customer_name',
      'opened_at',
      'triage',
      'fields',
      'cycle',
      'status',
      ANSWERED.as('answered_at'),
    ])
    .where('id', 'in', ids)
    .where(within(scope))
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
}

/** The newest of these tickets in reach; each row says how many there are in all. */
export function newestInReach(tx: Tx, scope: Scope | null, ids: string[], most: number) {
  return tx
    .selectFrom('tickets.ticket')
    .select(['id', 'number', 'title', 'opened_at', 'status', sql<number>`count(*) over ()::int`.as('all')])
    .where('id', 'in', ids)
    .where(within(scope))
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}
