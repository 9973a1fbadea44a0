import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type SheetRows = {
  sheet: Selectable<DB['incidents.sheet_value']>[]
  earlier: Selectable<DB['incidents.sheet_earlier']>[]
}

export async function saveValues(
  tx: Tx,
  rows: readonly Insertable<DB['incidents.sheet_value']>[],
): Promise<void> {
  if (!rows.length) return
  await tx
    .insertInto('incidents.sheet_value')
    .values([...rows])
    .onConflict((c) =>
      c.columns(['brand_id', 'incident_id', 'key']).doUpdateSet((e) => ({
        value_enc: e.ref('excluded.value_enc'),
        by_name: e.ref('excluded.by_name'),
        at: e.ref('excluded.at'),
      })),
    )
    .execute()
}

export async function insertEarlier(
  tx: Tx,
  rows: readonly Insertable<DB['incidents.sheet_earlier']>[],
): Promise<void> {
  if (!rows.length) return
  await tx
    .insertInto('incidents.sheet_earlier')
    .values([...rows])
    .execute()
}

/** What was written over, the newest first. */
export function earlierOf(tx: Tx, incidentId: string) {
  return tx
    .selectFrom('incidents.sheet_earlier')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(2000)
    .execute()
}

export function valuesOf(tx: Tx, incidentId: string) {
  return tx.selectFrom('incidents.sheet_value').selectAll().where('incident_id', '=', incidentId).execute()
}
