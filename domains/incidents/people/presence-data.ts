import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export async function saveHere(tx: Tx, row: Insertable<DB['incidents.presence']>): Promise<void> {
  await tx
    .insertInto('incidents.presence')
    .values(row)
    .onConflict((c) =>
      c
        .columns(['brand_id', 'incident_id', 'staff_id'])
        .doUpdateSet((e) => ({ seen_at: e.ref('excluded.seen_at') })),
    )
    .execute()
}
