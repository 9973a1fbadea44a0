import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { PeopleAbsence } from '#platform/db/schema.gen'

export function readAbsences(tx: Tx, staffId: string) {
  return tx
    .selectFrom('people.absence as a')
    .leftJoin('people.staff as d', (j) =>
      j.onRef('d.brand_id', '=', 'a.brand_id').onRef('d.id', '=', 'a.deputy_id'),
    )
    .select(['a.id', 'a.from_at', 'a.to_at', 'a.reason', 'a.deputy_id', 'd.name as deputy_name'])
    .where('a.staff_id', '=', staffId)
    .orderBy('a.from_at', 'desc')
    .orderBy('a.id')
    .limit(200)
    .execute()
}

export async function insertAbsence(tx: Tx, row: Insertable<PeopleAbsence>): Promise<void> {
  await tx.insertInto('people.absence').values(row).execute()
}

/** False when the person has no absence of this id. */
export async function deleteAbsence(tx: Tx, staffId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('people.absence')
    .where('staff_id', '=', staffId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
