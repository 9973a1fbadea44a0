import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type IncidentRow = Selectable<DB['incidents.incident']>
export type StepRow = Selectable<DB['incidents.step']>
export type PostRow = Selectable<DB['incidents.post']>
export type MemberRow = Selectable<DB['incidents.member']>
export type NewEntry = Insertable<DB['incidents.entry']>

/** Waits for whoever changes the room now; with `skipLocked` gives it up to them. */
export function lockIncident(
  tx: Tx,
  id: string,
  more: { skipLocked?: boolean } = {},
): Promise<IncidentRow | undefined> {
  const q = tx.selectFrom('incidents.incident').selectAll().where('id', '=', id).forUpdate()
  return (more.skipLocked ? q.skipLocked() : q).executeTakeFirst()
}

export function findIncident(tx: Tx, id: string): Promise<IncidentRow | undefined> {
  return tx.selectFrom('incidents.incident').selectAll().where('id', '=', id).executeTakeFirst()
}

export function membersOf(tx: Tx, incidentId: string): Promise<MemberRow[]> {
  return tx
    .selectFrom('incidents.member')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .orderBy('added_at')
    .orderBy('post')
    .orderBy('staff_id')
    .limit(500)
    .execute()
}

export function postsOf(tx: Tx, incidentId: string): Promise<PostRow[]> {
  return tx
    .selectFrom('incidents.post')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .orderBy('position')
    .execute()
}

export function stepsOf(tx: Tx, incidentId: string): Promise<StepRow[]> {
  return tx
    .selectFrom('incidents.step')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .orderBy('position')
    .limit(200)
    .execute()
}

export async function updateIncident(
  tx: Tx,
  id: string,
  row: Updateable<DB['incidents.incident']>,
): Promise<void> {
  await tx.updateTable('incidents.incident').set(row).where('id', '=', id).execute()
}

export async function insertEntries(tx: Tx, rows: readonly NewEntry[]): Promise<void> {
  if (!rows.length) return
  await tx
    .insertInto('incidents.entry')
    .values([...rows])
    .execute()
}

/** The next number of the brand: drills count by themselves, so that the numbers of real incidents have no gap. Under `lockOpening`. */
export async function nextNumber(tx: Tx, drill: boolean): Promise<number> {
  const row = await tx
    .selectFrom('incidents.incident')
    .select((e) => e.fn.max('number').as('last'))
    .where('drill', '=', drill)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** One opening of a brand after the other: two people who tap at once get one room. */
export async function lockOpening(tx: Tx, brandId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('incidents.open'), hashtext(${brandId}))`.execute(tx)
}
