import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { IncidentRow } from '../desk/desk-data.ts'

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

export async function idsOfRoom(tx: Tx, incidentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('incidents.linked_ticket')
    .select('ticket_id')
    .where('incident_id', '=', incidentId)
    .execute()
  return rows.map((row) => row.ticket_id)
}

/** The other tickets of a room. */
export async function otherTicketIds(tx: Tx, incidentId: string, ticketId: string): Promise<string[]> {
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

/** The open room that is at work on an early warning, whether it was opened by it or took it in later; drills left out. */
export async function openRoomOfAlarm(tx: Tx, alarmId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select i.id from incidents.incident i where i.closed_at is null and not i.drill
      and (i.alarm_id = ${alarmId}::uuid or exists (select from incidents.entry e
        where e.brand_id = i.brand_id and e.incident_id = i.id and e.fact = 'warned' and e.data ->> 'alarm' = ${alarmId}))
    order by i.alarm_id = ${alarmId}::uuid desc nulls last, i.opened_at desc limit 1`.execute(tx)
  return rows[0]?.id
}

/** Tickets that somebody has taken out of the room. */
export async function takenOut(tx: Tx, incidentId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('incidents.unlinked_ticket')
    .select('ticket_id')
    .where('incident_id', '=', incidentId)
    .execute()
  return new Set(rows.map((row) => row.ticket_id))
}

/** No early warning brings these into the room. */
export async function keepOut(
  tx: Tx,
  { brand_id, id }: Pick<IncidentRow, 'brand_id' | 'id'>,
  ticketIds: readonly string[],
): Promise<void> {
  if (!ticketIds.length) return
  await tx
    .insertInto('incidents.unlinked_ticket')
    .values(ticketIds.map((ticket_id) => ({ brand_id, incident_id: id, ticket_id })))
    .onConflict((c) => c.doNothing())
    .execute()
}
