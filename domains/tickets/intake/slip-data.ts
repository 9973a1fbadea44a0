import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

const MOST = 20

/** Numbers (HY-…) of the tickets that were opened for the same slip of this shop, the newest first. Tills count anew in each shop. */
export async function earlierOfSlip(tx: Tx, shopId: string | null, number: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('tickets.ticket')
    .select('number')
    .where(sql<boolean>`fields->>'orderNumber' = ${number}`)
    .where('shop_id', shopId ? '=' : 'is', shopId)
    .orderBy('opened_at', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => `HY-${row.number}`)
}
