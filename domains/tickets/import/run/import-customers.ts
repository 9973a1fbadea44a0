import { importCustomers as takeCustomers } from '#domains/customers'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { sentence } from '#platform/locale'
import type { CustomerRow } from '../mapping/map-row.ts'
import type { Outcome } from './outcome.ts'

export async function importCustomers(
  tx: Tx,
  ctx: Ctx,
  fileName: string,
  rows: readonly { n: number; values: CustomerRow }[],
): Promise<Outcome[]> {
  const made = await takeCustomers(
    tx,
    ctx,
    rows.map(({ n, values: { agreed, ...values } }) => ({
      ...values,
      ...(agreed
        ? {
            consent: {
              purpose: 'marketing',
              text: sentence(ctx.locale, 'import', 'consentText', { file: fileName, n }),
            },
          }
        : {}),
    })),
  )
  return rows.map(({ n }, i) => ({ n, state: made[i] ? 'good' : 'doubled' }))
}
