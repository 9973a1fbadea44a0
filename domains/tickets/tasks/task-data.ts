import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'

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
    .orderBy('id')
    .limit(200)
    .execute()
}

export function findTask(tx: Tx, id: string): Promise<TaskRow | undefined> {
  return tx.selectFrom('tickets.task').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The task within the reader's reach: of a ticket of the own shops, or the own. */
export function findTaskInReach(
  tx: Tx,
  scope: Scope | null,
  id: string,
): Promise<{ id: string; ticket_id: string } | undefined> {
  return tx
    .selectFrom('tickets.task as k')
    .innerJoin('tickets.ticket as t', (j) =>
      j.onRef('t.brand_id', '=', 'k.brand_id').onRef('t.id', '=', 'k.ticket_id'),
    )
    .select(['k.id', 'k.ticket_id'])
    .where('k.id', '=', id)
    .where(inScope(scope, { shop: 't.shop_id', owner: 'k.owner_id' }))
    .executeTakeFirst()
}

/** A promise to the customer is kept by whoever has the ticket. Returns the owners before. */
export async function contactsToAssignee(tx: Tx, ticketId: string, assigneeId: string | null): Promise<void> {
  await tx
    .updateTable('tickets.task')
    .set({ owner_id: assigneeId })
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'contact')
    .where('state', '=', 'open')
    .where('owner_id', 'is distinct from', assigneeId)
    .execute()
}

/** What is still owed after a ticket has ended: the revisit, money that somebody must still approve, an answer that the law demands. */
export const OWED_AFTER: readonly string[] = ['revisit', 'approval', 'legal']

/** The ticket is over, and with it what was still to be done on it. Returns whose it was; nobody is named as having cancelled it. */
export async function endTasks(tx: Tx, ticketId: string, at: Date): Promise<(string | null)[]> {
  const rows = await tx
    .updateTable('tickets.task')
    .set({ state: 'cancelled', done_at: at, next_at: null })
    .where('ticket_id', '=', ticketId)
    .where('state', '=', 'open')
    .where('kind', 'not in', [...OWED_AFTER])
    .returning('owner_id')
    .execute()
  return rows.map((r) => r.owner_id)
}

/** The end of the ticket is taken back, and with it the end of its tasks. Returns how many are open again. */
export async function reviveTasks(tx: Tx, ticketId: string, endedAt: Date): Promise<number> {
  const rows = await tx
    .updateTable('tickets.task')
    .set({ state: 'open', done_at: null, next_at: sql`due_at` })
    .where('ticket_id', '=', ticketId)
    .where('state', '=', 'cancelled')
    .where('done_at', '=', endedAt)
    .where('done_by', 'is', null)
    .where('result', '=', '')
    .returning('id')
    .execute()
  return rows.length
}

/** Open tasks whose owner is gone or missing, the most urgent first. Shape: `here` are the people who can sign in; `back` pairs somebody absent with the instant of the return. */
export async function tasksLeft(
  tx: Tx,
  here: readonly string[],
  back: readonly { id: string; until: Date }[],
  kinds: readonly string[],
  most: number,
): Promise<{ id: string; ticket_id: string }[]> {
  const { rows } = await sql<{ id: string; ticket_id: string }>`
    select id, ticket_id from tickets.task
    where brand_id = platform.brand() and state = 'open' and kind = any(${[...kinds]}::text[])
      and (owner_id is null or owner_id <> all(${[...here]}::uuid[]) or exists (
        select from jsonb_to_recordset(${JSON.stringify(back)}::jsonb) as p(id uuid, until timestamptz)
        where p.id = owner_id and due_at <= p.until))
    order by due_at, id limit ${most}`.execute(tx)
  return rows
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
