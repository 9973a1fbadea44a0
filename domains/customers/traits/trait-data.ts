import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type TraitRow = Selectable<DB['customers.trait']>
const MOST = 60

/** False when the file has it already. */
export async function insertTrait(tx: Tx, row: Omit<TraitRow, 'ended_at'>): Promise<boolean> {
  const made = await tx
    .insertInto('customers.trait')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Of everybody in these files: what may harm first. */
export function findTraits(
  tx: Tx,
  family: readonly string[],
  loudOnly = false,
  most = MOST,
): Promise<TraitRow[]> {
  let query = tx
    .selectFrom('customers.trait')
    .selectAll()
    .where('customer_id', 'in', family.length ? [...family] : ['00000000-0000-0000-0000-000000000000'])
    .where('ended_at', 'is', null)
  if (loudOnly) query = query.where('loud', '=', true)
  return query.orderBy('loud', 'desc').orderBy('since').orderBy('id').limit(most).execute()
}

/** What may harm this customer, by the file in which they are shown: asked with every order. */
export async function loudTraits(tx: Tx, customerId: string): Promise<TraitRow[]> {
  const { rows } = await sql<TraitRow>`/* kept plan */
    select t.* from customers.customer c join customers.customer m on m.brand_id = c.brand_id and m.head_id = c.head_id
      join customers.trait t on t.brand_id = m.brand_id and t.customer_id = m.id
    where c.id = ${customerId}::uuid and t.ended_at is null and t.loud order by t.since, t.id limit ${MOST}`.execute(
    tx,
  )
  return rows
}

/** Undefined when the file has no such trait. */
export function endTrait(
  tx: Tx,
  family: readonly string[],
  id: string,
  at: Date,
): Promise<TraitRow | undefined> {
  return tx
    .updateTable('customers.trait')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('customer_id', 'in', [...family])
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}
