import type { Ticket } from '#contracts/tickets'

export function PlanPanel({ ticket }: { ticket: Ticket }) {
  return <section aria-label={ticket.number} />
}
