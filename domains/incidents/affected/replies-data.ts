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

/** `to` null: it is set aside and stays with its problem. */
export async function putOffHeard(tx: Tx, eventId: string, to: Date | null, problem: string): Promise<void> {
  await tx
    .updateTable('incidents.heard')
    .set((e) => ({ tries: e('tries', '+', 1), next_try_at: to, problem }))
    .where('event_id', '=', eventId)
    .execute()
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
