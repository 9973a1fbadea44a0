import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { peopleErrors } from './errors.ts'
import { violatedUnique } from './postgres-error.ts'

const shopCount = sql<number>`(select count(*) from people.shop s where s.brand_id = r.brand_id and s.region_id = r.id)`

/** Errors: people.regionTaken. */
export async function insertRegion(
  tx: Tx,
  row: { brand_id: string; id: string; name: string },
): Promise<void> {
  await tx.insertInto('people.region').values(row).execute().catch(refuseDouble)
}

/** False when there is no such region. Errors: people.regionTaken. */
export async function renameRegion(tx: Tx, id: string, name: string): Promise<boolean> {
  const result = await tx
    .updateTable('people.region')
    .set({ name })
    .where('id', '=', id)
    .executeTakeFirst()
    .catch(refuseDouble)
  return result.numUpdatedRows > 0n
}

export function readRegions(tx: Tx) {
  return tx
    .selectFrom('people.region as r')
    .select(['r.id', 'r.name', shopCount.as('shops')])
    .orderBy('r.name')
    .limit(1000)
    .execute()
}

export function readRegion(tx: Tx, id: string) {
  return tx
    .selectFrom('people.region as r')
    .select(['r.id', 'r.name', shopCount.as('shops')])
    .where('r.id', '=', id)
    .executeTakeFirst()
}

function refuseDouble(error: unknown): never {
  throw violatedUnique(error) ? peopleErrors.regionTaken({}, 'name') : error
}
