import type { Room } from '#contracts/incidents'
import type { Loaded } from './loaded.ts'

export type Invented = { number: string; title: string; customerName: string; shopId: string | null }

/** The tickets of the room that the reader reaches; in a drill they are invented and exist nowhere else. */
export function viewLinked(loaded: Loaded): Room['linked'] {
  const { incident, parts, tickets, heads, replies, shops, shown, ticketTitle } = loaded
  return parts.linked.flatMap((row) => {
    const invented = row.invented as Invented | null
    const ticket = tickets.find((t) => t.id === row.ticket_id)
    if (!ticket && !invented) return []
    const shopId = ticket?.shopId ?? invented?.shopId
    return [
      {
        id: row.ticket_id,
        number: ticket?.number ?? invented?.number ?? '',
        title: ticket ? ticketTitle(ticket) : (invented?.title ?? ''),
        shopName: (shopId && shops.get(shopId)?.name) || '',
        customerName: shown(ticket?.customerName ?? invented?.customerName ?? ''),
        customerId: heads.get(ticket?.customerId ?? '') ?? null,
        openedAt: (ticket?.openedAt ?? row.linked_at).toISOString(),
        closed: ticket?.closed ?? incident.status === 'closed',
        answered: ticket ? ticket.answeredAt !== null : false,
        repliesToMessage: replies.has(row.ticket_id),
        linkedBy: row.linked_by_name,
      },
    ]
  })
}
