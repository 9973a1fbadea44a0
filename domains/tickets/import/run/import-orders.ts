import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { OrderRow } from '../mapping/map-row.ts'
import { insertOrders, keyOf } from './order-data.ts'
import type { Outcome } from './outcome.ts'

/** An order that is there already, of the same platform and number, stays as it is. */
export async function importOrders(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  rows: readonly { n: number; values: OrderRow }[],
): Promise<Outcome[]> {
  const fresh = await insertOrders(
    tx,
    ctx,
    importId,
    rows.map(({ values }) => values),
  )
  return rows.map(({ n, values }) => ({ n, state: fresh.delete(keyOf(values)) ? 'good' : 'doubled' }))
}
