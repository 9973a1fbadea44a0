import type { Ticket } from '#contracts/tickets'

export function LinksPanel({ ticket }: { ticket: Ticket }) {
  return <section aria-label={ticket.number} />
}
