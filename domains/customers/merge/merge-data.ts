import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type MergeRow = Selectable<DB['customers.merge']>

/** Merging and separating follow each other in a brand, because each moves whole families; rare deeds of people, so nobody feels it. Arrivals go on. */
export async function takeTurn(tx: Tx, brandId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('huiyin.customers.merge'), hashtext(${brandId}))`.execute(
    tx,
  )
}

/** Merges into these heads that stand, the oldest first. */
export function standingMerges(tx: Tx, headIds: readonly string[]): Promise<MergeRow[]> {
  return tx
    .selectFrom('customers.merge')
    .selectAll()
    .where('head_id', 'in', [...headIds])
    .where('undone_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export function findMerge(tx: Tx, id: string): Promise<MergeRow | undefined> {
  return tx.selectFrom('customers.merge').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertMerge(tx: Tx, row: MergeRow): Promise<void> {
  await tx.insertInto('customers.merge').values(row).execute()
}

export async function setChosen(tx: Tx, id: string, chosen: Buffer | null): Promise<void> {
  await tx.updateTable('customers.merge').set({ chosen_enc: chosen }).where('id', '=', id).execute()
}

/** False when somebody else has undone it. */
export async function endMerge(
  tx: Tx,
  id: string,
  set: { undone_at: Date; undone_by: string; undone_reason: string },
): Promise<boolean> {
  const done = await tx
    .updateTable('customers.merge')
    .set(set)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}

/** A whole family is shown in the file of `headId` from now on. */
export async function moveFamily(tx: Tx, fromHeadId: string, headId: string): Promise<void> {
  await tx
    .updateTable('customers.customer')
    .set({ merged_into: headId })
    .where('head_id', '=', fromHeadId)
    .execute()
  await tx.updateTable('customers.customer').set({ shared: true }).where('id', '=', headId).execute()
}

/** What had been merged into this one before, at however many removes, is shown in its own file again. */
export async function freeBranch(tx: Tx, id: string): Promise<void> {
  await sql`with recursive branch as (
      select ${id}::uuid as id
      union select m.other_id from customers.merge m join branch b on m.head_id = b.id where m.brand_id = platform.brand() and m.undone_at is null)
    update customers.customer c set merged_into = case when c.id = ${id}::uuid then null else ${id}::uuid end from branch b where c.id = b.id`.execute(
    tx,
  )
}
