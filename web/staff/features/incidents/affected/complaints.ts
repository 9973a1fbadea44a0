import type { Room } from '#contracts/incidents'

type Ticket = Room['linked'][number]

/** One customer who has complained, with their tickets, those first that nobody has answered; `waits`: one of them is unanswered. */
export type Complainant = { key: string; tickets: Ticket[]; waits: boolean }

const isOpen = (ticket: Ticket) => !ticket.closed && !ticket.answered

/** Who has complained in this room, each once, those who wait first; an answer to the message is no complaint. */
export function complainantsOf(linked: readonly Ticket[]): Complainant[] {
  const own = linked.filter((ticket) => !ticket.repliesToMessage)
  return [...Map.groupBy(own, (ticket) => ticket.customerId ?? ticket.id)]
    .map(([key, tickets]) => ({
      key,
      tickets: tickets.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a))),
      waits: tickets.some(isOpen),
    }))
    .sort((a, b) => Number(b.waits) - Number(a.waits))
}
