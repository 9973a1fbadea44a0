import type { Tx } from '#platform/db/database'

export type SaidRow = {
  id: string
  at: Date
  text: string
  data: Record<string, unknown>
  /** The ticket began with it. */
  first: boolean
  /** Nothing was said by the customer after it. */
  newest: boolean
}

/** A message of the customer in this ticket's own timeline. */
export async function findSaid(tx: Tx, ticketId: string, entryId: string): Promise<SaidRow | null> {
  const said = await tx
    .selectFrom('tickets.entry')
    .select(['id', 'at', 'text', 'data'])
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'message_in')
    .orderBy('at')
    .orderBy('id')
    .execute()
  const index = said.findIndex(({ id }) => id === entryId)
  const found = said[index]
  if (!found) return null
  const data = found.data as Record<string, unknown>
  return { ...found, data, first: index === 0, newest: index === said.length - 1 }
}

/** The ticket that was opened for a message; null when there is none. */
export async function detachedAs(tx: Tx, ticketId: string, entryId: string): Promise<string | null> {
  const rows = await tx
    .selectFrom('tickets.entry')
    .select('data')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'fact')
    .where('fact', '=', 'detached')
    .execute()
  const found = rows
    .map(({ data }) => data as { id: string; entryId: string })
    .find((d) => d.entryId === entryId)
  return found?.id ?? null
}
