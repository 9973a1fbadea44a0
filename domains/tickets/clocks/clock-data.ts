import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database'

export type DueKind = 'clocks_due' | 'alarms_due' | 'silences_due' | 'tasks_due' | 'revisits_due'

/** Tickets of all brands with something due at an instant, the longest overdue first. */
export async function dueTickets(db: Database['open'], kind: DueKind, at: Date, most: number) {
  const { rows } = await sql<{ brand_id: string; ticket_id: string }>`
    select brand_id, ticket_id from ${sql.ref(`tickets.${kind}`)}(${at}, ${most})`.execute(db)
  return rows
}

/** The next instant at which anything of one ticket rings; null when nothing will. */
export async function nextRing(tx: Tx, ticketId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select least(
    (select min(next_at) from tickets.clock where ticket_id = ${ticketId}::uuid),
    (select next_at from tickets.alarm where ticket_id = ${ticketId}::uuid),
    (select min(next_at) from tickets.revisit where ticket_id = ${ticketId}::uuid),
    (select least(closes_at, remind_at) from tickets.ticket where id = ${ticketId}::uuid)) as at`.execute(tx)
  return rows[0]?.at ?? null
}

/** Tickets whose due instants were guessed, in the order of their ids. */
export function provisionalAfter(tx: Tx, after: string, most: number) {
  return tx
    .selectFrom('tickets.clock')
    .select('ticket_id')
    .distinct()
    .where('provisional', '=', true)
    .where('state', 'in', ['active', 'paused'])
    .where('ticket_id', '>', after)
    .orderBy('ticket_id')
    .limit(most)
    .execute()
}
