import { keepPastOrders, type PastOrder } from '#domains/orders'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { OrderRow } from '../mapping/map-row.ts'
import type { Outcome } from './outcome.ts'

const OWN: readonly string[] = ['meituan', 'eleme', 'douyin']

/** What took orders itself; of everything else only the file tells. */
export function sourceOf(platform: string): PastOrder['source'] {
  return OWN.includes(platform) ? (platform as PastOrder['source']) : 'import'
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
    rows.map(({ values: { platform, ...order } }) => ({ ...order, source: sourceOf(platform) })),
    fileName,
  )
  return rows.map(({ n }, i) => ({ n, state: fresh[i] ? 'good' : 'doubled' }))
}
