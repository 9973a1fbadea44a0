import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type AddressRow = Selectable<DB['customers.address']>
const MOST = 20

/** The same address again counts up and keeps the newer wording; a new one is a reason to look for the same person. Returns its id. */
export async function upsertAddress(
  tx: Tx,
  row: Omit<AddressRow, 'times' | 'first_at' | 'state'>,
): Promise<string> {
  const kept = await tx
    .insertInto('customers.address')
    .values({ ...row, first_at: row.last_at })
    .onConflict((c) =>
      c.columns(['brand_id', 'customer_id', 'text_index']).doUpdateSet((e) => ({
        times: sql<number>`address.times + 1`,
        last_at: sql<Date>`greatest(address.last_at, excluded.last_at)`,
        detail_enc: e.ref('excluded.detail_enc'),
        area: e.ref('excluded.area'),
        label: sql<string>`coalesce(nullif(excluded.label, ''), address.label)`,
        state: 'active',
      })),
    )
    .returning(['id', 'times'])
    .executeTakeFirstOrThrow()
  if (kept.times === 1)
    await tx
      .updateTable('customers.customer')
      .set({ match_due_at: row.last_at })
      .where('id', '=', row.customer_id)
      .where('match_due_at', 'is', null)
      .execute()
  return kept.id
}

/** Of everybody in the file, the most used first. */
export function findAddresses(tx: Tx, family: readonly string[]): Promise<AddressRow[]> {
  return tx
    .selectFrom('customers.address')
    .selectAll()
    .where('customer_id', 'in', [...family])
    .where('state', '=', 'active')
    .orderBy('times', 'desc')
    .orderBy('last_at', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute()
}

/** False when the file has no such address. */
export async function endAddress(
  tx: Tx,
  family: readonly string[],
  id: string,
): Promise<AddressRow | undefined> {
  return tx
    .updateTable('customers.address')
    .set({ state: 'gone' })
    .where('id', '=', id)
    .where('customer_id', 'in', [...family])
    .where('state', '=', 'active')
    .returningAll()
    .executeTakeFirst()
}
