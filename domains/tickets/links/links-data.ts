import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { inScope, type Scope } from '#platform/permissions'
import type { ClockRow } from '../clocks/ticket-clocks.ts'
import type { BeforeMerge } from './before-merge.ts'

export type MergeRow = {
  id: string
  source_id: string
  target_id: string
  reason: string
  before: BeforeMerge
  merged_by: string | null
  merged_at: Date
}

export async function insertMerge(tx: Tx, brandId: string, row: MergeRow): Promise<void> {
  await tx
    .insertInto('tickets.merge')
    .values({ ...row, brand_id: brandId, before: JSON.stringify(row.before) })
    .execute()
}

const STANDING = ['id', 'source_id', 'target_id', 'reason', 'before', 'merged_by', 'merged_at'] as const

/** The merge by which this ticket stands in another; undefined when it stands for itself. */
export async function mergeOf(tx: Tx, sourceId: string): Promise<MergeRow | undefined> {
  const row = await tx
    .selectFrom('tickets.merge')
    .select(STANDING)
    .where('source_id', '=', sourceId)
    .where('split_at', 'is', null)
    .executeTakeFirst()
  return row as unknown as MergeRow | undefined
}

/** What is merged into this ticket, in the order it came. */
export async function mergesInto(tx: Tx, targetId: string): Promise<MergeRow[]> {
  const rows = await tx
    .selectFrom('tickets.merge')
    .select(STANDING)
    .where('target_id', '=', targetId)
    .where('split_at', 'is', null)
    .orderBy('merged_at')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows as unknown as MergeRow[]
}

export async function saveBefore(tx: Tx, id: string, before: BeforeMerge): Promise<void> {
  await tx
    .updateTable('tickets.merge')
    .set({ before: JSON.stringify(before) })
    .where('id', '=', id)
    .execute()
}

export async function endMerge(
  tx: Tx,
  id: string,
  end: { split_by: string | null; split_at: Date; split_reason: string },
): Promise<void> {
  await tx.updateTable('tickets.merge').set(end).where('id', '=', id).execute()
}

/** Open tasks of these sorts go along to another ticket; returns them with their owners. */
export function moveOpenTasks(tx: Tx, from: string, to: string, kinds: readonly string[]) {
  return tx
    .updateTable('tickets.task')
    .set({ ticket_id: to })
    .where('ticket_id', '=', from)
    .where('state', '=', 'open')
    .where('kind', 'in', [...kinds])
    .returning(['id', 'owner_id'])
    .execute()
}

/** Of these tasks, those that are still open on `from` go back to `to`. */
export function moveTasksBack(tx: Tx, from: string, to: string, ids: readonly string[]) {
  if (!ids.length) return Promise.resolve([])
  return tx
    .updateTable('tickets.task')
    .set({ ticket_id: to })
    .where('ticket_id', '=', from)
    .where('state', '=', 'open')
    .where('id', 'in', [...ids])
    .returning(['id'])
    .execute()
}

/** An alarm that was only lent rings no more, and it was never there. */
export async function deleteAlarm(tx: Tx, ticketId: string): Promise<void> {
  await tx.deleteFrom('tickets.alarm').where('ticket_id', '=', ticketId).execute()
}

/** Everybody whom the alarm of a ticket has called so far. */
export async function calledAbout(tx: Tx, ticketId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('tickets.notice')
    .select('staff_id')
    .distinct()
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'alarm')
    .execute()
  return rows.map((row) => row.staff_id)
}

export async function deleteClocks(tx: Tx, ticketId: string, clocks: readonly ClockRow[]): Promise<void> {
  for (const { cycle, metric } of clocks)
    await tx
      .deleteFrom('tickets.clock')
      .where('ticket_id', '=', ticketId)
      .where('cycle', '=', cycle)
      .where('metric', '=', metric)
      .execute()
}

/** Ticket ids whose messages and photos stand in this one: itself and what is merged into it. */
export async function familyOf(tx: Tx, ticketId: string): Promise<{ id: string; number: number }[]> {
  return tx
    .selectFrom('tickets.ticket')
    .select(['id', 'number'])
    .where((e) => e.or([e('id', '=', ticketId), e('merged_into', '=', ticketId)]))
    .orderBy('opened_at')
    .limit(100)
    .execute()
}

/** Where a merged ticket went. */
export async function mergedInto(tx: Tx, ticketId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('tickets.ticket')
    .select('merged_into')
    .where('id', '=', ticketId)
    .executeTakeFirst()
  return row?.merged_into ?? null
}

export type LinkRow = Awaited<ReturnType<typeof linksById>>[number]

/** All that a line about another ticket shows. */
function lines(tx: Tx, scope: Scope | null) {
  return tx
    .selectFrom('tickets.ticket as t')
    .select([
      't.id',
      't.number',
      't.title',
      't.status',
      't.kind',
      't.severity',
      't.impact',
      't.priority',
      't.customer_id',
      't.customer_name',
      't.shop_id',
      't.assignee_id',
      't.accused_id',
      't.opened_at',
      sql<string>`coalesce(t.fields->>'orderNumber', '')`.as('order_number'),
      sql<boolean>`exists (select from tickets.merge m where m.brand_id = t.brand_id and m.target_id = t.id and m.split_at is null)`.as(
        'has_merged',
      ),
    ])
    .where(inScope(scope, { shop: 't.shop_id', owner: 't.assignee_id' }))
}

export function linksById(tx: Tx, scope: Scope | null, ids: readonly string[]) {
  return lines(tx, scope)
    .where('t.id', 'in', ids.length ? [...ids] : ['00000000-0000-0000-0000-000000000000'])
    .orderBy('t.opened_at', 'desc')
    .execute()
}

const MOST = 10

/** The same customer's other tickets that are still open, the newest first. `family`: everybody who is shown in one file. */
export function openOfCustomer(tx: Tx, scope: Scope | null, family: readonly string[], notId: string) {
  return lines(tx, scope)
    .where('t.customer_id', 'in', [...family])
    .where('t.closed_at', 'is', null)
    .where('t.id', '!=', notId)
    .orderBy('t.opened_at', 'desc')
    .limit(MOST)
    .execute()
}

export function ofOrder(tx: Tx, scope: Scope | null, orderNumber: string, notId: string) {
  return lines(tx, scope)
    .where(sql<boolean>`t.fields->>'orderNumber' = ${orderNumber}`)
    .where('t.id', '!=', notId)
    .orderBy('t.opened_at', 'desc')
    .limit(MOST)
    .execute()
}

const pair = (one: string, other: string) =>
  one < other ? { ticket_id: one, other_id: other } : { ticket_id: other, other_id: one }

export async function saveRelation(
  tx: Tx,
  row: { brandId: string; one: string; other: string; note: string; byId: string | null; at: Date },
): Promise<void> {
  const { brandId, one, other, note, byId, at } = row
  await tx
    .insertInto('tickets.relation')
    .values({ brand_id: brandId, ...pair(one, other), note, by_id: byId, at })
    .onConflict((c) =>
      c.columns(['brand_id', 'ticket_id', 'other_id']).doUpdateSet({ note, by_id: byId, at }),
    )
    .execute()
}

/** True when there was one. */
export async function deleteRelation(tx: Tx, one: string, other: string): Promise<boolean> {
  const { ticket_id, other_id } = pair(one, other)
  const gone = await tx
    .deleteFrom('tickets.relation')
    .where('ticket_id', '=', ticket_id)
    .where('other_id', '=', other_id)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

export function relationsOf(tx: Tx, ticketId: string) {
  return tx
    .selectFrom('tickets.relation')
    .selectAll()
    .where((e) => e.or([e('ticket_id', '=', ticketId), e('other_id', '=', ticketId)]))
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
}

const TAGGED_LOOKED_AT = 3000

/** Tags of the tickets touched last, the most used first. */
export async function usedTags(tx: Tx, part: string, most: number) {
  const like = `%${part.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<{ tag: string; tickets: number }>`
    select tag, count(*)::int as tickets from (select unnest(tags) as tag from (select tags from tickets.ticket
      where brand_id = platform.brand() and tags <> '{}' order by updated_at desc limit ${TAGGED_LOOKED_AT}) recent) used
    where tag ilike ${like} group by tag order by count(*) desc, tag limit ${most}`.execute(tx)
  return rows
}
