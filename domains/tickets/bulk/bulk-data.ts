import type { Kysely } from 'kysely'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Locale } from '#contracts/kit'
import type { BulkDeed } from '#contracts/tickets/inbox'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type BulkRow = Omit<Selectable<DB['tickets.bulk']>, 'deed'> & { deed: BulkDeed }
export type OpenBulk = { brand_id: string; bulk_id: string; staff_id: string; undoing: boolean }
export type Problem = { code: string; data: Record<string, unknown> }
export type Item = { ticket_id: string; before: unknown; after: unknown }
type NewBulk = { brandId: string; id: string; staffId: string; deed: BulkDeed; locale: Locale; at: Date }

/** Writes the deed down with all its tickets (`ids` selects them). Returns how many there are; null when the id is taken. */
export async function insertBulk(tx: Tx, bulk: NewBulk, ids: RawBuilder<unknown>): Promise<number | null> {
  const { numAffectedRows } =
    await sql`insert into tickets.bulk (brand_id, id, staff_id, deed, locale, state, total, created_at)
    values (${bulk.brandId}::uuid, ${bulk.id}::uuid, ${bulk.staffId}::uuid, ${JSON.stringify(bulk.deed)}::jsonb, ${bulk.locale}, 'running', 0, ${bulk.at}) on conflict do nothing`.execute(
      tx,
    )
  if (!numAffectedRows) return null
  const { rows } = await sql<{ n: number }>`with added as (
      insert into tickets.bulk_item (brand_id, bulk_id, ticket_id, state)
      select ${bulk.brandId}::uuid, ${bulk.id}::uuid, id, 'todo' from (${ids}) chosen returning ticket_id)
    select count(*)::int as n from added`.execute(tx)
  const total = rows[0]!.n
  await tx.updateTable('tickets.bulk').set({ total }).where('id', '=', bulk.id).execute()
  return total
}

export async function findBulk(tx: Tx, staffId: string, id: string): Promise<BulkRow | undefined> {
  const row = await tx
    .selectFrom('tickets.bulk')
    .selectAll()
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  return row as BulkRow | undefined
}

export async function recentBulks(tx: Tx, staffId: string, most: number): Promise<BulkRow[]> {
  const rows = await tx
    .selectFrom('tickets.bulk')
    .selectAll()
    .where('staff_id', '=', staffId)
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute()
  return rows as BulkRow[]
}

export async function countStates(tx: Tx, ids: string[]): Promise<Map<string, Record<string, number>>> {
  if (!ids.length) return new Map()
  const { rows } = await sql<{ bulk_id: string; state: string; n: number }>`
    select bulk_id, state, count(*)::int as n from tickets.bulk_item where bulk_id = any(${ids}::uuid[]) group by 1, 2`.execute(
    tx,
  )
  const byBulk = Map.groupBy(rows, (row) => row.bulk_id)
  return new Map(
    [...byBulk].map(([id, states]) => [id, Object.fromEntries(states.map((s) => [s.state, s.n]))]),
  )
}

export type ProblemRow = {
  bulk_id: string
  ticket_id: string
  number: number
  title: string
  problem: Problem
}

/** The first of each that did not go through, with the ticket's name. */
export async function problemsOf(tx: Tx, ids: string[], most: number): Promise<ProblemRow[]> {
  if (!ids.length) return []
  const { rows } = await sql<ProblemRow>`
    select i.bulk_id, i.ticket_id, t.number, t.title, i.problem from unnest(${ids}::uuid[]) as b(id)
    cross join lateral (select * from tickets.bulk_item x where x.bulk_id = b.id and x.state in ('failed', 'left') order by x.ticket_id limit ${most}) i
    join tickets.ticket t on t.brand_id = i.brand_id and t.id = i.ticket_id`.execute(tx)
  return rows
}

/** Deeds on their way, over all brands. */
export async function openBulks(db: Kysely<DB>, most: number): Promise<OpenBulk[]> {
  return (await sql<OpenBulk>`select * from tickets.bulks_open(${most}::int)`.execute(db)).rows
}

export async function loadDeed(tx: Tx, id: string): Promise<{ deed: BulkDeed; locale: Locale }> {
  const row = await tx
    .selectFrom('tickets.bulk')
    .select(['deed', 'locale'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row as unknown as { deed: BulkDeed; locale: Locale }
}

/** The next ticket of a deed, held until the end of the transaction: nobody else takes it, and a process that dies lets it go undone. */
export async function claimItem(tx: Tx, bulkId: string, state: 'todo' | 'done'): Promise<Item | undefined> {
  return tx
    .selectFrom('tickets.bulk_item')
    .select(['ticket_id', 'before', 'after'])
    .where('bulk_id', '=', bulkId)
    .where('state', '=', state)
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

type Outcome =
  | { state: 'done'; before: unknown; after: unknown }
  | { state: 'failed' | 'left'; problem: Problem }
  | { state: 'undone' }

export async function markItem(tx: Tx, bulkId: string, ticketId: string, outcome: Outcome): Promise<void> {
  const { state } = outcome
  await tx
    .updateTable('tickets.bulk_item')
    .set({
      state,
      ...('before' in outcome
        ? { before: JSON.stringify(outcome.before), after: JSON.stringify(outcome.after) }
        : {}),
      ...('problem' in outcome ? { problem: JSON.stringify(outcome.problem) } : {}),
    })
    .where('bulk_id', '=', bulkId)
    .where('ticket_id', '=', ticketId)
    .execute()
}

/** What is left of a deed that goes no further. */
export async function failRest(tx: Tx, bulkId: string, problem: Problem): Promise<void> {
  await tx
    .updateTable('tickets.bulk_item')
    .set({ state: 'failed', problem: JSON.stringify(problem) })
    .where('bulk_id', '=', bulkId)
    .where('state', '=', 'todo')
    .execute()
}

/** True when nothing was left to do and it has ended by this. */
export async function endBulk(tx: Tx, bulkId: string, undoing: boolean, at: Date): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update tickets.bulk b set state = ${undoing ? 'undone' : 'done'}, ended_at = ${at}
    where b.id = ${bulkId}::uuid and b.state = ${undoing ? 'undoing' : 'running'}
      and not exists (select from tickets.bulk_item i where i.brand_id = b.brand_id and i.bulk_id = b.id and i.state = ${undoing ? 'done' : 'todo'})`.execute(
      tx,
    )
  return (numAffectedRows ?? 0n) > 0n
}

/** Takes the bulk for undoing; false when it is undone already. */
export async function beginUndo(tx: Tx, bulkId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tickets.bulk')
    .set({ state: 'undoing', ended_at: null })
    .where('id', '=', bulkId)
    .where('state', 'in', ['running', 'done'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function oldBulks(
  db: Kysely<DB>,
  before: Date,
  most: number,
): Promise<{ brand_id: string; bulk_id: string }[]> {
  const { rows } = await sql<{ brand_id: string; bulk_id: string }>`
    select * from tickets.bulks_old(${before}, ${most}::int)`.execute(db)
  return rows
}

export async function deleteBulk(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('tickets.bulk').where('id', '=', id).execute()
}

export async function savepoint(tx: Tx): Promise<void> {
  await sql`savepoint item`.execute(tx)
}

export async function backToSavepoint(tx: Tx): Promise<void> {
  await sql`rollback to savepoint item`.execute(tx)
}
