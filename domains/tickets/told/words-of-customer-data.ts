import type { Tx } from '#platform/db/database'

export async function customerEntries(tx: Tx, ticketId: string, since: Date) {
  const rows = await tx
    .selectFrom('tickets.entry')
    .select(['id', 'at', 'text'])
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'message_in')
    .where('at', '>', since)
    .orderBy('at')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ entryId: row.id, at: row.at, text: row.text }))
}
