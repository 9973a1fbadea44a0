import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

/** Files that probably are this customer's too and that nobody has decided about, with how probably; by the heads of their families. */
export async function likelySame(tx: Tx, customerId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ other: string; probability: number }>`
    select case when m.one_id = ${customerId}::uuid then m.other_id else m.one_id end as other, m.probability
    from customers.match m where m.state = 'open' and (m.one_id = ${customerId}::uuid or m.other_id = ${customerId}::uuid)
    order by m.probability desc limit 20`.execute(tx)
  return new Map(rows.map((row) => [row.other, row.probability]))
}
