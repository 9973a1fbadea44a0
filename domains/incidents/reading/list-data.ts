import { type SelectQueryBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { Place } from '#platform/keyset'
import type { Scope } from '#platform/permissions'

export type Reader = { scope: Scope | null; staffId: string }
export type ListView = 'open' | 'closed' | 'drills' | 'calls'

/** One page of the rooms that the reader reaches: open ones by their opening, closed ones by their closing, the newest first. */
export function listRooms(tx: Tx, reader: Reader, view: ListView, after: Place | null, most: number) {
  const column = view === 'closed' ? 'i.closed_at' : 'i.opened_at'
  let q = tx
    .selectFrom('incidents.incident as i')
    .selectAll('i')
    .select([
      steps(`count(*) filter (where state <> 'set_aside')`).as('steps'),
      steps(`count(*) filter (where state in ('done', 'left_out'))`).as('steps_done'),
      sql<number>`(select count(*)::int from incidents.linked_ticket l where l.brand_id = i.brand_id and l.incident_id = i.id)`.as(
        'tickets',
      ),
    ])
    .where(reached(reader))
  if (view === 'calls') q = q.where('i.closed_at', 'is', null).where(calls(reader.staffId))
  else q = q.where('i.drill', '=', view === 'drills')
  if (view === 'open') q = q.where('i.closed_at', 'is', null)
  if (view === 'closed') q = q.where('i.closed_at', 'is not', null)
  return newestFirst(q, column, after).limit(most).execute()
}

/** Which of these rooms the reader reaches. */
export async function reachedOf(tx: Tx, reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('incidents.incident as i')
    .select('i.id')
    .where('i.id', 'in', [...ids])
    .where(reached(reader))
    .execute()
  return new Set(rows.map((row) => row.id))
}

function steps(what: string) {
  return sql<number>`(select ${sql.raw(what)}::int from incidents.step s where s.brand_id = i.brand_id and s.incident_id = i.id)`
}

/** Only rooms `i` that the reader may go into. */
export function reached({ scope, staffId }: Reader) {
  if (scope?.shops === 'all') return sql<boolean>`true`
  return sql<boolean>`(i.shop_ids && ${scope?.shops ?? []}::uuid[] or i.leader_id = ${staffId}::uuid or i.spokesperson_id = ${staffId}::uuid
    or exists (select from incidents.member m where m.brand_id = i.brand_id and m.incident_id = i.id and m.staff_id = ${staffId}::uuid and m.state <> 'declined'))`
}

function calls(staffId: string) {
  return sql<boolean>`exists (select from incidents.member m where m.brand_id = i.brand_id and m.incident_id = i.id and m.staff_id = ${staffId}::uuid and m.state = 'called')`
}

function newestFirst<O>(
  q: SelectQueryBuilder<DB & { i: DB['incidents.incident'] }, 'i', O>,
  column: 'i.closed_at' | 'i.opened_at',
  after: Place | null,
) {
  const narrowed = after
    ? q.where(sql<boolean>`(${sql.ref(column)}, i.id) < (${after.at}, ${after.id}::uuid)`)
    : q
  return narrowed.orderBy(column, 'desc').orderBy('i.id', 'desc')
}

/** What is still due in these rooms, the earliest first. */
export function openSteps(tx: Tx, ids: string[]) {
  return tx
    .selectFrom('incidents.step')
    .select(['incident_id', 'key', 'added_title', 'post', 'due_at', 'law'])
    .where('incident_id', 'in', ids)
    .where('state', '=', 'open')
    .where('due_at', 'is not', null)
    .orderBy('due_at')
    .orderBy('position')
    .limit(5000)
    .execute()
}

/** In which of these rooms this person has been called and has not answered. */
export async function callingMe(tx: Tx, ids: string[], staffId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('incidents.member')
    .select('incident_id')
    .where('incident_id', 'in', ids)
    .where('staff_id', '=', staffId)
    .where('state', '=', 'called')
    .execute()
  return new Set(rows.map((row) => row.incident_id))
}
