import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { Place } from '#platform/keyset'

/** One page of the timeline, the newest first. */
export function entriesOf(tx: Tx, incidentId: string, after: Place | null, most: number) {
  let q = tx.selectFrom('incidents.entry').selectAll().where('incident_id', '=', incidentId)
  if (after) q = q.where(sql<boolean>`(at, id) < (${after.at}, ${after.id}::uuid)`)
  return q.orderBy('at', 'desc').orderBy('id', 'desc').limit(most).execute()
}
export type EntryRow = Awaited<ReturnType<typeof entriesOf>>[number]

/** Whether the timeline has said this since then. */
export async function isSaidSince(tx: Tx, incidentId: string, fact: string, since: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('incidents.entry')
    .select('id')
    .where('incident_id', '=', incidentId)
    .where('fact', '=', fact)
    .where('at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
