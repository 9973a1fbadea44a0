import { sql } from 'kysely'
import type { Grant } from '#contracts/people'
import type { Database, Tx } from '#platform/db/database'
import { grantOf } from '../staff/grant-data.ts'

/** Where a login lives, before its brand is known. */
export async function findLogin(
  db: Database,
  login: string,
): Promise<{ brandId: string; staffId: string } | null> {
  const { rows } = await sql<{ brand_id: string; staff_id: string }>`
    select brand_id, staff_id from people.staff_by_login(${login})`.execute(db.open)
  return rows[0] ? { brandId: rows[0].brand_id, staffId: rows[0].staff_id } : null
}

export function readAccount(tx: Tx, staffId: string) {
  return tx
    .selectFrom('people.staff')
    .select([
      'id',
      'name',
      'login',
      'state',
      'password_hash',
      'totp_enc',
      'totp_last',
      'locale',
      'theme',
      'away',
    ])
    .where('id', '=', staffId)
    .executeTakeFirst()
}
export type Account = NonNullable<Awaited<ReturnType<typeof readAccount>>>

export async function readGrants(tx: Tx, staffId: string): Promise<Grant[]> {
  const rows = await tx
    .selectFrom('people.staff_grant')
    .select(['role', 'region_id', 'shop_id'])
    .where('staff_id', '=', staffId)
    .orderBy('id')
    .execute()
  return rows.map(grantOf)
}

export async function savePassword(tx: Tx, staffId: string, passwordHash: string): Promise<void> {
  await tx
    .updateTable('people.staff')
    .set({ password_hash: passwordHash })
    .where('id', '=', staffId)
    .execute()
}

/** Keeps a sealed secret; it counts once `totp_last` is set, which the first right code does. */
export async function saveTotpSecret(tx: Tx, staffId: string, sealed: Buffer | null): Promise<void> {
  await tx
    .updateTable('people.staff')
    .set({ totp_enc: sealed, totp_last: null })
    .where('id', '=', staffId)
    .execute()
}

/** Uses a step up; false when another request has used it, or a later one, at the same moment. */
export async function spendTotpStep(tx: Tx, staffId: string, step: number): Promise<boolean> {
  const result = await tx
    .updateTable('people.staff')
    .set({ totp_last: step })
    .where('id', '=', staffId)
    .where((e) => e.or([e('totp_last', 'is', null), e('totp_last', '<', step)]))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function savePreferences(
  tx: Tx,
  staffId: string,
  set: { locale?: string; theme?: string; away?: boolean },
): Promise<void> {
  if (!Object.keys(set).length) return
  await tx.updateTable('people.staff').set(set).where('id', '=', staffId).execute()
}
