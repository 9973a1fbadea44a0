import { type Insertable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export function findReview(tx: Tx, incidentId: string) {
  return tx
    .selectFrom('incidents.review')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .executeTakeFirst()
}

export async function saveReviewRow(tx: Tx, row: Insertable<DB['incidents.review']>): Promise<void> {
  await tx
    .insertInto('incidents.review')
    .values(row)
    .onConflict((c) =>
      c.columns(['brand_id', 'incident_id']).doUpdateSet((e) => ({
        what: e.ref('excluded.what'),
        why: e.ref('excluded.why'),
        went_well: e.ref('excluded.went_well'),
        went_badly: e.ref('excluded.went_badly'),
        versions: e.ref('excluded.versions'),
        finished_at: e.ref('excluded.finished_at'),
        finished_by_name: e.ref('excluded.finished_by_name'),
      })),
    )
    .execute()
}

export async function insertMeasure(tx: Tx, row: Insertable<DB['incidents.measure']>): Promise<void> {
  await tx.insertInto('incidents.measure').values(row).execute()
}

const measures = (tx: Tx) =>
  tx
    .selectFrom('incidents.measure')
    .selectAll()
    .select(sql<string>`to_char(due_on, 'YYYY-MM-DD')`.as('due_day'))

export type MeasureRow = NonNullable<Awaited<ReturnType<typeof findMeasure>>>

export function findMeasure(tx: Tx, id: string) {
  return measures(tx).where('id', '=', id).executeTakeFirst()
}

export function dueMeasures(tx: Tx, incidentId: string, at: Date) {
  return measures(tx).where('incident_id', '=', incidentId).where('next_at', '<=', at).execute()
}

/** What falls to this person: open ones by their day, and what was done in the last while. */
export function measuresHeldBy(tx: Tx, staffId: string, doneSince: Date, most: number) {
  return measures(tx)
    .where('owner_id', '=', staffId)
    .where((e) => e.or([e('done_at', 'is', null), e('done_at', '>', doneSince)]))
    .orderBy('due_on')
    .orderBy('id')
    .limit(most)
    .execute()
}

export async function updateMeasure(
  tx: Tx,
  row: Pick<MeasureRow, 'id' | 'next_at' | 'level' | 'done_at' | 'done_by_name' | 'done_note'>,
): Promise<void> {
  const { id, next_at, level, done_at, done_by_name, done_note } = row
  await tx
    .updateTable('incidents.measure')
    .set({ next_at, level, done_at, done_by_name, done_note })
    .where('id', '=', id)
    .execute()
}

export function incidentsNamed(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('incidents.incident')
    .select(['id', 'number', 'drill', 'title', 'title_of_ticket', 'shop_ids', 'whole_brand'])
    .select(sql`jsonb_build_object('name', plan -> 'name')`.as('plan'))
    .where('id', 'in', [...ids])
    .execute()
}
