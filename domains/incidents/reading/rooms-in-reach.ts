import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { reachedOf } from './list-data.ts'

/** Which of these rooms the reader may go into; a page of another room leads into no others. */
export async function roomsInReach(ctx: Ctx, tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const scope = scopeOf(ctx.actor, 'incidents.read')
  if (!scope || ids.length === 0) return new Set()
  return reachedOf(tx, { scope, staffId: staffOf(ctx).staffId }, ids)
}
