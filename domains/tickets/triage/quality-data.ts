import type { Tx } from '#platform/db/database'
import { inScope, type Scope } from '#platform/permissions'
import { numberOf } from '../handling/desk-moves.ts'

/** What those of these tickets are called that lie within the scope. */
export async function numbersWithin(
  tx: Tx,
  scope: Scope | null,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (!ids.length || !scope) return new Map()
  const rows = await tx
    .selectFrom('tickets.ticket')
    .select(['id', 'number'])
    .where('id', 'in', [...new Set(ids)])
    .where(inScope(scope, { shop: 'shop_id', owner: 'assignee_id' }))
    .execute()
  return new Map(rows.map((row) => [row.id, numberOf(row)]))
}
