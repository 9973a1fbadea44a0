import type { Ticket } from '#contracts/tickets'

export function CyclesPanel({ ticket }: { ticket: Ticket }) {
  return <section aria-label={ticket.number} />
}
