import { type SelectQueryBuilder, sql } from 'kysely'
import type { TicketQuery, View } from '#contracts/tickets'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'
import { questionWords } from '../search/search-words.ts'

export type Reader = { staffId: string; scope: Scope | null; teams: string[]; now: Date }
type Query<O> = SelectQueryBuilder<DB, 'tickets.ticket', O>

const DUE_SOON_MS = 2 * 3_600_000
export const COUNTED_TO = 1000

export type ListRow = Awaited<ReturnType<typeof listTickets>>[number]

/** One page of a view, by key: (sort value, id) of the last row; no offset, so page 500 costs what page 1 does. */
export function listTickets(
  tx: Tx,
  reader: Reader,
  query: TicketQuery,
  after: { value: Date | null; id: string } | null,
) {
  const sort = sortOf(query)
  let q = tx
    .selectFrom('tickets.ticket')
    .select([
      'id',
      'number',
      'title',
      'excerpt',
      'customer_name',
      'customer_id',
      'kind',
      'categories',
      'priority',
      'status',
      'channel_id',
      'channel_kind',
      'shop_id',
      'place',
      'assignee_id',
      'team',
      'playbook_version_id',
      'opened_at',
      'updated_at',
      'closed_at',
      'due_at',
      'due_metric',
      'escalation',
      'cycle',
      'photos',
      'tags',
      'open_tasks',
    ])
    .where(inScope(reader.scope, { shop: 'shop_id', owner: 'assignee_id' }))
  q = filtered(inView(q, query.view, reader), query)
  if (after) {
    const [op, column] = [sort.direction === 'desc' ? sql`<` : sql`>`, sql.ref(sort.column)]
    q = q.where(sql<boolean>`(${column}, id) ${op} (${after.value}, ${after.id}::uuid)`)
  }
  return q
    .orderBy(sort.column, sort.direction)
    .orderBy('id', sort.direction)
    .limit(query.limit + 1)
    .execute()
}

export function sortOf(query: Pick<TicketQuery, 'sort' | 'view'>): {
  column: 'due_at' | 'updated_at' | 'opened_at' | 'closed_at'
  direction: 'asc' | 'desc'
} {
  if (query.view === 'closed') return { column: 'closed_at', direction: 'desc' }
  if (query.sort === 'due' || query.view === 'due_soon' || query.view === 'breached')
    return { column: 'due_at', direction: 'asc' }
  return { column: query.sort === 'newest' ? 'opened_at' : 'updated_at', direction: 'desc' }
}

/** The rows of one view. Each is carried by a partial index of its own. */
function inView<O>(q: Query<O>, view: View, reader: Reader): Query<O> {
  const open = q.where('closed_at', 'is', null)
  switch (view) {
    case 'all':
      return open
    case 'mine':
      return open.where('assignee_id', '=', reader.staffId)
    case 'team':
      return open.where('team', 'in', reader.teams.length ? reader.teams : ['-'])
    case 'unassigned':
      return open.where('assignee_id', 'is', null)
    case 'due_soon':
      return open
        .where('due_at', '>', reader.now)
        .where('due_at', '<=', new Date(reader.now.getTime() + DUE_SOON_MS))
    case 'breached':
      return open.where('due_at', '<=', reader.now)
    case 'p1':
      return open.where('priority', '=', 'P1')
    case 'waiting_customer':
      return q.where('status', '=', 'waiting_customer')
    case 'closed':
      return q.where('closed_at', 'is not', null).where('status', '!=', 'set_aside')
    case 'set_aside':
      return q.where('closed_at', 'is not', null).where('status', '=', 'set_aside')
  }
}

function filtered<O>(q: Query<O>, query: TicketQuery): Query<O> {
  let out = q
  if (query.sort === 'due' && !['due_soon', 'breached', 'closed'].includes(query.view))
    out = out.where('due_at', 'is not', null)
  if (query.shop) out = out.where('shop_id', '=', query.shop)
  if (query.kind) out = out.where('kind', '=', query.kind)
  if (query.priority) out = out.where('priority', '=', query.priority)
  if (query.status) out = out.where('status', '=', query.status)
  if (query.channel) out = out.where('channel_kind', '=', query.channel)
  if (query.assignee) out = out.where('assignee_id', '=', query.assignee)
  if (query.reopened !== undefined) out = out.where('cycle', query.reopened ? '>' : '=', 1)
  if (query.category) {
    out = query.category.includes('.')
      ? out.where(sql<boolean>`${query.category} = any(categories)`)
      : out.where(
          sql<boolean>`exists (select from unnest(categories) c where c like ${`${query.category}.%`})`,
        )
  }
  return query.q ? searched(out, query.q) : out
}

/** By number when it looks like one, otherwise by what was written. */
function searched<O>(q: Query<O>, text: string): Query<O> {
  const number = /^(?:hy-?)?(\d{4,12})$/i.exec(text.trim())
  if (number) return q.where('number', '=', Number(number[1]))
  const words = questionWords(text)
  if (!words.length) return q.where(sql<boolean>`false`)
  return q.where(sql<boolean>`search @@ ${words.map((w) => `'${w}'`).join(' & ')}::tsquery`)
}

/** How many rows each view has, counted to 1000 and no further; all in one statement. */
export async function countViews(
  tx: Tx,
  reader: Reader,
  views: readonly View[],
): Promise<Record<string, number>> {
  const count = (view: View) => {
    const rows = inView(
      tx.selectFrom('tickets.ticket').where(inScope(reader.scope, { shop: 'shop_id', owner: 'assignee_id' })),
      view,
      reader,
    )
      .select(sql<number>`1`.as('one'))
      .limit(COUNTED_TO)
    return tx
      .selectFrom(rows.as('r'))
      .select((e) => e.fn.countAll<number>().as('n'))
      .as(view)
  }
  const counts = await tx.selectNoFrom(views.map(count)).executeTakeFirstOrThrow()
  return Object.fromEntries(Object.entries(counts).map(([view, n]) => [view, Number(n)]))
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

export function entriesBefore(tx: Tx, ticketId: string, before: string | null, limit: number) {
  let q = tx.selectFrom('tickets.entry').selectAll().where('ticket_id', '=', ticketId)
  if (before) q = q.where('id', '<', before)
  return q.orderBy('id', 'desc').limit(limit).execute()
}

export function otherTickets(tx: Tx, scope: Scope | null, customerId: string, notId: string) {
  return tx
    .selectFrom('tickets.ticket')
    .select(['id', 'number', 'title', 'status', 'opened_at'])
    .where('customer_id', '=', customerId)
    .where('id', '!=', notId)
    .where(inScope(scope, { shop: 'shop_id', owner: 'assignee_id' }))
    .orderBy('opened_at', 'desc')
    .limit(10)
    .execute()
}
