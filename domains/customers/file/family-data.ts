import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

/**
 * Everybody who is shown in one file: the head first, then what was merged into it. Rows of other rooms keep the customer they were written with,
 * so whoever reads by customer asks for the whole family.
 * Shape: only `id` when it belongs to nobody else; also when there is no such customer.
 */
export async function familyOf(tx: Tx, id: string): Promise<string[]> {
  const rows = await sql<{ id: string }>`/* kept plan */ select c.id from customers.customer c
    where c.head_id = (select head_id from customers.customer where id = ${id}::uuid) order by c.merged_into is not null, c.id`.execute(
    tx,
  )
  return rows.rows.length ? rows.rows.map((r) => r.id) : [id]
}

/** The file in which this customer is shown: itself, or what it was merged into. */
export async function headOf(tx: Tx, id: string): Promise<string> {
  return (await headsOf(tx, [id])).get(id) ?? id
}

/** Shape: head by customer; unknown ones are left out. */
export async function headsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await tx
    .selectFrom('customers.customer')
    .select(['id', 'head_id'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((r) => [r.id, r.head_id as string]))
}

/** Everybody who is shown in these files: head by customer, the heads themselves too. */
export async function familiesOf(tx: Tx, heads: readonly string[]): Promise<Map<string, string>> {
  if (!heads.length) return new Map()
  const rows = await tx
    .selectFrom('customers.customer')
    .select(['id', 'head_id'])
    .where('head_id', 'in', [...new Set(heads)])
    .execute()
  return new Map(rows.map((r) => [r.id, r.head_id as string]))
}

/** Masked names as the files show them, by customer. */
export async function customerNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await tx
    .selectFrom('customers.customer as c')
    .innerJoin('customers.customer as h', (j) =>
      j.onRef('h.brand_id', '=', 'c.brand_id').onRef('h.id', '=', 'c.head_id'),
    )
    .select(['c.id', 'h.name_masked'])
    .where('c.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((r) => [r.id, r.name_masked]))
}
