import { type SqlBool, sql } from 'kysely'
import type { MeasureView } from '#contracts/incidents/measures'
import type { Tx } from '#platform/db/database'
import type { Place } from '#platform/keyset'

type Shops = 'all' | readonly string[]

/** Of rooms in which one of these shops is involved. */
function ofShops(tx: Tx, shops: Shops) {
  const all = tx
    .selectFrom('incidents.measure as m')
    .innerJoin('incidents.incident as i', (j) =>
      j.onRef('i.brand_id', '=', 'm.brand_id').onRef('i.id', '=', 'm.incident_id'),
    )
  return shops === 'all' ? all : all.where(sql<SqlBool>`i.shop_ids && ${[...shops]}::uuid[]`)
}

/** One page: what is open by its day, what is done with the latest first. */
export function measuresOf(
  tx: Tx,
  shops: Shops,
  { view, now, after, most }: { view: MeasureView; now: Date; after: Place | null; most: number },
) {
  const q = ofShops(tx, shops)
    .selectAll('m')
    .select([sql<string>`to_char(m.due_on, 'YYYY-MM-DD')`.as('due_day'), 'i.number', 'i.drill', 'i.title'])
    .select(['i.title_of_ticket', 'i.shop_ids', 'i.whole_brand'])
    .select(sql`jsonb_build_object('name', i.plan -> 'name')`.as('plan'))
    .where('m.done_at', view === 'done' ? 'is not' : 'is', null)
    .$if(view === 'overdue', (open) => open.where('m.due_at', '<', now))
    .limit(most)
  if (view === 'done')
    return q
      .$if(after !== null, (more) =>
        more.where(sql<SqlBool>`(m.done_at, m.id) < (${after!.at}, ${after!.id}::uuid)`),
      )
      .orderBy('m.done_at', 'desc')
      .orderBy('m.id', 'desc')
      .execute()
  return q
    .$if(after !== null, (more) =>
      more.where(sql<SqlBool>`(m.due_at, m.id) > (${after!.at}, ${after!.id}::uuid)`),
    )
    .orderBy('m.due_at')
    .orderBy('m.id')
    .execute()
}

export function countMeasures(tx: Tx, shops: Shops, now: Date): Promise<Record<MeasureView, number>> {
  return ofShops(tx, shops)
    .select([
      sql<number>`(count(*) filter (where m.done_at is null))::int`.as('open'),
      sql<number>`(count(*) filter (where m.done_at is null and m.due_at < ${now}))::int`.as('overdue'),
      sql<number>`(count(*) filter (where m.done_at is not null))::int`.as('done'),
    ])
    .executeTakeFirstOrThrow()
}
