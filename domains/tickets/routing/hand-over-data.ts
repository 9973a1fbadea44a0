import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

export type Held = { id: string; number: number; title: string; due_at: Date | null }

/** A person's open tickets, the most urgent first; `before` keeps those due by then. */
export function heldTickets(tx: Tx, staffId: string, before: Date | null, most: number): Promise<Held[]> {
  let query = tx
    .selectFrom('tickets.ticket')
    .select(['id', 'number', 'title', 'due_at'])
    .where('assignee_id', '=', staffId)
    .where('closed_at', 'is', null)
  if (before) query = query.where('due_at', '<=', before)
  return query.orderBy('due_at').orderBy('id').limit(most).execute()
}

/** Ids of a person's open tasks with their tickets; approvals have a delegation of their own. */
export function heldTasks(tx: Tx, staffId: string, before: Date | null, most: number) {
  let query = tx
    .selectFrom('tickets.task')
    .select(['id', 'ticket_id'])
    .where('owner_id', '=', staffId)
    .where('state', '=', 'open')
    .where('kind', 'in', ['step', 'question', 'contact', 'facts', 'revisit', 'legal', 'call_back'])
  if (before) query = query.where('due_at', '<=', before)
  return query.orderBy('due_at').limit(most).execute()
}

/** Of many people at once: open tickets that fall due before their holder is back. Shape: `back` pairs a person with that instant. */
export async function heldByAbsent(
  tx: Tx,
  back: readonly { id: string; until: Date }[],
  most: number,
): Promise<{ id: string; staff_id: string }[]> {
  if (!back.length) return []
  const { rows } = await sql<{ id: string; staff_id: string }>`
    select t.id, p.id as staff_id
    from jsonb_to_recordset(${JSON.stringify(back)}::jsonb) as p(id uuid, until timestamptz)
    cross join lateral (select id from tickets.ticket
      where brand_id = platform.brand() and assignee_id = p.id and closed_at is null and due_at <= p.until
        and status in ('assigned', 'in_progress')
      order by updated_at desc, id desc limit ${most}) t
    limit ${most}`.execute(tx)
  return rows
}
