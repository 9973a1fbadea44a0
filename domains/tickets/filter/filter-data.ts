import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import { rarest } from './anchor-data.ts'
import {
  type Asked,
  base,
  carried,
  LOOK,
  narrowed,
  type Order,
  orderBy,
  orderFor,
  type Place,
  standpoint,
  whole,
  windowSql,
} from './asked-data.ts'
import { isOpenView } from './view-data.ts'

export type ListPage = { rows: ListRow[]; next: Place | null; lookedTo: Date | null }

const SECTIONS = ['P1', 'P2', 'P3', 'P4']

const COLUMNS = [
  ...(['id', 'number', 'title', 'excerpt', 'customer_name', 'customer_id', 'kind', 'categories'] as const),
  ...([
    'priority',
    'status',
    'channel_id',
    'channel_kind',
    'shop_id',
    'place',
    'assignee_id',
    'team',
  ] as const),
  ...(['playbook_version_id', 'opened_at', 'updated_at', 'closed_at', 'due_at', 'due_metric'] as const),
  ...(['escalation', 'cycle', 'photos', 'tags', 'open_tasks', 'fields', 'cause', 'late_reason'] as const),
]
export type ListRow = Pick<Selectable<DB['tickets.ticket']>, (typeof COLUMNS)[number]>

/**
 * One page of a list, by key: no offset, so page 500 costs what page 1 does.
 * Shape: when a condition is rare by an index, exactly those few are looked at. Otherwise the list is walked in its order, and after LOOK
 *        rows the page ends with what was found: `lookedTo` says how far it came and `next` goes on from there.
 */
export async function listPage(
  tx: Tx,
  given: Asked,
  page: { after: Place | null; limit: number; columns?: RawBuilder<unknown> },
): Promise<ListPage> {
  const asked = narrowed(given)
  const order = orderFor(asked)
  const bounded = needsBound(asked) ? await rarest(tx, asked, standpoint(asked)) : null
  const walks = needsBound(asked) && !bounded
  const rows: ListRow[] = []
  for (const section of sectionsOf(asked, page.after)) {
    const after = page.after && page.after.section === section ? page.after : null
    const wanted = page.limit + 1 - rows.length
    const part = await select(
      tx,
      page.columns ?? columns,
      walks
        ? sql`(${windowSql(asked, order, section, after)}) t where ${whole(asked)} limit ${wanted}`
        : gathered(asked, order, section, after, wanted, bounded),
    )
    rows.push(...part)
    if (rows.length > page.limit) {
      const kept = rows.slice(0, page.limit)
      return { rows: kept, next: placeOf(kept.at(-1)!, asked, order), lookedTo: null }
    }
    const end = walks ? await endOfWalk(tx, asked, order, section, after) : null
    if (end) return { rows, next: { section, value: end.value, id: end.id }, lookedTo: end.value }
  }
  return { rows, next: null, lookedTo: null }
}

/** By priority a list is four lists, one after the other. */
function sectionsOf(asked: Asked, after: Place | null): string[] {
  if (asked.sort !== 'priority' || !isOpenView(asked.view)) return ['']
  return after ? SECTIONS.slice(Math.max(0, SECTIONS.indexOf(after.section))) : SECTIONS
}

function placeOf(row: ListRow, asked: Asked, order: Order): Place {
  const section = sectionsOf(asked, null).length > 1 ? row.priority : ''
  return { section, value: row[order.key], id: row.id }
}

function needsBound(asked: Asked): boolean {
  const { scope } = asked.reader
  const someShops =
    scope !== null && scope.shops !== 'all' && (scope.shops.length !== 1 || asked.view === 'every')
  return asked.conditions.length > 0 || someShops || asked.found !== undefined
}

/** The columns of a list's row. */
export const columns = sql.join(COLUMNS.map((name) => sql.ref(`t.${name}`)))
/** Of a window nothing is ordered again: its rows come in its order, and only so many of them are made as are wanted. */
async function select(tx: Tx, what: RawBuilder<unknown>, from: RawBuilder<unknown>): Promise<ListRow[]> {
  return (await sql<ListRow>`select ${what} from ${from}`.execute(tx)).rows
}

function gathered(
  asked: Asked,
  order: Order,
  section: string,
  after: Place | null,
  most: number,
  ids: RawBuilder<unknown> | null,
): RawBuilder<unknown> {
  const among = ids ? sql`t.id in (select id from (${ids}) few offset 0) and ` : sql``
  return sql`tickets.ticket t where ${among}${base(asked, order, section, after)} and ${whole(asked)} ${orderBy(order)} limit ${most}`
}

async function endOfWalk(tx: Tx, asked: Asked, order: Order, section: string, after: Place | null) {
  const { rows } = await sql<{
    value: Date
    id: string
  }>`select ${order.column} as value, t.id from tickets.ticket t
    where ${base(asked, order, section, after)} and ${carried(asked)} ${orderBy(order)} offset ${LOOK - 1} limit 1`.execute(
    tx,
  )
  return rows[0]
}
