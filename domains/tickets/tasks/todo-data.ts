import { type SelectQueryBuilder, sql } from 'kysely'
import type { TodoQuery } from '#contracts/tickets/tasks'
import type { Tx } from '#platform/db/database'
import { inScope, type Scope } from '#platform/permissions'
import { COUNTED_TO } from '../inbox/inbox-data.ts'

export type TodoRow = Awaited<ReturnType<typeof listTodos>>[number]
export type TodoReader = { staffId: string; scope: Scope | null; now: Date }

/** One page of a list, by key: open ones by deadline, done ones the latest first. Each list has an index of its own. */
export function listTodos(
  tx: Tx,
  reader: TodoReader,
  query: TodoQuery,
  after: { at: Date; id: string } | null,
) {
  let q = tx
    .selectFrom('tickets.task as k')
    .innerJoin('tickets.ticket as t', (j) =>
      j.onRef('t.brand_id', '=', 'k.brand_id').onRef('t.id', '=', 'k.ticket_id'),
    )
    .selectAll('k')
    .select([
      't.number',
      't.title as ticket_title',
      't.kind as ticket_kind',
      't.priority',
      't.shop_id as ticket_shop_id',
      't.assignee_id',
      't.accused_id',
      't.participants',
      't.playbook_version_id',
    ])
  const done = query.view === 'done'
  const column = done ? 'k.done_at' : 'k.due_at'
  if (done) q = q.where('k.state', '=', 'done').where('k.done_by', '=', reader.staffId)
  else {
    q = q.where('k.state', '=', 'open')
    if (query.view === 'mine') q = q.where('k.owner_id', '=', reader.staffId)
    if (query.view === 'given')
      q = q.where('k.created_by', '=', reader.staffId).where('k.owner_id', 'is distinct from', reader.staffId)
    if (query.view === 'shop') q = q.where(inScope(reader.scope, { shop: 'k.shop_id' }))
    if (query.overdue) q = q.where('k.due_at', '<=', reader.now)
  }
  return paged(q, column, done ? 'desc' : 'asc', after)
    .limit(query.limit + 1)
    .execute()
}

function paged<DB, TB extends keyof DB, O>(
  q: SelectQueryBuilder<DB, TB, O>,
  column: string,
  direction: 'asc' | 'desc',
  after: { at: Date; id: string } | null,
): SelectQueryBuilder<DB, TB, O> {
  const [key, way] = [sql.ref(column), direction === 'asc' ? sql`asc` : sql`desc`]
  const narrowed = after
    ? q.where(
        sql<boolean>`(${key}, k.id) ${direction === 'asc' ? sql`>` : sql`<`} (${after.at}, ${after.id}::uuid)`,
      )
    : q
  return narrowed.orderBy(sql`${key} ${way}`).orderBy(sql`k.id ${way}`)
}

/** What somebody has to do, and how much of it is late; counted to 1000. */
export async function countTodos(
  tx: Tx,
  staffId: string,
  now: Date,
): Promise<{ open: number; overdue: number }> {
  const { rows } = await sql<{ open: number; overdue: number }>`
    select count(*)::int as open, count(*) filter (where due_at <= ${now})::int as overdue
    from (select due_at from tickets.task where brand_id = platform.brand() and owner_id = ${staffId}::uuid and state = 'open'
      order by due_at, id limit ${COUNTED_TO}) mine`.execute(tx)
  return rows[0]!
}

/** Open tasks of anybody in the reader's shops whose deadline has passed, counted to 1000. */
export async function countLateTasks(tx: Tx, scope: Scope, now: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select 1 from tickets.task where brand_id = platform.brand() and state = 'open' and due_at <= ${now}
      and ${inScope(scope, { shop: 'shop_id' })} limit ${COUNTED_TO}) late`.execute(tx)
  return rows[0]!.n
}
