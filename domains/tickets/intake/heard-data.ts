import type { Tx } from '#platform/db/database'

type Named = { ticketNumber?: number | undefined; ticketHint?: number | undefined }
type Talk = { id: string; ticket_id: string | null; state: Record<string, unknown> }

/** The ticket that a message names itself, else the one that its conversation is about. An unproven name counts only for who is talking about that ticket. */
export async function findTicketOf(tx: Tx, named: Named, talk: Talk): Promise<string | null> {
  const number = named.ticketNumber ?? named.ticketHint
  if (number === undefined) return talk.ticket_id
  const row = await tx
    .selectFrom('tickets.ticket')
    .select(['id', 'conversation_id'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) return talk.ticket_id
  const proven = named.ticketNumber !== undefined || row.conversation_id === talk.id
  return proven || row.id in ticketsOf(talk.state) ? row.id : talk.ticket_id
}

const MOST_TICKETS = 20

/** What is needed to answer on each of a conversation's latest tickets. */
export function ticketsOf(state: Record<string, unknown>): Record<string, Record<string, unknown>> {
  return (state.tickets as Record<string, Record<string, unknown>> | undefined) ?? {}
}

export function withTicket(
  state: Record<string, unknown>,
  ticketId: string,
  answerTo: Record<string, unknown>,
): Record<string, unknown> {
  const others = Object.entries(ticketsOf(state)).filter(([id]) => id !== ticketId)
  return { tickets: Object.fromEntries([...others.slice(1 - MOST_TICKETS), [ticketId, answerTo]]) }
}
