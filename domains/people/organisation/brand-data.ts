import { type Kysely, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type StoredBrand = { id: string; name: string; industry: string; zone: string; demo: boolean }

export async function insertBrand(tx: Tx, brand: StoredBrand & { at: Date }): Promise<void> {
  const { at, ...row } = brand
  await tx
    .insertInto('platform.brand')
    .values({ ...row, created_at: at })
    .execute()
}

/** The brand of the transaction. */
export function readBrand(tx: Tx): Promise<StoredBrand> {
  return tx
    .selectFrom('platform.brand')
    .select(['id', 'name', 'industry', 'zone', 'demo'])
    .where('id', '=', sql<string>`platform.brand()`)
    .executeTakeFirstOrThrow()
}

/** Every brand's id, before any brand is known. */
export async function brandIds(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select platform.brand_ids() as id`.execute(db)
  return rows.map((row) => row.id)
}

/** Lets one set-up at a time pass until the end of its transaction. */
export async function lockSetup(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('huiyin.setup'))`.execute(tx)
}
