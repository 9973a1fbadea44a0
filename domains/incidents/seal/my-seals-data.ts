import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

/** These seals, each with what is told of its room. */
export function sealsWithRooms(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('incidents.seal as s')
    .innerJoin('incidents.incident as i', (j) =>
      j.onRef('i.brand_id', '=', 's.brand_id').onRef('i.id', '=', 's.incident_id'),
    )
    .selectAll('s')
    .select(['i.drill', 'i.number', 'i.plan'])
    .where('s.id', 'in', [...ids])
    .execute()
}
export type SealWithRoom = Awaited<ReturnType<typeof sealsWithRooms>>[number]

/** Of each seal how many of these shops are asked and how many have answered. */
export async function countAnswers(tx: Tx, ids: readonly string[], shopIds: 'all' | readonly string[]) {
  const rows = await tx
    .selectFrom('incidents.seal_shop')
    .select([
      'seal_id',
      sql<number>`count(*)::int`.as('of'),
      sql<number>`(count(*) filter (where state <> 'waiting'))::int`.as('answered'),
    ])
    .where('seal_id', 'in', [...ids])
    .$if(shopIds !== 'all', (q) => q.where('shop_id', 'in', [...(shopIds as string[])]))
    .groupBy('seal_id')
    .execute()
  return new Map(rows.map(({ seal_id, ...counts }) => [seal_id, counts]))
}
