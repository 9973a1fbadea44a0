import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export function draftsOf(tx: Tx, incidentId: string, staffId: string) {
  return tx
    .selectFrom('incidents.draft')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .where('staff_id', '=', staffId)
    .orderBy('part')
    .execute()
}

/** Whether the room is open; it stays so until the end of this transaction. */
export async function lockOpen(tx: Tx, incidentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('incidents.incident')
    .select('id')
    .where('id', '=', incidentId)
    .where('closed_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}

export async function upsertDraft(tx: Tx, row: Insertable<DB['incidents.draft']>): Promise<void> {
  const { text_enc, updated_at } = row
  await tx
    .insertInto('incidents.draft')
    .values(row)
    .onConflict((c) =>
      c.columns(['brand_id', 'staff_id', 'incident_id', 'part']).doUpdateSet({ text_enc, updated_at }),
    )
    .execute()
}

export async function deleteDraft(tx: Tx, incidentId: string, staffId: string, part: string): Promise<void> {
  await tx
    .deleteFrom('incidents.draft')
    .where('incident_id', '=', incidentId)
    .where('staff_id', '=', staffId)
    .where('part', '=', part)
    .execute()
}

/** Who is writing something in this room. */
export async function writersOf(tx: Tx, incidentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('incidents.draft')
    .select('staff_id')
    .distinct()
    .where('incident_id', '=', incidentId)
    .execute()
  return rows.map((row) => row.staff_id)
}

/** What these people are writing in this room, or in all of them. */
export async function deleteDraftsOf(
  tx: Tx,
  staffIds: readonly string[],
  incidentId?: string,
): Promise<void> {
  if (!staffIds.length) return
  const of = tx.deleteFrom('incidents.draft').where('staff_id', 'in', [...staffIds])
  await (incidentId ? of.where('incident_id', '=', incidentId) : of).execute()
}

/** Everybody's: nothing can be written in a closed room any more. */
export async function deleteDrafts(tx: Tx, incidentId: string): Promise<void> {
  await tx.deleteFrom('incidents.draft').where('incident_id', '=', incidentId).execute()
}
