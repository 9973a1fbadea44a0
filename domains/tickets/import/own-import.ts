import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import { importErrors } from './errors.ts'
import * as data from './import-data.ts'

/** Errors: import.notFound, also for a file that somebody else brought. */
export async function ownImport(tx: Tx, ctx: Ctx, id: string, lock = false): Promise<data.ImportRow> {
  const row = await data.findImport(tx, id, lock)
  if (row?.staff_id !== staffOf(ctx).staffId) throw importErrors.notFound()
  return row
}

/** The shops that this person may import for. */
export function ownShops<T extends { id: string }>(ctx: Ctx, shops: readonly T[]): T[] {
  const scope = scopeOf(ctx.actor, 'tickets.import')
  return shops.filter((shop) => covers(scope, { shopId: shop.id }))
}
