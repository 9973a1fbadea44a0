import type { Tx } from '#platform/db/database'

/** Ids of what we said or did on the ticket since then; messages of the outbox carry the same. */
export async function entriesSince(tx: Tx, ticketId: string, since: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('tickets.entry')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('kind', 'in', ['message_out', 'fact'])
    .where('at', '>=', since)
    .limit(500)
    .execute()
  return rows.map((r) => r.id)
}
