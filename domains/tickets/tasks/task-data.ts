import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type TaskRow = Selectable<DB['tickets.task']>
/** What one deed does to the tasks of its ticket; saved together with it. */
export type TaskChanges = { added: TaskRow[]; changed: TaskRow[] }

export async function saveTasks(tx: Tx, brandId: string, { added, changed }: TaskChanges): Promise<void> {
  if (!added.length && !changed.length) return
  const rows = [...new Set([...added, ...changed])]
  await tx
    .insertInto('tickets.task')
    .values(rows.map((row) => ({ ...row, brand_id: brandId })))
    .onConflict((c) =>
      c.columns(['brand_id', 'id']).doUpdateSet((e) => ({
        title: e.ref('excluded.title'),
        details: e.ref('excluded.details'),
        resources: e.ref('excluded.resources'),
        team: e.ref('excluded.team'),
        owner_id: e.ref('excluded.owner_id'),
        state: e.ref('excluded.state'),
        due_at: e.ref('excluded.due_at'),
        next_at: e.ref('excluded.next_at'),
        level: e.ref('excluded.level'),
        reminded_at: e.ref('excluded.reminded_at'),
        result: e.ref('excluded.result'),
        photos: e.ref('excluded.photos'),
        done_by: e.ref('excluded.done_by'),
        done_at: e.ref('excluded.done_at'),
      })),
    )
    .execute()
}

/** All tasks of one ticket in the order they were given. */
export function tasksOf(tx: Tx, ticketId: string): Promise<TaskRow[]> {
  return tx
    .selectFrom('tickets.task')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('created_at')
    .orderBy('position')
    .limit(200)
    .execute()
}

export function findTask(tx: Tx, id: string): Promise<TaskRow | undefined> {
  return tx.selectFrom('tickets.task').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Open tasks per person, counted up to 200. */
export async function taskLoads(tx: Tx, staffIds: readonly string[]): Promise<Map<string, number>> {
  if (!staffIds.length) return new Map()
  const { rows } = await sql<{ id: string; n: number }>`
    select s.id, (select count(*)::int from (select 1 from tickets.task t
      where t.brand_id = platform.brand() and t.owner_id = s.id and t.state = 'open' limit 200) x) as n
    from unnest(${[...staffIds]}::uuid[]) as s(id)`.execute(tx)
  return new Map(rows.map((r) => [r.id, r.n]))
}
