import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'

export type RevisitRow = Selectable<DB['tickets.revisit']>
export type StoredTry = {
  at: string
  by: string
  outcome: 'missed' | 'later'
  words: string
  nextAt: string | null
}

export async function insertRevisits(tx: Tx, rows: Insertable<DB['tickets.revisit']>[]): Promise<void> {
  if (!rows.length) return
  await tx
    .insertInto('tickets.revisit')
    .values(rows)
    // Closed again in the same cycle (a bulk deed taken back and done anew): what is planned already stays.
    .onConflict((c) => c.doNothing())
    .execute()
}

/** All of one ticket, the earliest first. */
export function revisitsOf(tx: Tx, ticketId: string): Promise<RevisitRow[]> {
  return tx
    .selectFrom('tickets.revisit')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('planned_at')
    .orderBy('id')
    .limit(100)
    .execute()
}

/** Shape: the reader's scope is part of the query. */
export function findRevisit(tx: Tx, scope: Scope | null, id: string): Promise<RevisitRow | undefined> {
  return tx
    .selectFrom('tickets.revisit')
    .selectAll()
    .where('id', '=', id)
    .where(inScope(scope, { shop: 'shop_id', owner: 'owner_id' }))
    .executeTakeFirst()
}

export async function saveRevisit(tx: Tx, row: RevisitRow): Promise<void> {
  const { brand_id, id, ticket_id, cycle, after_days, tries, ...rest } = row
  await tx
    .updateTable('tickets.revisit')
    .set({ ...rest, tries: JSON.stringify(tries) })
    .where('id', '=', id)
    .execute()
}

/** A call whose task was handed on is the new owner's in the work list too. */
export async function callsFollowTasks(
  tx: Tx,
  tasks: readonly { kind: string; about_id: string | null; owner_id: string | null }[],
): Promise<void> {
  for (const { kind, about_id, owner_id } of tasks) {
    if (kind !== 'revisit' || !about_id || !owner_id) continue
    await tx
      .updateTable('tickets.revisit')
      .set({ owner_id })
      .where('id', '=', about_id)
      .where('state', '=', 'due')
      .execute()
  }
}

/** Due calls per person, counted up to 200. */
export async function callLoads(tx: Tx, staffIds: readonly string[]): Promise<Map<string, number>> {
  if (!staffIds.length) return new Map()
  const { rows } = await sql<{ id: string; n: number }>`
    select s.id, (select count(*)::int from (select 1 from tickets.revisit r
      where r.brand_id = platform.brand() and r.owner_id = s.id and r.state = 'due' limit 200) x) as n
    from unnest(${[...staffIds]}::uuid[]) as s(id)`.execute(tx)
  return new Map(rows.map((r) => [r.id, r.n]))
}

export type OutcomeFacts = {
  said: string
  note: string
  given: { kind: string; amount_minor: number; points: number; currency: string; item: string }[]
}

/** What was offered, said last or noted at closing, and what was given for it. */
export async function outcomeOf(tx: Tx, ticketId: string): Promise<OutcomeFacts> {
  const last = (only: ReturnType<typeof sql<boolean>>) =>
    tx
      .selectFrom('tickets.entry')
      .select('text')
      .where('ticket_id', '=', ticketId)
      .where(only)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
  const [proposed, said, note, given] = await Promise.all([
    last(sql<boolean>`kind = 'message_out' and data->>'proposal' = 'true'`),
    last(sql<boolean>`kind = 'message_out' and data->>'automatic' is null`),
    last(sql<boolean>`kind = 'note' and data->>'closing' = 'true'`),
    tx
      .selectFrom('tickets.compensation')
      .select(['kind', 'amount_minor', 'points', 'currency', 'item'])
      .where('ticket_id', '=', ticketId)
      .where('state', '=', 'issued')
      .orderBy('issued_at')
      .limit(10)
      .execute(),
  ])
  return {
    said: proposed?.text ?? said?.text ?? '',
    note: note?.text ?? '',
    given: given.map((g) => ({ ...g, amount_minor: Number(g.amount_minor) })),
  }
}
