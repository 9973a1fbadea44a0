import { sql } from 'kysely'
import type { View } from '#contracts/tickets'
import { inScope, type Scope } from '#platform/permissions'
import type { Bool } from './condition-data.ts'

/** Who looks: nobody sees more than the scope, whatever is asked. */
export type Reader = { staffId: string; scope: Scope | null; teams: string[]; now: Date }

const DUE_SOON_MS = 2 * 3_600_000
/** Views that hold open tickets only: a partial index of the open carries each. */
const WITH_CLOSED: readonly View[] = ['closed', 'set_aside', 'every']

export function isOpenView(view: View): boolean {
  return !WITH_CLOSED.includes(view)
}

/** The scope as part of the query; `t` is the row of tickets.ticket. */
export function scopeSql(reader: Reader): Bool {
  return inScope(reader.scope, { shop: 't.shop_id', owner: 't.assignee_id' })
}

/** Whether the row `t` stands in a view. Each view is carried by a partial index of its own. */
export function viewSql(view: View, reader: Reader): Bool {
  const open = sql<boolean>`t.closed_at is null`
  switch (view) {
    case 'all':
      return open
    case 'mine':
      return sql`t.closed_at is null and t.assignee_id = ${reader.staffId}::uuid`
    case 'team':
      return sql`t.closed_at is null and t.team = any(${reader.teams}::text[])`
    case 'unassigned':
      return sql`t.closed_at is null and t.assignee_id is null`
    case 'due_soon':
      return sql`t.closed_at is null and t.due_at > ${reader.now} and t.due_at <= ${new Date(reader.now.getTime() + DUE_SOON_MS)}`
    case 'breached':
      return sql`t.closed_at is null and t.due_at <= ${reader.now}`
    case 'p1':
      return sql`t.closed_at is null and t.priority = 'P1'`
    case 'waiting_customer':
      return sql`t.status = 'waiting_customer'`
    case 'closed':
      return sql`t.closed_at is not null and t.status <> 'set_aside'`
    case 'set_aside':
      return sql`t.closed_at is not null and t.status = 'set_aside'`
    case 'every':
      return sql`true`
  }
}
