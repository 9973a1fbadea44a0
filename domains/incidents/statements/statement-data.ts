import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type StatementRow = Selectable<DB['incidents.statement']>

export function findStatement(tx: Tx, incidentId: string, id: string): Promise<StatementRow | undefined> {
  return tx
    .selectFrom('incidents.statement')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertStatement(tx: Tx, row: Insertable<DB['incidents.statement']>): Promise<void> {
  await tx.insertInto('incidents.statement').values(row).execute()
}

export async function updateStatement(tx: Tx, row: StatementRow): Promise<void> {
  const { brand_id, id, incident_id, ...set } = row
  await tx
    .updateTable('incidents.statement')
    .set(set)
    .where('incident_id', '=', incident_id)
    .where('id', '=', id)
    .execute()
}
