import type { ImportPlatform } from '#contracts/tickets/import'
import { keepPastOrders, type PastOrder } from '#domains/orders'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { OrderRow } from '../mapping/map-row.ts'
import type { Outcome } from './outcome.ts'

/** What took orders itself; of everything else only the file tells. */
const SOURCES: Partial<Record<ImportPlatform, PastOrder['source']>> = {
  meituan: 'meituan',
  eleme: 'eleme',
  douyin: 'douyin',
}

/** An order that is there already, of the same platform and number, stays as it is. */
export async function importOrders(
  tx: Tx,
  ctx: Ctx,
  fileName: string,
  rows: readonly { n: number; values: OrderRow }[],
): Promise<Outcome[]> {
  const fresh = await keepPastOrders(
    tx,
    ctx,
    rows.map(({ values: { platform, ...order } }) => ({ ...order, source: SOURCES[platform] ?? 'import' })),
    fileName,
  )
  return rows.map(({ n }, i) => ({ n, state: fresh[i] ? 'good' : 'doubled' }))
}
