import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { PeopleStaff } from '#platform/db/schema.gen'
import { peopleErrors } from './errors.ts'
import { violatedUnique } from './postgres-error.ts'

/** Errors: people.loginTaken. */
export async function insertStaff(tx: Tx, row: Insertable<PeopleStaff>): Promise<void> {
  await tx.insertInto('people.staff').values(row).execute().catch(refuseDouble)
}

export function refuseDouble(error: unknown): never {
  throw violatedUnique(error) ? peopleErrors.loginTaken({}, 'login') : error
}
