import { importCustomers as takeCustomers } from '#domains/customers'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { CustomerRow } from '../mapping/map-row.ts'
import type { Outcome } from './outcome.ts'

export async function importCustomers(
  tx: Tx,
  ctx: Ctx,
  rows: readonly { n: number; values: CustomerRow }[],
): Promise<Outcome[]> {
  const made = await takeCustomers(
    tx,
    ctx,
    rows.map(({ values }) => values),
  )
  return rows.map(({ n }, i) => ({ n, state: made[i] ? 'good' : 'doubled' }))
}
