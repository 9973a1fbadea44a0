import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

export type PresenceRow = { staff_id: string; state: 'viewing' | 'replying'; until: Date }

/** Everybody who has a ticket open at an instant, writers first. */
export async function presentOn(tx: Tx, ticketId: string, at: Date): Promise<PresenceRow[]> {
  const rows = await tx
    .selectFrom('tickets.presence')
    .select(['staff_id', 'state', 'until'])
    .where('ticket_id', '=', ticketId)
    .where('until', '>', at)
    .orderBy('state')
    .orderBy('staff_id')
    .execute()
  return rows as PresenceRow[]
}

export async function setPresent(
  tx: Tx,
  row: PresenceRow & { brand_id: string; ticket_id: string },
): Promise<void> {
  const { state, until } = row
  await tx
    .insertInto('tickets.presence')
    .values(row)
    .onConflict((c) => c.columns(['brand_id', 'ticket_id', 'staff_id']).doUpdateSet({ state, until }))
    .execute()
}

export async function removePresence(tx: Tx, ticketId: string, staffId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('tickets.presence')
    .where('ticket_id', '=', ticketId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Those who went without saying so, wherever; what somebody else is just clearing away is left to him. */
export async function clearPresence(tx: Tx, before: Date): Promise<void> {
  await sql`delete from tickets.presence p using (select brand_id, ticket_id, staff_id from tickets.presence where until <= ${before}
    limit 100 for update skip locked) gone
    where p.brand_id = gone.brand_id and p.ticket_id = gone.ticket_id and p.staff_id = gone.staff_id`.execute(
    tx,
  )
}
