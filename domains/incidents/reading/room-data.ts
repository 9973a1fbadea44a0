import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { membersOf, postsOf, stepsOf } from '../desk/desk-data.ts'
import { earlierOf, valuesOf } from '../sheet/sheet-data.ts'

/** Everything that is read afterwards is of one instant; must be asked for first. */
export async function atOneInstant(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(tx)
}

/** What one room is made of, all asked for at once. `whole`: every linked ticket, not only those that a screen shows. */
export async function roomParts(tx: Tx, id: string, hereSince: Date, whole: boolean) {
  const [
    steps,
    posts,
    members,
    here,
    linked,
    tickets,
    statements,
    sheet,
    earlier,
    evidence,
    files,
    review,
    measures,
  ] = await Promise.all([
    stepsOf(tx, id),
    postsOf(tx, id),
    membersOf(tx, id),
    hereNow(tx, id, hereSince),
    whole ? allLinked(tx, id) : linkedOf(tx, id),
    countLinked(tx, id),
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
    tickets,
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

type LinkedRow = Selectable<DB['incidents.linked_ticket']>
/** A screen shows so many tickets; the record has all of them. */
const SHOWN = 1000

function linkedOf(tx: Tx, id: string, after?: LinkedRow): Promise<LinkedRow[]> {
  let q = tx.selectFrom('incidents.linked_ticket').selectAll().where('incident_id', '=', id)
  if (after)
    q = q.where(sql<boolean>`(linked_at, ticket_id) > (${after.linked_at}, ${after.ticket_id}::uuid)`)
  return q.orderBy('linked_at').orderBy('ticket_id').limit(SHOWN).execute()
}

/** Every ticket of the room, in the order in which they were linked. */
async function allLinked(tx: Tx, id: string): Promise<LinkedRow[]> {
  const all: LinkedRow[] = []
  for (;;) {
    const page = await linkedOf(tx, id, all.at(-1))
    all.push(...page)
    if (page.length < SHOWN) return all
  }
}

async function countLinked(tx: Tx, id: string): Promise<number> {
  const row = await tx
    .selectFrom('incidents.linked_ticket')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('incident_id', '=', id)
    .executeTakeFirstOrThrow()
  return row.n
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
