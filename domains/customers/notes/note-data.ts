import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type NoteRow = Selectable<DB['customers.note']>
export type ConsentRow = Selectable<DB['customers.consent']>
const MOST = 50

export async function insertNote(tx: Tx, row: NoteRow): Promise<void> {
  await tx.insertInto('customers.note').values(row).execute()
}

export function findNotes(tx: Tx, family: readonly string[]): Promise<NoteRow[]> {
  return tx
    .selectFrom('customers.note')
    .selectAll()
    .where('customer_id', 'in', [...family])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
}

export async function insertConsent(tx: Tx, row: ConsentRow): Promise<void> {
  await tx.insertInto('customers.consent').values(row).execute()
}

/** Given and withdrawn ones, newest first. */
export function findConsents(tx: Tx, family: readonly string[]): Promise<ConsentRow[]> {
  return tx
    .selectFrom('customers.consent')
    .selectAll()
    .where('customer_id', 'in', [...family])
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
}

/** Undefined when these files have no such consent, or it is withdrawn already. */
export function endConsent(
  tx: Tx,
  family: readonly string[],
  id: string,
  set: { withdrawn_at: Date; withdrawn_by: string },
): Promise<ConsentRow | undefined> {
  return tx
    .updateTable('customers.consent')
    .set(set)
    .where('id', '=', id)
    .where('customer_id', 'in', [...family])
    .where('withdrawn_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}
