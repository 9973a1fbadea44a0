import { type Selectable, sql } from 'kysely'
import type { ComposerMode, Mention } from '#contracts/tickets/composer'
import type { Database, Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type DraftMore = { mentions: Mention[]; expectedAt: string | null; wait: boolean; seen: string | null }
export type DraftRow = Omit<Selectable<DB['tickets.draft']>, 'more'> & { more: DraftMore }
export type HeldRow = Selectable<DB['tickets.held_message']>

/** A person's drafts on one ticket; `lock` keeps another device of the same person waiting. */
export async function draftsOf(
  tx: Tx,
  staffId: string,
  ticketId: string,
  { lock = false } = {},
): Promise<DraftRow[]> {
  let query = tx
    .selectFrom('tickets.draft')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where('ticket_id', '=', ticketId)
    .orderBy('mode')
  if (lock) query = query.forUpdate()
  return (await query.execute()) as unknown as DraftRow[]
}

export async function upsertDraft(tx: Tx, row: DraftRow): Promise<void> {
  const { brand_id, staff_id, ticket_id, mode, more, ...rest } = row
  const set = { ...rest, more: JSON.stringify(more) }
  await tx
    .insertInto('tickets.draft')
    .values({ brand_id, staff_id, ticket_id, mode, ...set })
    .onConflict((c) => c.columns(['brand_id', 'staff_id', 'ticket_id', 'mode']).doUpdateSet(set))
    .execute()
}

export async function deleteDraft(
  tx: Tx,
  staffId: string,
  ticketId: string,
  mode: ComposerMode,
): Promise<void> {
  await tx
    .deleteFrom('tickets.draft')
    .where('staff_id', '=', staffId)
    .where('ticket_id', '=', ticketId)
    .where('mode', '=', mode)
    .execute()
}

/** Which of these tickets somebody has begun to write on. */
export async function draftedIn(tx: Tx, staffId: string, ticketIds: string[]): Promise<Set<string>> {
  if (!ticketIds.length) return new Set()
  const rows = await tx
    .selectFrom('tickets.draft')
    .select('ticket_id')
    .distinct()
    .where('staff_id', '=', staffId)
    .where('ticket_id', 'in', ticketIds)
    .execute()
  return new Set(rows.map((r) => r.ticket_id))
}

/** Those of the photos that a line of the timeline or a held message shows. */
export async function photosShown(tx: Tx, ticketId: string, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select p.id from unnest(${ids}::uuid[]) as p(id) where
      exists (select from tickets.entry e where e.ticket_id = ${ticketId}::uuid and e.data->'photos' ? p.id::text)
      or exists (select from tickets.held_message h where h.ticket_id = ${ticketId}::uuid and h.body->'photos' ? p.id::text)`.execute(
    tx,
  )
  return new Set(rows.map((r) => r.id))
}

export async function insertHeld(
  tx: Tx,
  row: Omit<HeldRow, 'body' | 'problem' | 'problem_data'> & { body: unknown },
): Promise<void> {
  await tx
    .insertInto('tickets.held_message')
    .values({ ...row, body: JSON.stringify(row.body) })
    .execute()
}

/** What is held on one ticket, the first to be sent first; with `lock` only of one person, and nobody else can send or undo it meanwhile. */
export function heldOn(tx: Tx, ticketId: string, mine?: { staffId: string }): Promise<HeldRow[]> {
  let query = tx.selectFrom('tickets.held_message').selectAll().where('ticket_id', '=', ticketId)
  if (mine) query = query.where('staff_id', '=', mine.staffId).where('problem', '=', '').forUpdate()
  return query.orderBy('send_at').orderBy('id').execute()
}

/**
 * Locks the ticket of whatever is to be changed here, always before its drafts and held messages, so that two never wait for each other.
 * Shape: false when it is locked already and `skipLocked` says not to wait.
 */
export async function lockForComposer(
  tx: Tx,
  ticketId: string,
  { skipLocked = false, shared = false } = {},
): Promise<boolean> {
  let query = tx.selectFrom('tickets.ticket').select('id').where('id', '=', ticketId)
  query = shared ? query.forKeyShare() : query.forUpdate()
  if (skipLocked) query = query.skipLocked()
  return (await query.executeTakeFirst()) !== undefined
}

/** One held message, locked; `of` narrows it to what is somebody's own. */
export function lockHeld(tx: Tx, id: string, ticketId: string, of?: string): Promise<HeldRow | undefined> {
  let query = tx
    .selectFrom('tickets.held_message')
    .selectAll()
    .where('id', '=', id)
    .where('ticket_id', '=', ticketId)
    .forUpdate()
  if (of) query = query.where('staff_id', '=', of)
  return query.executeTakeFirst()
}

export async function deleteHeld(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('tickets.held_message').where('id', '=', id).execute()
}

export async function refuseHeld(
  tx: Tx,
  id: string,
  problem: string,
  data: Record<string, unknown>,
): Promise<void> {
  await tx
    .updateTable('tickets.held_message')
    .set({ problem, problem_data: JSON.stringify(data) })
    .where('id', '=', id)
    .execute()
}

export async function postponeHeld(tx: Tx, id: string, to: Date): Promise<void> {
  await tx.updateTable('tickets.held_message').set({ send_at: to }).where('id', '=', id).execute()
}

/** Held messages of all brands whose seconds are over. */
export async function dueHeld(db: Database['open'], at: Date, most: number) {
  const { rows } = await sql<{ brand_id: string; id: string; ticket_id: string }>`
    select brand_id, id, ticket_id from tickets.held_due(${at}, ${most})`.execute(db)
  return rows
}

/** A message to the customer by a person; `id` is that of the moment it was sent off, also when it was held back first. */
export type Outgoing = {
  id: string
  staff_id: string
  by_name: string
  at: Date
  text: string
  held: boolean
}

/** The latest messages to the customer by people, sent or held, newest first. */
export async function latestOutgoing(tx: Tx, ticketId: string, others?: string): Promise<Outgoing[]> {
  const not = others ? sql`and by_id <> ${others}::uuid` : sql``
  const notHeld = others ? sql`and staff_id <> ${others}::uuid` : sql``
  const { rows } = await sql<Outgoing>`
    (select coalesce((data->>'heldId')::uuid, id) as id, by_id as staff_id, by_name, at, text, false as held from tickets.entry
      where ticket_id = ${ticketId}::uuid and kind = 'message_out' and by_kind = 'staff' and by_id is not null ${not} order by entry.id desc limit 5)
    union all
    (select id, staff_id, by_name, created_at, body->>'text', true from tickets.held_message
      where ticket_id = ${ticketId}::uuid and problem = '' ${notHeld})
    order by id desc limit 5`.execute(tx)
  return rows
}

/** The line of the timeline that a person's held message became. */
export async function sentFrom(tx: Tx, ticketId: string, heldId: string, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ sent: boolean }>`select exists (select from tickets.entry
    where ticket_id = ${ticketId}::uuid and kind = 'message_out' and by_id = ${staffId}::uuid and data->>'heldId' = ${heldId}) as sent`.execute(
    tx,
  )
  return rows[0]!.sent
}

/** Does something of which nothing stays in the database. Errors: those of the work. */
export async function rehearse(tx: Tx, work: () => Promise<void>): Promise<void> {
  await sql`savepoint rehearsal`.execute(tx)
  await work()
  await sql`rollback to savepoint rehearsal`.execute(tx)
}

/** Does something of which all stays, or nothing when it throws, while the transaction goes on. Errors: those of the work. */
export async function attempt(tx: Tx, work: () => Promise<void>): Promise<void> {
  await sql`savepoint attempt`.execute(tx)
  try {
    await work()
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(tx)
    throw error
  }
}
