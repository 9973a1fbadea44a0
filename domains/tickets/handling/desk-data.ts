import { type Selectable, sql } from 'kysely'
import type { NoticeKind } from '#contracts/tickets/home'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'
import type { ClockRow } from '../clocks/ticket-clocks.ts'

export type TicketRow = Omit<Selectable<DB['tickets.ticket']>, 'search'>

/** Assigned to the person, or asked to take part: mentioned, given a task, complained about. */
export function within(scope: Scope | null) {
  if (!scope?.staffId) return inScope(scope, { shop: 'shop_id', owner: 'assignee_id' })
  return sql<boolean>`(${inScope(scope, { shop: 'shop_id', owner: 'assignee_id' })} or ${scope.staffId}::uuid = any(participants))`
}
export type PauseRow = { from: Date; to: Date | null }
export type AlarmRow = Selectable<DB['tickets.alarm']>

/** The reader's scope is part of the query; the row is locked, so that two people's deeds follow one another. */
export function lockTicket(
  tx: Tx,
  scope: Scope | null,
  id: string,
  { skipLocked = false, partakes = false }: { skipLocked?: boolean; partakes?: boolean } = {},
): Promise<TicketRow | undefined> {
  let query = tx
    .selectFrom('tickets.ticket')
    .selectAll()
    .where('id', '=', id)
    .where(partakes ? within(scope) : inScope(scope, { shop: 'shop_id', owner: 'assignee_id' }))
    .forUpdate()
  if (skipLocked) query = query.skipLocked()
  return query.executeTakeFirst()
}

/** The same without a lock, for reading; whoever takes part reads too. */
export function findTicket(tx: Tx, scope: Scope | null, id: string): Promise<TicketRow | undefined> {
  return tx
    .selectFrom('tickets.ticket')
    .selectAll()
    .where('id', '=', id)
    .where(within(scope))
    .executeTakeFirst()
}

export async function loadClocks(tx: Tx, ticketId: string): Promise<ClockRow[]> {
  const rows = await tx
    .selectFrom('tickets.clock')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('cycle')
    .execute()
  return rows as unknown as ClockRow[]
}

export async function loadPauses(tx: Tx, ticketId: string): Promise<PauseRow[]> {
  const rows = await tx
    .selectFrom('tickets.pause')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('from_at')
    .execute()
  return rows.map((r) => ({ from: r.from_at, to: r.to_at }))
}

export function loadAlarm(tx: Tx, ticketId: string) {
  return tx.selectFrom('tickets.alarm').selectAll().where('ticket_id', '=', ticketId).executeTakeFirst()
}

/** Open tickets per person, counted up to 200: beyond that a person is simply full. */
export async function openLoads(tx: Tx, staffIds: readonly string[]): Promise<Map<string, number>> {
  if (!staffIds.length) return new Map()
  const rows = await sql<{ id: string; n: number }>`
    select s.id, (select count(*)::int from (select 1 from tickets.ticket t
      where t.brand_id = platform.brand() and t.assignee_id = s.id and t.closed_at is null order by t.updated_at desc, t.id desc limit 200) x) as n
    from unnest(${[...staffIds]}::uuid[]) as s(id)`.execute(tx)
  return new Map(rows.rows.map((r) => [r.id, r.n]))
}

export function updateTicket(tx: Tx, id: string, set: Partial<TicketRow>) {
  const { categories, triage, fields, proposal, rating, past_assignees, participants, tags, ...plain } = set
  return tx
    .updateTable('tickets.ticket')
    .set({
      ...plain,
      ...(categories ? { categories } : {}),
      ...(past_assignees ? { past_assignees } : {}),
      ...(participants ? { participants } : {}),
      ...(tags ? { tags } : {}),
      ...(triage !== undefined ? { triage: JSON.stringify(triage) } : {}),
      ...(fields !== undefined ? { fields: JSON.stringify(fields) } : {}),
      ...(proposal !== undefined ? { proposal: proposal === null ? null : JSON.stringify(proposal) } : {}),
      ...(rating !== undefined ? { rating: rating === null ? null : JSON.stringify(rating) } : {}),
    })
    .where('id', '=', id)
    .execute()
}

export async function saveClocks(tx: Tx, brandId: string, ticketId: string, clocks: readonly ClockRow[]) {
  if (!clocks.length) return
  await sql`insert into tickets.clock (brand_id, ticket_id, cycle, metric, state, target_min, calendar, started_at, due_at, warn_at, next_at, level, provisional, warned_at, breached_at, met_at)
    select ${brandId}::uuid, ${ticketId}::uuid, cycle, metric, state, target_min, calendar, started_at, due_at, warn_at, next_at, level, provisional, warned_at, breached_at, met_at
    from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as x(cycle int, metric text, state text, target_min int, calendar text, started_at timestamptz,
      due_at timestamptz, warn_at timestamptz, next_at timestamptz, level int, provisional boolean, warned_at timestamptz, breached_at timestamptz, met_at timestamptz)
    on conflict (brand_id, ticket_id, cycle, metric) do update set state = excluded.state, target_min = excluded.target_min, calendar = excluded.calendar,
      started_at = excluded.started_at, due_at = excluded.due_at, warn_at = excluded.warn_at, next_at = excluded.next_at, level = excluded.level, provisional = excluded.provisional,
      warned_at = excluded.warned_at, breached_at = excluded.breached_at, met_at = excluded.met_at`.execute(
    tx,
  )
}

export async function startPause(tx: Tx, brandId: string, ticketId: string, at: Date) {
  await tx
    .insertInto('tickets.pause')
    .values({ brand_id: brandId, ticket_id: ticketId, from_at: at })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function endPauses(tx: Tx, ticketId: string, at: Date) {
  await tx
    .updateTable('tickets.pause')
    .set({ to_at: at })
    .where('ticket_id', '=', ticketId)
    .where('to_at', 'is', null)
    .execute()
}

export type NewEntry = {
  id: string
  at: Date
  kind: 'message_in' | 'message_out' | 'note' | 'fact'
  fact: string
  by_kind: 'customer' | 'staff' | 'system'
  by_id: string | null
  by_name: string
  role: string
  text: string
  data: Record<string, unknown>
}

export async function insertEntries(tx: Tx, brandId: string, ticketId: string, entries: readonly NewEntry[]) {
  if (!entries.length) return
  await tx
    .insertInto('tickets.entry')
    .values(
      entries.map((e) => ({ ...e, brand_id: brandId, ticket_id: ticketId, data: JSON.stringify(e.data) })),
    )
    .execute()
}

export type NewNotice = {
  staff_id: string
  id: string
  ticket_id: string
  kind: NoticeKind
  at: Date
  /** The tab of the ticket's page that it is about. */
  tab?: string
}
export async function insertNotices(tx: Tx, brandId: string, notices: readonly NewNotice[]) {
  if (!notices.length) return
  await tx
    .insertInto('tickets.notice')
    .values(notices.map((n) => ({ ...n, brand_id: brandId })))
    .execute()
}

export async function saveAlarm(tx: Tx, alarm: AlarmRow) {
  const { brand_id, ticket_id, ...set } = alarm
  await tx
    .insertInto('tickets.alarm')
    .values(alarm)
    .onConflict((c) => c.columns(['brand_id', 'ticket_id']).doUpdateSet(set))
    .execute()
}

export function openTicketsOf(tx: Tx, staffId: string, most: number) {
  return tx
    .selectFrom('tickets.ticket')
    .select('id')
    .where('assignee_id', '=', staffId)
    .where('closed_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .limit(most)
    .execute()
}
