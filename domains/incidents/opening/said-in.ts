import { spokenOf } from '#domains/orders'
import { type TicketOfIncident, voicesOf } from '#domains/tickets'
import type { Tx } from '#platform/db/database'

/** What the customers of these tickets have said, by ticket. */
export async function saidIn(
  tx: Tx,
  tickets: readonly Pick<TicketOfIncident, 'id'>[],
): Promise<Map<string, string>> {
  const voices = await voicesOf(
    tx,
    tickets.map(({ id }) => id),
  )
  return new Map(voices.map(({ id, said }) => [id, said]))
}

/** Of which orders, products and batches these tickets tell, by ticket. */
export function spokenIn(
  tx: Tx,
  tickets: readonly TicketOfIncident[],
  said: ReadonlyMap<string, string>,
): ReturnType<typeof spokenOf> {
  return spokenOf(
    tx,
    tickets.map(({ id, shopId, heardAt, title }) => ({
      ticketId: id,
      shopId,
      at: heardAt,
      text: said.get(id) ?? title,
    })),
  )
}
