import type { Tx } from '#platform/db/database'
import type { Scope } from '#platform/permissions'
import { findTicket, type TicketRow } from '../handling/desk-data.ts'
import { mergedInto } from './links-data.ts'

/** The ticket on whose page a photo of this one stands: itself, or the one it is merged into; undefined when the reader sees neither. */
export async function findShown(
  tx: Tx,
  scope: Scope | null,
  ticketId: string,
): Promise<TicketRow | undefined> {
  const own = await findTicket(tx, scope, ticketId)
  if (own) return own
  const into = await mergedInto(tx, ticketId)
  return into ? findTicket(tx, scope, into) : undefined
}
