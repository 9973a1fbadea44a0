import type { Ticket } from '#contracts/tickets'

export function AssessmentPanel({ ticket }: { ticket: Ticket }) {
  return <section aria-label={ticket.number} />
}
