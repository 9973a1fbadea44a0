import { type Selectable, sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

type HeardRow = Selectable<DB['incidents.heard']>

/** Events of all brands that are to be looked at now, the one that waits longest first. */
export async function heardWaiting(db: Database['open'], at: Date, most: number) {
  const { rows } = await sql<{ brand_id: string; event_id: string }>`
    select brand_id, event_id from incidents.heard_waiting(${at}, ${most})`.execute(db)
  return rows
}

/** Takes it for the length of the transaction; undefined when somebody else has it or it is done. */
export function takeHeard(tx: Tx, eventId: string): Promise<HeardRow | undefined> {
  return tx
    .selectFrom('incidents.heard')
    .selectAll()
    .where('event_id', '=', eventId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

export async function forgetHeard(tx: Tx, eventId: string): Promise<void> {
  await tx.deleteFrom('incidents.heard').where('event_id', '=', eventId).execute()
}

export function findHeard(tx: Tx, eventId: string): Promise<HeardRow | undefined> {
  return tx.selectFrom('incidents.heard').selectAll().where('event_id', '=', eventId).executeTakeFirst()
}

export async function putOffHeard(tx: Tx, eventId: string, to: Date, problem: string): Promise<void> {
  await tx
    .updateTable('incidents.heard')
    .set((e) => ({ tries: e('tries', '+', 1), next_try_at: to, problem }))
    .where('event_id', '=', eventId)
    .execute()
}

/** Nobody tries it any more by itself; it stays with its problem and the rooms that say so. */
export async function setAside(tx: Tx, eventId: string, rooms: string[], problem: string): Promise<void> {
  await tx
    .updateTable('incidents.heard')
    .set((e) => ({ tries: e('tries', '+', 1), next_try_at: null, problem, incident_ids: rooms }))
    .where('event_id', '=', eventId)
    .execute()
}

const lost = (tx: Tx) => tx.selectFrom('incidents.heard').where('next_try_at', 'is', null)
const ofRoom = (id: string) => sql<boolean>`${id}::uuid = any(incident_ids)`

/** Whether something of this ticket is set aside, of one room where one is named. */
export async function isLost(tx: Tx, ticketId: string, incidentId?: string): Promise<boolean> {
  const row = await lost(tx)
    .select('event_id')
    .where('ticket_id', '=', ticketId)
    .$if(incidentId !== undefined, (q) => q.where(ofRoom(incidentId!)))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What is set aside for a room, one row a ticket, the oldest first. */
export function lostOf(tx: Tx, incidentId: string) {
  return lost(tx)
    .select(['ticket_id', 'at'])
    .distinctOn('ticket_id')
    .where(ofRoom(incidentId))
    .orderBy('ticket_id')
    .orderBy('at')
    .limit(100)
    .execute()
}

/** Shape: the rooms that have said so. */
export async function forgetLost(tx: Tx, ticketId: string): Promise<string[]> {
  const rows = await tx
    .deleteFrom('incidents.heard')
    .where('next_try_at', 'is', null)
    .where('ticket_id', '=', ticketId)
    .returning('incident_ids')
    .execute()
  return rows.flatMap((row) => row.incident_ids)
}

/** Which of these messages the room has not threaded yet; from now on it has. */
export async function threadOnce(
  tx: Tx,
  rows: readonly { brand_id: string; affected_id: string; ticket_id: string; entry_id: string }[],
): Promise<Set<string>> {
  if (!rows.length) return new Set()
  const fresh = await tx
    .insertInto('incidents.affected_reply')
    .values([...rows])
    .onConflict((c) => c.doNothing())
    .returning('entry_id')
    .execute()
  return new Set(fresh.map((row) => row.entry_id))
}
