import { type TicketOfIncident, ticketsOfIncident } from '#domains/tickets'
import type { Tx } from '#platform/db/database'
import { replyIds } from '../affected/complained-data.ts'
import { EVERY_TICKET } from './every-ticket.ts'
import { idsOfRoom } from './linked-data.ts'

/** The tickets that say how grave a room's matter is. An answer to its message is one only where a danger was heard: a thank-you tells of nobody's trouble. */
export async function countedTickets(tx: Tx, incidentId: string): Promise<TicketOfIncident[]> {
  const tickets = await ticketsOfIncident(tx, EVERY_TICKET, await idsOfRoom(tx, incidentId))
  return countedAmong(tx, incidentId, tickets)
}

export async function countedAmong(
  tx: Tx,
  incidentId: string,
  tickets: readonly TicketOfIncident[],
): Promise<TicketOfIncident[]> {
  const calm = tickets.filter(({ risks }) => !risks.length)
  const replies = await replyIds(
    tx,
    incidentId,
    calm.map(({ id }) => id),
  )
  return tickets.filter(({ id }) => !replies.has(id))
}
