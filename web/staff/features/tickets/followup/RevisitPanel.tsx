import type { Ticket } from '#contracts/tickets'

export function RevisitPanel({ ticket }: { ticket: Ticket }) {
  return <section aria-label={ticket.number} />
}
