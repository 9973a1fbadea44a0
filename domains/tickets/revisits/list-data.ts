import { type SelectQueryBuilder, sql } from 'kysely'
import type { RevisitQuery } from '#contracts/tickets/followup'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { inScope, type Scope } from '#platform/permissions'

export type Reader = { staffId: string; scope: Scope | null; now: Date }
export type ListRow = Awaited<ReturnType<typeof listRevisits>>[number]
type Query<O> = SelectQueryBuilder<DB & { r: DB['tickets.revisit']; t: DB['tickets.ticket'] }, 'r' | 't', O>

const COUNTED_TO = 1000

/** One page of the work list: what waits longest first, what is done newest first. */
export function listRevisits(
  tx: Tx,
  reader: Reader,
  query: Pick<RevisitQuery, 'view' | 'mine' | 'shop' | 'limit'> & { id?: string },
  after: { at: Date; id: string } | null,
) {
  const done = query.view === 'done'
  const column = done ? 'r.done_at' : 'r.planned_at'
  let q = tx
    .selectFrom('tickets.revisit as r')
    .innerJoin('tickets.ticket as t', (j) =>
      j.onRef('t.brand_id', '=', 'r.brand_id').onRef('t.id', '=', 'r.ticket_id'),
    )
    .selectAll('r')
    .select([
      't.number',
      't.title',
      't.kind',
      't.priority',
      't.customer_name',
      't.categories',
      't.closed_at',
      't.playbook_version_id',
      't.accused_id',
      't.status as ticket_status',
      't.cycle as ticket_cycle',
    ])
    .where(inScope(reader.scope, { shop: 'r.shop_id', owner: 'r.owner_id' }))
  q = query.id ? q.where('r.id', '=', query.id) : inView(q, query.view)
  if (query.mine) q = q.where(done ? 'r.done_by' : 'r.owner_id', '=', reader.staffId)
  if (query.shop) q = q.where('r.shop_id', '=', query.shop)
  if (after)
    q = q.where(
      sql<boolean>`(${sql.ref(column)}, r.id) ${sql.raw(done ? '<' : '>')} (${after.at}, ${after.id}::uuid)`,
    )
  return q
    .orderBy(column, done ? 'desc' : 'asc')
    .orderBy('r.id', done ? 'desc' : 'asc')
    .limit(query.limit + 1)
    .execute()
}

function inView<O>(q: Query<O>, view: RevisitQuery['view']): Query<O> {
  return view === 'done' ? q.where('r.state', 'in', ['done', 'unreachable']) : q.where('r.state', '=', view)
}

/** Calls that wait: mine, all within reach, and those that should have been made. Each counted to 1000. */
export async function countDue(
  tx: Tx,
  { staffId, scope, now }: Reader,
): Promise<{ mine: number; due: number; overdue: number }> {
  const within = inScope(scope, { shop: 'r.shop_id', owner: 'r.owner_id' })
  const count = (
    more: ReturnType<typeof sql>,
  ) => sql<number>`(select count(*)::int from (select 1 from tickets.revisit r
    where r.brand_id = platform.brand() and r.state = 'due' and ${within} ${more} limit ${COUNTED_TO}) x)`
  const { rows } = await sql<{ mine: number; due: number; overdue: number }>`select
    ${count(sql`and r.owner_id = ${staffId}::uuid`)} as mine,
    ${count(sql``)} as due,
    ${count(sql`and r.due_at < ${now}`)} as overdue`.execute(tx)
  return rows[0]!
}
