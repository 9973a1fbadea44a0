import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { inScope, type Scope } from '#platform/permissions'

/** Of tickets in reach, and of those that the person was asked to take part in. */
export function noticesOf(tx: Tx, scope: Scope | null, staffId: string, most: number) {
  return tx
    .selectFrom('tickets.notice as n')
    .innerJoin('tickets.ticket as t', (j) =>
      j.onRef('t.brand_id', '=', 'n.brand_id').onRef('t.id', '=', 'n.ticket_id'),
    )
    .select(['n.id', 'n.at', 'n.kind', 'n.ticket_id', 't.number', 't.title', 'n.seen_at', 'n.tab'])
    .where('n.staff_id', '=', staffId)
    .where(
      sql<boolean>`(${inScope(scope, { shop: 't.shop_id', owner: 't.assignee_id' })} or ${staffId}::uuid = any(t.participants))`,
    )
    .orderBy('n.id', 'desc')
    .limit(most)
    .execute()
}

export async function seeAll(tx: Tx, staffId: string, at: Date): Promise<void> {
  await tx
    .updateTable('tickets.notice')
    .set({ seen_at: at })
    .where('staff_id', '=', staffId)
    .where('seen_at', 'is', null)
    .execute()
}
