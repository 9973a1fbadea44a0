import { type Insertable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { IncidentRow, PostRow, StepRow } from '../desk/desk-data.ts'

/** The open room that already is about this alarm or one of these tickets, drills left out. */
export async function openIncidentAbout(
  tx: Tx,
  about: { alarmId: string | undefined; ticketIds: readonly string[]; tapKey: string | null },
): Promise<string | undefined> {
  if (about.tapKey) {
    const row = await tx
      .selectFrom('incidents.incident')
      .select('id')
      .where('tap_key', '=', about.tapKey)
      .executeTakeFirst()
    if (row) return row.id
  }
  if (about.alarmId) {
    const row = await tx
      .selectFrom('incidents.incident')
      .select('id')
      .where('alarm_id', '=', about.alarmId)
      .where('closed_at', 'is', null)
      .where('drill', '=', false)
      .executeTakeFirst()
    if (row) return row.id
  }
  return about.ticketIds.length ? openIncidentOfTickets(tx, about.ticketIds) : undefined
}

/** The newest open room to which one of these tickets is linked. */
export async function openIncidentOfTickets(
  tx: Tx,
  ticketIds: readonly string[],
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('incidents.linked_ticket as l')
    .innerJoin('incidents.incident as i', (j) =>
      j.onRef('i.brand_id', '=', 'l.brand_id').onRef('i.id', '=', 'l.incident_id'),
    )
    .select('i.id')
    .where('l.ticket_id', 'in', [...ticketIds])
    .where('i.closed_at', 'is', null)
    .where('i.drill', '=', false)
    .orderBy('i.opened_at', 'desc')
    .executeTakeFirst()
  return row?.id
}

/** Which open rooms these tickets are in, the newest first; drills left out. */
export async function openRoomsOfTickets(tx: Tx, ticketIds: readonly string[]) {
  if (!ticketIds.length) return []
  return tx
    .selectFrom('incidents.linked_ticket as l')
    .innerJoin('incidents.incident as i', (j) =>
      j.onRef('i.brand_id', '=', 'l.brand_id').onRef('i.id', '=', 'l.incident_id'),
    )
    .select(['l.ticket_id', 'i.number', 'i.drill'])
    .where('l.ticket_id', 'in', [...ticketIds])
    .where('i.closed_at', 'is', null)
    .where('i.drill', '=', false)
    .orderBy('i.opened_at', 'desc')
    .execute()
}

/** Whether the room's timeline says already that this early warning came in. */
export async function hasWarned(tx: Tx, incidentId: string, alarmId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('incidents.entry')
    .select('id')
    .where('incident_id', '=', incidentId)
    .where('fact', '=', 'warned')
    .where(sql<boolean>`data ->> 'alarm' = ${alarmId}`)
    .executeTakeFirst()
  return row !== undefined
}

export type NewLinked = Insertable<DB['incidents.linked_ticket']>

export async function insertIncident(
  tx: Tx,
  made: { incident: IncidentRow; steps: StepRow[]; posts: PostRow[]; linked: NewLinked[] },
): Promise<void> {
  const { incident, steps, posts, linked } = made
  await tx
    .insertInto('incidents.incident')
    .values({ ...incident, plan: JSON.stringify(incident.plan), score: null })
    .execute()
  await Promise.all([
    steps.length ? tx.insertInto('incidents.step').values(steps).execute() : null,
    posts.length ? tx.insertInto('incidents.post').values(posts).execute() : null,
    linkTickets(tx, linked),
  ])
}

export async function linkTickets(tx: Tx, rows: readonly NewLinked[]): Promise<void> {
  if (!rows.length) return
  await tx
    .insertInto('incidents.linked_ticket')
    .values([...rows])
    .onConflict((c) => c.doNothing())
    .execute()
}
