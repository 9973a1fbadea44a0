import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { importErrors } from './errors.ts'
import * as data from './import-data.ts'

/** Errors: import.notFound, also for a file that somebody else brought. */
export async function ownImport(tx: Tx, ctx: Ctx, id: string, lock = false): Promise<data.ImportRow> {
  const row = await data.findImport(tx, id, lock)
  if (row?.staff_id !== staffOf(ctx).staffId) throw importErrors.notFound()
  return row
}
