import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

const COUNTED_TO = 20_000

/** Running tickets by the playbook version they began with (P3), looked at up to 20,000. */
export async function countByVersion(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`
    select playbook_version_id as id, count(*)::int as n
    from (select playbook_version_id from tickets.ticket where brand_id = platform.brand() and closed_at is null limit ${COUNTED_TO}) open
    group by 1`.execute(tx)
  return new Map(rows.map((r) => [r.id, r.n]))
}
