import type { Tx } from '#platform/db/database'

/** What stands in one line of a ticket's timeline; empty when it is not there. */
export async function wordsOf(tx: Tx, ticketId: string, entryId: string): Promise<string> {
  const row = await tx
    .selectFrom('tickets.entry')
    .select('text')
    .where('ticket_id', '=', ticketId)
    .where('id', '=', entryId)
    .executeTakeFirst()
  return row?.text ?? ''
}
