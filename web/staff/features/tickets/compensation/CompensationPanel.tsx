import type { Ticket } from '#contracts/tickets'

export function CompensationPanel({ ticket }: { ticket: Ticket }) {
  return <section aria-label={ticket.number} />
}
