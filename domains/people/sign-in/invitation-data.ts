import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database'

/** Where an invitation lives, before its brand is known. */
export async function findInvitation(
  db: Database,
  tokenHash: Buffer,
): Promise<{ brandId: string; id: string } | null> {
  const { rows } = await sql<{ brand_id: string; invitation_id: string }>`
    select brand_id, invitation_id from people.brand_of_invitation(${tokenHash})`.execute(db.open)
  return rows[0] ? { brandId: rows[0].brand_id, id: rows[0].invitation_id } : null
}

/** The invited person while the link still opens: unused, in time, and not locked out. */
export function readInvited(tx: Tx, id: string, at: Date) {
  return tx
    .selectFrom('people.invitation as i')
    .innerJoin('people.staff as s', (j) =>
      j.onRef('s.brand_id', '=', 'i.brand_id').onRef('s.id', '=', 'i.staff_id'),
    )
    .select(['s.id', 's.name', 's.login'])
    .where('i.id', '=', id)
    .where('i.used_at', 'is', null)
    .where('i.expires_at', '>', at)
    .where('s.state', '!=', 'locked')
    .executeTakeFirst()
}

/** Uses the link up; false when somebody was quicker. */
export async function spendInvitation(tx: Tx, id: string, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('people.invitation')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Makes the link the person's only open one. */
export async function replaceInvitation(
  tx: Tx,
  row: { brand_id: string; id: string; staff_id: string; token_hash: Buffer; expires_at: Date },
): Promise<void> {
  await deleteInvitations(tx, row.staff_id)
  await tx.insertInto('people.invitation').values(row).execute()
}

export async function deleteInvitations(tx: Tx, staffId: string): Promise<void> {
  await tx
    .deleteFrom('people.invitation')
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .execute()
}

/** The chosen password opens the account; a second factor of before is gone with it. */
export async function activate(tx: Tx, staffId: string, passwordHash: string): Promise<void> {
  await tx
    .updateTable('people.staff')
    .set({ password_hash: passwordHash, state: 'active', totp_enc: null, totp_last: null })
    .where('id', '=', staffId)
    .where('state', '!=', 'locked')
    .execute()
}
