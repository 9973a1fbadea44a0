import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

export type NewMatch = {
  id: string
  one_id: string
  other_id: string
  probability: number
  reasons: unknown
}

/**
 * Pairs that probably are one person. Shape: `one_id` < `other_id`, sorted. What is known already is only raised while nobody has decided it;
 * pairs of one family are left out. Returns how many are new or surer than before.
 */
export async function keepMatches(tx: Tx, brandId: string, at: Date, rows: NewMatch[]): Promise<number> {
  if (!rows.length) return 0
  const kept =
    await sql`insert into customers.match (brand_id, id, one_id, other_id, probability, reasons, found_at)
    select ${brandId}::uuid, x.id, x.one_id, x.other_id, x.probability, x.reasons, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, one_id uuid, other_id uuid, probability real, reasons jsonb)
    join customers.customer a on a.brand_id = ${brandId}::uuid and a.id = x.one_id
    join customers.customer b on b.brand_id = ${brandId}::uuid and b.id = x.other_id
    where a.head_id <> b.head_id order by x.one_id, x.other_id
    on conflict (brand_id, one_id, other_id) do update set probability = excluded.probability, reasons = excluded.reasons
      where match.state = 'open' and match.probability < excluded.probability returning id`.execute(tx)
  return kept.rows.length
}
