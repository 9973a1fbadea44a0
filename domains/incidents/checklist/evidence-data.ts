import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export async function saveEvidence(tx: Tx, row: Insertable<DB['incidents.evidence']>): Promise<void> {
  await tx
    .insertInto('incidents.evidence')
    .values(row)
    .onConflict((c) =>
      c.columns(['brand_id', 'incident_id', 'key']).doUpdateSet((e) => ({
        kept: e.ref('excluded.kept'),
        by_name: e.ref('excluded.by_name'),
        at: e.ref('excluded.at'),
      })),
    )
    .execute()
}
