import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type ChangeRow = Selectable<DB['customers.change']>

export async function insertChanges(tx: Tx, rows: ChangeRow[]): Promise<void> {
  if (rows.length) await tx.insertInto('customers.change').values(rows).execute()
}

/** Of a family, newest first. */
export function findChanges(
  tx: Tx,
  family: readonly string[],
  before: string | null,
  most: number,
): Promise<ChangeRow[]> {
  let query = tx
    .selectFrom('customers.change')
    .selectAll()
    .where('customer_id', 'in', [...family])
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(most).execute()
}

/** What somebody has proposed for these files and nobody has decided, the oldest first. */
export function findProposed(tx: Tx, family: readonly string[]): Promise<ChangeRow[]> {
  return tx
    .selectFrom('customers.change')
    .selectAll()
    .where('customer_id', 'in', [...family])
    .where('state', '=', 'proposed')
    .orderBy('id')
    .limit(50)
    .execute()
}

/** Undefined when these files have no such proposal. */
export function lockProposed(tx: Tx, family: readonly string[], id: string): Promise<ChangeRow | undefined> {
  return tx
    .selectFrom('customers.change')
    .selectAll()
    .where('id', '=', id)
    .where('customer_id', 'in', [...family])
    .forUpdate()
    .executeTakeFirst()
}

export async function decideChange(
  tx: Tx,
  id: string,
  set: Pick<ChangeRow, 'state' | 'decided_at' | 'decided_by' | 'before_enc'>,
): Promise<void> {
  await tx.updateTable('customers.change').set(set).where('id', '=', id).execute()
}
