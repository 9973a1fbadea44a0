import type { TicketRow } from '../handling/desk-data.ts'
import type { RevisitRow } from './revisit-data.ts'

/** Whether the customer may (still) answer it: sent, unanswered, and the ticket is where it was. */
export function isAsked(ticket: Pick<TicketRow, 'status' | 'cycle'>, visit: RevisitRow): boolean {
  const open = visit.state === 'asked' || (visit.state === 'done' && visit.result === 'no_answer')
  return visit.means === 'written' && open && ticket.status === 'closed' && visit.cycle === ticket.cycle
}

/** What the customer's page shows of revisits: the last question, or thanks for the answer as long as nothing else has happened. */
export function questionOf(
  ticket: Pick<TicketRow, 'status' | 'cycle'>,
  visits: readonly RevisitRow[],
): { id: string; answer: 'content' | 'not_content' | null } | null {
  const last = visits.findLast((v) => v.means === 'written' && (v.state === 'asked' || v.state === 'done'))
  if (!last) return null
  if (isAsked(ticket, last)) return { id: last.id, answer: null }
  const closed = ticket.status === 'closed'
  if (last.result === 'content' && closed && last.cycle === ticket.cycle)
    return { id: last.id, answer: 'content' }
  if (last.result === 'not_content' && !closed && last.cycle === ticket.cycle - 1)
    return { id: last.id, answer: 'not_content' }
  return null
}
