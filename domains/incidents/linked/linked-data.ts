import type { Tx } from '#platform/db/database'

export async function unlink(tx: Tx, incidentId: string, ticketId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('incidents.linked_ticket')
    .where('incident_id', '=', incidentId)
    .where('ticket_id', '=', ticketId)
    .returning('ticket_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function linkedIds(tx: Tx, incidentId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('incidents.linked_ticket')
    .select('ticket_id')
    .where('incident_id', '=', incidentId)
    .where('ticket_id', 'in', [...ids])
    .execute()
  return new Set(rows.map((row) => row.ticket_id))
}

/** The other tickets of a room. */
export async function idsBeside(tx: Tx, incidentId: string, ticketId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('incidents.linked_ticket')
    .select('ticket_id')
    .where('incident_id', '=', incidentId)
    .where('ticket_id', '<>', ticketId)
    .execute()
  return rows.map((row) => row.ticket_id)
}

/** Rooms that a ticket belongs to, open ones first; drills know no real ticket. */
export function roomsOfTicket(tx: Tx, ticketId: string) {
  return tx
    .selectFrom('incidents.linked_ticket as l')
    .innerJoin('incidents.incident as i', (j) =>
      j.onRef('i.brand_id', '=', 'l.brand_id').onRef('i.id', '=', 'l.incident_id'),
    )
    .selectAll('i')
    .where('l.ticket_id', '=', ticketId)
    .where('i.drill', '=', false)
    .orderBy('i.closed_at', (o) => o.desc().nullsFirst())
    .orderBy('i.opened_at', 'desc')
    .limit(10)
    .execute()
}
