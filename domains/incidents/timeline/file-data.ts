import type { Tx } from '#platform/db/database'

export async function insertFile(
  tx: Tx,
  row: { brand_id: string; incident_id: string; file_id: string; by_id: string; by_name: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('incidents.file')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Those of these ids that are files of the room. */
export async function knownFiles(tx: Tx, incidentId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('incidents.file')
    .select('file_id')
    .where('incident_id', '=', incidentId)
    .where('file_id', 'in', [...ids])
    .execute()
  return new Set(rows.map((row) => row.file_id))
}

/** What one person has put into the room. */
export async function filesBy(tx: Tx, incidentId: string, staffId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('incidents.file')
    .select('file_id')
    .where('incident_id', '=', incidentId)
    .where('by_id', '=', staffId)
    .orderBy('file_id')
    .execute()
  return rows.map((row) => row.file_id)
}
