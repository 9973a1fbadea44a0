import { type Kysely, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'

export async function deskBySlug(db: Kysely<DB>, slug: string) {
  const { rows } = await sql<{ brand_id: string; desk_id: string }>`
    select brand_id, desk_id from channels.salon_desk_by_slug(${slug})`.execute(db)
  return rows[0]
}

export function findDesk(tx: Tx, scope: Scope | null, id: string) {
  return tx
    .selectFrom('channels.salon_desk')
    .selectAll()
    .where('id', '=', id)
    .where(inScope(scope, { shop: 'shop_id' }))
    .executeTakeFirst()
}

export function listDesks(tx: Tx, scope: Scope | null) {
  return tx
    .selectFrom('channels.salon_desk')
    .selectAll()
    .where(inScope(scope, { shop: 'shop_id' }))
    .orderBy('created_at')
    .orderBy('id')
    .limit(1000)
    .execute()
}

/** One for each shop: a second one changes nothing. */
export async function insertDesk(
  tx: Tx,
  row: { brand_id: string; id: string; shop_id: string; channel_id: string; slug: string; created_at: Date },
) {
  await tx
    .insertInto('channels.salon_desk')
    .values(row)
    .onConflict((c) => c.columns(['brand_id', 'shop_id']).doNothing())
    .execute()
  return tx
    .selectFrom('channels.salon_desk')
    .selectAll()
    .where('shop_id', '=', row.shop_id)
    .executeTakeFirstOrThrow()
}

export async function switchDesk(tx: Tx, id: string, on: boolean): Promise<void> {
  await tx.updateTable('channels.salon_desk').set({ on }).where('id', '=', id).execute()
}

/** The newest wording, or the one of a version. */
export function findForm(tx: Tx, version?: number) {
  let query = tx.selectFrom('channels.salon_form').selectAll()
  if (version !== undefined) query = query.where('version', '=', version)
  return query.orderBy('version', 'desc').limit(1).executeTakeFirst()
}

/** Two who save at once get two versions. */
export async function insertForm(
  tx: Tx,
  row: { brand_id: string; form: string; saved_by: string; saved_at: Date },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('huiyin.salon'), hashtext(${row.brand_id}))`.execute(tx)
  const version = ((await findForm(tx))?.version ?? 0) + 1
  await tx
    .insertInto('channels.salon_form')
    .values({ ...row, version })
    .execute()
  return version
}
