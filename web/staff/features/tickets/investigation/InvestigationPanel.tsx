import type { Ticket } from '#contracts/tickets'

export function InvestigationPanel({ ticket }: { ticket: Ticket }) {
  return <section aria-label={ticket.number} />
}
