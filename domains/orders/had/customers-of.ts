import type { Tx } from '#platform/db/database'
import { orderNumber } from '../taking/order-desk.ts'
import * as data from './had-data.ts'

export type { HadQuery } from './had-data.ts'

/** One order or visit that had it. */
export type Had = {
  orderId: string
  number: string
  visit: boolean
  /** Null: nobody knows whose it was. */
  customerId: string | null
  conversationId: string | null
  shopId: string
  at: Date
  what: string
  proof: data.HadKnownBy
}

/**
 * The orders and visits that had it (E3), the newest first: by what was ordered, or, of a batch, by what was really made or treated with it; where
 * nothing was written down, by shop and by the time that the batch was open there. Each says which of the two (`proof`).
 * Shape:  everything that is asked for must fit; an order counts at the time for which it was wanted. At most `limit`; `more` when there are more.
 *         Cancelled orders and appointments to which nobody came had nothing.
 */
export async function customersOf(
  tx: Tx,
  query: data.HadQuery,
  limit: number,
): Promise<{ had: Had[]; more: boolean }> {
  const most = limit + 1
  const found = query.batchCodes.length
    ? await ofBatches(tx, query, most)
    : await Promise.all([data.ordersWith(tx, query, most), data.visitsWith(tx, query, most)])
  const byId = new Map<string, data.HadRow>()
  for (const row of found.flat()) if (!byId.has(row.id)) byId.set(row.id, row)
  const rows = [...byId.values()].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
  return { had: rows.slice(0, limit).map(view), more: rows.length > limit }
}

/** An order may wait so long before it is made. */
const WAITED_MS = 86_400_000

/** Those that are known by the time alone are looked for while one of the batches was open, and no longer. */
async function ofBatches(tx: Tx, query: data.HadQuery, most: number): Promise<data.HadRow[][]> {
  const span = await data.openSpan(tx, query)
  if (!span) return []
  const from = Math.max(query.from.getTime(), span.from.getTime() - WAITED_MS)
  const to = Math.min(query.to.getTime(), span.to?.getTime() ?? Number.POSITIVE_INFINITY)
  const open = { ...query, from: new Date(from), to: new Date(to) }
  return Promise.all([
    data.ordersTraced(tx, query, most),
    data.visitsTraced(tx, query, most),
    ...(from < to ? [data.ordersByTime(tx, open, most), data.visitsByTime(tx, open, most)] : []),
  ])
}

const view = (row: data.HadRow): Had => ({
  orderId: row.id,
  number: orderNumber(row),
  visit: row.kind === 'visit',
  customerId: row.customer_id,
  conversationId: row.conversation_id,
  shopId: row.shop_id,
  at: row.at,
  what: row.what,
  proof: row.proof,
})
