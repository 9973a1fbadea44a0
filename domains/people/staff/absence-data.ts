import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { PeopleAbsence } from '#platform/db/schema.gen'

export function readAbsences(tx: Tx, staffId: string) {
  return tx
    .selectFrom('people.absence')
    .select(['id', 'from_at', 'to_at', 'reason'])
    .where('staff_id', '=', staffId)
    .orderBy('from_at', 'desc')
    .orderBy('id')
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
