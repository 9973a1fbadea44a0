import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { inScope, type Scope } from '#platform/permissions'
import { peopleErrors } from '../errors.ts'
import { violatedUnique } from '../postgres-error.ts'

const shopCount = sql<number>`(select count(*) from people.shop s where s.brand_id = r.brand_id and s.region_id = r.id)`

/** Errors: people.regionTaken. */
export async function insertRegion(
  tx: Tx,
  row: { brand_id: string; id: string; name: string },
): Promise<void> {
  await tx.insertInto('people.region').values(row).execute().catch(refuseDouble)
}

/** Errors: people.regionTaken. */
export async function renameRegion(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('people.region').set({ name }).where('id', '=', id).execute().catch(refuseDouble)
}

/** All regions for a scope of the whole brand, otherwise those with a shop in it. */
export function readRegions(tx: Tx, scope: Scope | null) {
  return tx
    .selectFrom('people.region as r')
    .select(['r.id', 'r.name', shopCount.as('shops')])
    .$if(scope?.shops !== 'all', (q) =>
      q.where((e) =>
        e.exists(
          e
            .selectFrom('people.shop as s')
            .select('s.id')
            .whereRef('s.brand_id', '=', 'r.brand_id')
            .whereRef('s.region_id', '=', 'r.id')
            .where(inScope(scope, { shop: 's.id' })),
        ),
      ),
    )
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
