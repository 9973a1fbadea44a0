import type { Tx } from '#platform/db/database'

/** A pause that a deed had ended goes on as if it never had. */
export async function reopenPause(tx: Tx, ticketId: string, from: Date): Promise<void> {
  await tx
    .updateTable('tickets.pause')
    .set({ to_at: null })
    .where('ticket_id', '=', ticketId)
    .where('from_at', '=', from)
    .execute()
}
