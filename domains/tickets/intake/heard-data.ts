import type { Tx } from '#platform/db/database'

/** The ticket that a message names itself, else the one that its conversation is about. */
export async function findTicketOf(
  tx: Tx,
  number: number | undefined,
  conversationTicket: string | null,
): Promise<string | null> {
  if (number === undefined) return conversationTicket
  const row = await tx
    .selectFrom('tickets.ticket')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.id ?? conversationTicket
}
