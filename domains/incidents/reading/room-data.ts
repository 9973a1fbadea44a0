import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { membersOf, postsOf, stepsOf } from '../desk/desk-data.ts'
import { earlierOf, valuesOf } from '../sheet/sheet-data.ts'

/** Everything that is read afterwards is of one instant; must be asked for first. */
export async function atOneInstant(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(tx)
}

/** What one room is made of, all asked for at once. */
export async function roomParts(tx: Tx, id: string, hereSince: Date) {
  const [steps, posts, members, here, linked, statements, sheet, earlier, evidence, files, review, measures] =
    await Promise.all([
      stepsOf(tx, id),
      postsOf(tx, id),
      membersOf(tx, id),
      hereNow(tx, id, hereSince),
      linkedOf(tx, id),
      statementsOf(tx, id),
      valuesOf(tx, id),
      earlierOf(tx, id),
      tx.selectFrom('incidents.evidence').selectAll().where('incident_id', '=', id).execute(),
      filesOf(tx, id),
      tx.selectFrom('incidents.review').selectAll().where('incident_id', '=', id).executeTakeFirst(),
      measuresOf(tx, id),
    ])
  return {
    steps,
    posts,
    members,
    here,
    linked,
    statements,
    sheet,
    earlier,
    evidence,
    files,
    review,
    measures,
  }
}
export type RoomParts = Awaited<ReturnType<typeof roomParts>>

/** Who has had the room open since then. */
export async function hereNow(tx: Tx, id: string, since: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('incidents.presence')
    .select('staff_id')
    .where('incident_id', '=', id)
    .where('seen_at', '>', since)
    .limit(500)
    .execute()
  return rows.map((row) => row.staff_id)
}

export function linkedOf(tx: Tx, id: string) {
  return tx
    .selectFrom('incidents.linked_ticket')
    .selectAll()
    .where('incident_id', '=', id)
    .orderBy('linked_at')
    .orderBy('ticket_id')
    .limit(1000)
    .execute()
}

export function statementsOf(tx: Tx, id: string) {
  return tx
    .selectFrom('incidents.statement')
    .selectAll()
    .where('incident_id', '=', id)
    .orderBy('drafted_at')
    .orderBy('id')
    .limit(100)
    .execute()
}

export function filesOf(tx: Tx, id: string) {
  return tx
    .selectFrom('incidents.file')
    .selectAll()
    .where('incident_id', '=', id)
    .orderBy('at')
    .orderBy('file_id')
    .limit(500)
    .execute()
}

export function measuresOf(tx: Tx, id: string) {
  return tx
    .selectFrom('incidents.measure')
    .selectAll()
    .select(sql<string>`to_char(due_on, 'YYYY-MM-DD')`.as('due_day'))
    .where('incident_id', '=', id)
    .orderBy('due_on')
    .orderBy('id')
    .limit(100)
    .execute()
}
