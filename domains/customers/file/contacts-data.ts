import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

type ContactRow = {
  id: string
  name_masked: string
  language: string | null
  declined: boolean
  /** Sealed, in hex; the best proven first. */
  identities: { kind: string; value: string }[]
}

/** Said by the customer, and not taken back by a later consent. */
const DECLINED = sql`exists (select from customers.customer m join customers.consent w on w.brand_id = m.brand_id and w.customer_id = m.id
  where m.brand_id = c.brand_id and m.head_id = c.id and w.purpose = 'service' and w.withdrawn_at is not null
    and not exists (select from customers.customer n join customers.consent s on s.brand_id = n.brand_id and s.customer_id = n.id
      where n.brand_id = c.brand_id and n.head_id = c.id and s.purpose = w.purpose and s.withdrawn_at is null and s.given_at >= w.withdrawn_at))`

export async function contactRows(tx: Tx, headIds: readonly string[]): Promise<ContactRow[]> {
  if (!headIds.length) return []
  const { rows } = await sql<ContactRow>`
    select c.id, c.name_masked, c.language, ${DECLINED} as declined,
      coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', encode(i.value_enc, 'hex'))
          order by array_position('{code,order,channel,staff,typed}'::text[], i.proof), i.created_at, i.id)
        from customers.customer m join customers.identity i on i.brand_id = m.brand_id and i.customer_id = m.id
        where m.brand_id = c.brand_id and m.head_id = c.id), '[]') as identities
    from customers.customer c where c.id = any(${[...headIds]}::uuid[]) and c.merged_into is null`.execute(tx)
  return rows
}
