import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

/** The photos with which these shops have answered the seals of a room. */
export async function photosOfShops(
  tx: Tx,
  incidentId: string,
  shops: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select unnest(a.file_ids) as id from incidents.seal s
    join incidents.seal_answer a on a.brand_id = s.brand_id and a.seal_id = s.id
    where s.incident_id = ${incidentId}::uuid and a.shop_id = any(${[...shops]}::uuid[])`.execute(tx)
  return new Set(rows.map((row) => row.id))
}
