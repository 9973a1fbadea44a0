import { sql } from 'kysely'
import type { z } from 'zod'
import type { OrderQuery } from '#contracts/orders'
import type { Tx } from '#platform/db/database'
import { inScope, type Scope } from '#platform/permissions'
import type { OrderData } from './order-data.ts'

export type After = { at: Date; id: string }
export type Found = { number: number } | { index: Buffer } | { externalId: string }

const STAGE = {
  open: sql<boolean>`closed_at is null`,
  incomplete: sql<boolean>`closed_at is null and gaps <> '{}'`,
  contact: sql<boolean>`closed_at is null and contact_by is not null`,
  late: sql<boolean>`closed_at is null and warnings && '{late,slow,contact}'::text[]`,
  refund: sql<boolean>`warnings @> '{refund}'`,
  done: sql<boolean>`closed_at is not null`,
  all: sql<boolean>`true`,
}

/** One page of orders within the reader's scope, the newest first; by key, never by offset. */
export function listOrders(
  tx: Tx,
  scope: Scope | null,
  query: z.infer<typeof OrderQuery> & { found: Found | null; family: readonly string[] | null },
  after: After | null,
): Promise<OrderData[]> {
  let rows = tx
    .selectFrom('orders.order')
    .selectAll()
    .where(inScope(scope, { shop: 'shop_id' }))
  // Who looks for one order means it, whatever its stage.
  if (!query.found) rows = rows.where(STAGE[query.stage])
  if (query.shopId) rows = rows.where('shop_id', '=', query.shopId)
  if (query.source) rows = rows.where('source', '=', query.source)
  if (query.kind) rows = rows.where('kind', '=', query.kind)
  if (query.family) rows = rows.where('customer_id', 'in', [...query.family])
  if (query.found && 'number' in query.found) rows = rows.where('number', '=', query.found.number)
  if (query.found && 'index' in query.found) rows = rows.where('contact_index', '=', query.found.index)
  if (query.found && 'externalId' in query.found)
    rows = rows.where('external_id', '=', query.found.externalId)
  if (after) rows = rows.where(sql<boolean>`(placed_at, id) < (${after.at}, ${after.id}::uuid)`)
  return rows
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
}

export const COUNTED_TO = 200
const COUNTED = ['open', 'incomplete', 'contact', 'late', 'refund'] as const

/** How many orders stand in each stage, counted to 200 and no further. */
export async function countStages(
  tx: Tx,
  scope: Scope | null,
): Promise<Record<(typeof COUNTED)[number], number>> {
  const counts = COUNTED.map(
    (stage) =>
      sql`(select count(*)::int from (select from orders.order where ${STAGE[stage]} and ${inScope(scope, { shop: 'shop_id' })} limit ${COUNTED_TO}) x)`,
  )
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(tx)
  return Object.fromEntries(COUNTED.map((stage, n) => [stage, rows[0]!.counts[n]!])) as Record<
    (typeof COUNTED)[number],
    number
  >
}
