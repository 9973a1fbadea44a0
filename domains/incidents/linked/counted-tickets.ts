import { type TicketOfIncident, ticketsOfIncident } from '#domains/tickets'
import type { Tx } from '#platform/db/database'
import { replyIds } from '../affected/complained-data.ts'
import { EVERY_TICKET } from './every-ticket.ts'
import { idsOfRoom } from './linked-data.ts'

/** The tickets that say how grave a room's matter is. An answer to its message is one only where a danger was heard: a thank-you tells of nobody's trouble. */
export async function countedTickets(tx: Tx, incidentId: string): Promise<TicketOfIncident[]> {
  const [ids, replies] = await Promise.all([idsOfRoom(tx, incidentId), replyIds(tx, incidentId)])
  const tickets = await ticketsOfIncident(tx, EVERY_TICKET, ids)
  return tickets.filter(({ id, risks }) => risks.length > 0 || !replies.has(id))
}
