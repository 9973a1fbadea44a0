import { sql } from 'kysely'
import type { View } from '#contracts/tickets'
import type { Tx } from '#platform/db/database'
import { inScope, type Scope } from '#platform/permissions'
import { type Reader, scopeSql, viewSql } from '../filter/view-data.ts'

export const COUNTED_TO = 1000

/** How many rows each view has, counted to 1000 and no further; all in one statement. */
export async function countViews(
  tx: Tx,
  reader: Reader,
  views: readonly View[],
): Promise<Record<string, number>> {
  const counts = views.map(
    (view) => sql`(select count(*)::int from (select from tickets.ticket t
      where ${viewSql(view, reader)} and ${scopeSql(reader)} limit ${COUNTED_TO}) x)`,
  )
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(tx)
  return Object.fromEntries(views.map((view, i) => [view, rows[0]!.counts[i]!]))
}

export async function seenAt(tx: Tx, staffId: string, ids: string[]): Promise<Map<string, Date>> {
  if (!ids.length) return new Map()
  const rows = await tx
    .selectFrom('tickets.seen')
    .select(['ticket_id', 'at'])
    .where('staff_id', '=', staffId)
    .where('ticket_id', 'in', ids)
    .execute()
  return new Map(rows.map((r) => [r.ticket_id, r.at]))
}

export async function markSeen(
  tx: Tx,
  brandId: string,
  staffId: string,
  ticketId: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('tickets.seen')
    .values({ brand_id: brandId, staff_id: staffId, ticket_id: ticketId, at })
    .onConflict((c) => c.columns(['brand_id', 'staff_id', 'ticket_id']).doUpdateSet({ at }))
    .execute()
  await tx
    .updateTable('tickets.notice')
    .set({ seen_at: at })
    .where('staff_id', '=', staffId)
    .where('ticket_id', '=', ticketId)
    .where('seen_at', 'is', null)
    .execute()
}

/** The clock that is due first, for each ticket of a page. */
export async function firstClocks(tx: Tx, keys: { id: string; metric: string | null; cycle: number }[]) {
  const wanted = keys.filter((k) => k.metric)
  if (!wanted.length) return new Map()
  const rows = await tx
    .selectFrom('tickets.clock')
    .selectAll()
    .where(
      'ticket_id',
      'in',
      wanted.map((k) => k.id),
    )
    .where('state', 'in', ['active', 'breached'])
    .execute()
  return new Map(
    wanted.flatMap((k) => {
      const row = rows.find((r) => r.ticket_id === k.id && r.metric === k.metric && r.cycle === k.cycle)
      return row ? [[k.id, row] as const] : []
    }),
  )
}

/** Ticket numbers by id. */
export async function numbersOf(tx: Tx, ids: string[]): Promise<Map<string, number>> {
  if (!ids.length) return new Map()
  const rows = await tx.selectFrom('tickets.ticket').select(['id', 'number']).where('id', 'in', ids).execute()
  return new Map(rows.map((r) => [r.id, r.number]))
}

/** Of the tickets that are merged into this one, what the customer or a colleague said and decided; their own moves stay on their own page. */
const SAID_ELSEWHERE = ['promised', 'accepted', 'rejected', 'rated']

export function entriesBefore(
  tx: Tx,
  ticketId: string,
  mergedIds: readonly string[],
  before: string | null,
  limit: number,
) {
  let q = tx
    .selectFrom('tickets.entry')
    .selectAll()
    .where('ticket_id', 'in', [ticketId, ...mergedIds])
    .where((e) =>
      e.or([e('ticket_id', '=', ticketId), e('kind', '!=', 'fact'), e('fact', 'in', SAID_ELSEWHERE)]),
    )
  if (before) q = q.where('id', '<', before)
  return q.orderBy('id', 'desc').limit(limit).execute()
}

/** Of everybody who is shown in one file. */
export function otherTickets(tx: Tx, scope: Scope | null, family: readonly string[], notId: string) {
  return tx
    .selectFrom('tickets.ticket')
    .select(['id', 'number', 'title', 'status', 'opened_at'])
    .where('customer_id', 'in', [...family])
    .where('id', '!=', notId)
    .where(inScope(scope, { shop: 'shop_id', owner: 'assignee_id' }))
    .orderBy('opened_at', 'desc')
    .limit(10)
    .execute()
}
