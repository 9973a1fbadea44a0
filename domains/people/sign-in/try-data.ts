import type { Insertable, Kysely } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB, PeopleSignInFailure } from '#platform/db/schema.gen'

export async function forgetFailures(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('people.sign_in_failure').where('last_at', '<', before).execute()
}

/** The login's count, made when it is missing, and kept from everybody else until the transaction ends. */
export async function lockFailures(tx: Tx, login: string, at: Date) {
  await tx
    .insertInto('people.sign_in_failure')
    .values({ login, failures: 0, locked_until: null, last_at: at })
    .onConflict((c) => c.column('login').doNothing())
    .execute()
  return tx
    .selectFrom('people.sign_in_failure')
    .select(['failures', 'locked_until'])
    .where('login', '=', login)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function saveFailures(tx: Tx, row: Insertable<PeopleSignInFailure>): Promise<void> {
  const { login, ...set } = row
  await tx.updateTable('people.sign_in_failure').set(set).where('login', '=', login).execute()
}

export async function deleteFailures(db: Kysely<DB>, login: string): Promise<void> {
  await db.deleteFrom('people.sign_in_failure').where('login', '=', login).execute()
}

export async function restoreFailures(
  db: Kysely<DB>,
  tried: { login: string; failures: number; before: number },
): Promise<void> {
  await db
    .updateTable('people.sign_in_failure')
    .set({ failures: tried.before, locked_until: null })
    .where('login', '=', tried.login)
    .where('failures', '=', tried.failures)
    .execute()
}
