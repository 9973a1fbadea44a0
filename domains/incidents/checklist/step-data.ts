import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { StepRow } from '../desk/desk-data.ts'

export async function saveSteps(tx: Tx, rows: readonly StepRow[]): Promise<void> {
  if (!rows.length) return
  await tx
    .insertInto('incidents.step')
    .values([...rows])
    .onConflict((c) =>
      c.columns(['brand_id', 'id']).doUpdateSet((e) => ({
        position: e.ref('excluded.position'),
        phase: e.ref('excluded.phase'),
        post: e.ref('excluded.post'),
        law: e.ref('excluded.law'),
        state: e.ref('excluded.state'),
        due_at: e.ref('excluded.due_at'),
        provisional: e.ref('excluded.provisional'),
        next_at: e.ref('excluded.next_at'),
        level: e.ref('excluded.level'),
        done_at: e.ref('excluded.done_at'),
        said_at: e.ref('excluded.said_at'),
        done_by: e.ref('excluded.done_by'),
        done_by_name: e.ref('excluded.done_by_name'),
        reopened_at: e.ref('excluded.reopened_at'),
        reopened_by_name: e.ref('excluded.reopened_by_name'),
        note: e.ref('excluded.note'),
        file_ids: e.ref('excluded.file_ids'),
      })),
    )
    .execute()
}

export async function deleteSteps(tx: Tx, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await tx
    .deleteFrom('incidents.step')
    .where('id', 'in', [...ids])
    .execute()
}

export function findStep(tx: Tx, incidentId: string, id: string): Promise<StepRow | undefined> {
  return tx
    .selectFrom('incidents.step')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether the timeline has this person's tick of that moment already: a phone whose answer was lost sends it again. */
export async function hasHadTick(
  tx: Tx,
  tick: { incidentId: string; key: string; staffId: string; saidAt: Date },
): Promise<boolean> {
  const row = await tx
    .selectFrom('incidents.entry')
    .select('id')
    .where('incident_id', '=', tick.incidentId)
    .where('fact', 'in', ['step_done', 'step_left_out'])
    .where('by_id', '=', tick.staffId)
    .where(sql<boolean>`data ->> 'step' = ${tick.key} and data ->> 'doneAt' = ${tick.saidAt.toISOString()}`)
    .executeTakeFirst()
  return row !== undefined
}

/** Some of the rooms with an open step whose due day was guessed, in the order of their ids after this one; none: there are no more. */
export async function provisionalRooms(tx: Tx, after: string | null): Promise<string[]> {
  const rows = await tx
    .selectFrom('incidents.step')
    .select('incident_id')
    .distinct()
    .where('provisional', '=', true)
    .where('state', '=', 'open')
    .$if(after !== null, (more) => more.where('incident_id', '>', after))
    .orderBy('incident_id')
    .limit(500)
    .execute()
  return rows.map((row) => row.incident_id)
}
