import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type ViewRow = Selectable<DB['tickets.saved_view']>
export type NewView = Omit<ViewRow, 'conditions' | 'position' | 'created_at' | 'updated_at'> & {
  conditions: string
  at: Date
}

/** Mine in my order, then what others share, by name. */
export function readableViews(tx: Tx, staffId: string, most: number): Promise<ViewRow[]> {
  return tx
    .selectFrom('tickets.saved_view')
    .selectAll()
    .where((e) => e.or([e('owner_id', '=', staffId), e('shared', '=', true)]))
    .orderBy(sql`owner_id <> ${staffId}::uuid`)
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** Own or shared; nobody finds another's private one. */
export function findView(tx: Tx, staffId: string, id: string): Promise<ViewRow | undefined> {
  return tx
    .selectFrom('tickets.saved_view')
    .selectAll()
    .where('id', '=', id)
    .where((e) => e.or([e('owner_id', '=', staffId), e('shared', '=', true)]))
    .executeTakeFirst()
}

export async function countOwn(tx: Tx, staffId: string): Promise<number> {
  const row = await tx
    .selectFrom('tickets.saved_view')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('owner_id', '=', staffId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function insertView(tx: Tx, { at, ...row }: NewView): Promise<void> {
  await tx
    .insertInto('tickets.saved_view')
    .values({
      ...row,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from tickets.saved_view where owner_id = ${row.owner_id}::uuid)`,
      created_at: at,
      updated_at: at,
    })
    .execute()
}

export async function updateView(
  tx: Tx,
  id: string,
  set: Pick<NewView, 'name' | 'shared' | 'view' | 'conditions' | 'sort' | 'columns' | 'at'>,
): Promise<void> {
  const { at, ...rest } = set
  await tx
    .updateTable('tickets.saved_view')
    .set({ ...rest, updated_at: at })
    .where('id', '=', id)
    .execute()
}

export async function deleteView(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('tickets.saved_view').where('id', '=', id).execute()
}

/** Ids that are not the person's own are left where they are. */
export async function orderViews(tx: Tx, staffId: string, ids: string[]): Promise<void> {
  await sql`update tickets.saved_view v set position = given.place
    from unnest(${ids}::uuid[]) with ordinality as given(id, place)
    where v.id = given.id and v.owner_id = ${staffId}::uuid and v.brand_id = platform.brand()`.execute(tx)
}
