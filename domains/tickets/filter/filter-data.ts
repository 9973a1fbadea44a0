import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Sort, View } from '#contracts/tickets'
import type { Conditions } from '#contracts/tickets/filter'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { Asked as Found } from '../search/hits-data.ts'
import { FEW, likeliest, rarest } from './anchor-data.ts'
import { type Bool, conditionsSql, foundSql } from './condition-data.ts'
import { onlyOpen, type Standpoint } from './matches.ts'
import { isOpenView, type Reader, scopeSql, viewSql } from './view-data.ts'

/** What is asked for, by whom: the scope of the reader is part of every query that is made of it. */
export type Asked = {
  brandId: string
  reader: Reader
  view: View
  conditions: Conditions
  sort: Sort
  shopsOf: Standpoint['shopsOf']
  /** Just the ticket of this number, if it fits. */
  number?: number
  /** Only what the search finds. */
  found?: Found
}
/** Where the next page begins: after this row. `section` is the priority when the list stands by priority. */
export type Place = { section: string; value: Date | null; id: string }
export type ListPage = { rows: ListRow[]; next: Place | null; lookedTo: Date | null }

/** Rows of the list that are looked at for one page before it is said how far they reach. */
export const LOOK = 20_000
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

type Order = {
  column: RawBuilder<unknown>
  key: 'updated_at' | 'opened_at' | 'closed_at' | 'due_at'
  down: boolean
}

/** Priority and due time order what is open; anything else stands by its last change. */
export function orderOf(view: View, sort: Sort): Order {
  if (view === 'closed') return by('closed_at')
  if (view === 'due_soon' || view === 'breached') return by('due_at', false)
  if (sort === 'due' && isOpenView(view)) return by('due_at', false)
  if (sort === 'newest') return by('opened_at')
  if (sort === 'oldest') return by('opened_at', false)
  return by('updated_at')
}

function by(key: Order['key'], down = true): Order {
  return { key, column: sql.ref(`t.${key}`), down }
}

/**
 * One page of a list, by key: no offset, so page 500 costs what page 1 does.
 * Shape: when a condition is rare by an index, exactly those few are looked at. Otherwise the list is walked in its order, and after LOOK
 *        rows the page ends with what was found: `lookedTo` says how far it came and `next` goes on from there.
 */
export async function listPage(
  tx: Tx,
  given: Asked,
  page: { after: Place | null; limit: number },
): Promise<ListPage> {
  const asked = narrowed(given)
  const order = orderOf(asked.view, asked.sort)
  const bounded = needsBound(asked) ? await rarest(tx, asked, standpoint(asked)) : null
  const walks = needsBound(asked) && !bounded
  const rows: ListRow[] = []
  for (const section of sectionsOf(asked, page.after)) {
    const after = page.after && page.after.section === section ? page.after : null
    const wanted = page.limit + 1 - rows.length
    const part = walks
      ? await walk(tx, asked, order, section, after, wanted)
      : await gather(tx, asked, order, section, after, wanted, bounded)
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

/** Conditions that only open tickets fit make everything into everything open, which has its own small indexes. */
function narrowed(asked: Asked): Asked {
  return asked.view === 'every' && onlyOpen(asked.conditions) ? { ...asked, view: 'all' } : asked
}

function needsBound(asked: Asked): boolean {
  const { scope } = asked.reader
  const someShops =
    scope !== null && scope.shops !== 'all' && (scope.shops.length !== 1 || asked.view === 'every')
  return asked.conditions.length > 0 || someShops || asked.found !== undefined
}

export function standpoint({ reader, shopsOf }: Asked): Standpoint {
  return { staffId: reader.staffId, now: reader.now, shopsOf }
}

const columns = sql.join(COLUMNS.map((name) => sql.ref(`t.${name}`)))
function whole(asked: Asked): Bool {
  const found = asked.found ? sql` and ${foundSql(asked.found.question)}` : sql``
  return sql<boolean>`${scopeSql(asked.reader)} and ${conditionsSql(asked.conditions, standpoint(asked))}${found}`
}

async function gather(
  tx: Tx,
  asked: Asked,
  order: Order,
  section: string,
  after: Place | null,
  most: number,
  ids: RawBuilder<unknown> | null,
): Promise<ListRow[]> {
  const among = ids ? sql`t.id in (select id from (${ids}) few offset 0) and ` : sql``
  const { rows } = await sql<ListRow>`select ${columns} from tickets.ticket t
    where ${among}${base(asked, order, section, after)} and ${whole(asked)} ${orderBy(order)} limit ${most}`.execute(
    tx,
  )
  return rows
}

/** No order of its own outside: the window's is kept, and only so many of its rows are made as are wanted. */
async function walk(
  tx: Tx,
  asked: Asked,
  order: Order,
  section: string,
  after: Place | null,
  most: number,
): Promise<ListRow[]> {
  const { rows } = await sql<ListRow>`select ${columns} from (${windowSql(asked, order, section, after)}) t
    where ${whole(asked)} limit ${most}`.execute(tx)
  return rows
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

function windowSql(asked: Asked, order: Order, section: string, after: Place | null, look = LOOK) {
  return sql`select t.* from tickets.ticket t where ${base(asked, order, section, after)} and ${carried(asked)} ${orderBy(order)} limit ${look}`
}

/** What the index of the order knows: the view, the place, and a condition on the very column. */
function base(asked: Asked, order: Order, section: string, after: Place | null): Bool {
  const parts = [viewSql(asked.view, asked.reader)]
  if (asked.number !== undefined) parts.push(sql`t.number = ${asked.number}`)
  if (section) parts.push(sql`t.priority = ${section}`)
  if (order.key === 'due_at') parts.push(sql`t.due_at is not null`)
  if (after)
    parts.push(
      sql`(${order.column}, t.id) ${order.down ? sql`<` : sql`>`} (${after.value}::timestamptz, ${after.id}::uuid)`,
    )
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

const CARRIED_BY = { updated_at: 'updated', opened_at: 'opened', closed_at: 'closed', due_at: 'due' } as const

/** Conditions that the order's own index answers, so that no row is looked at in vain: on its column, or on one shop or person beside it. */
function carried(asked: Asked): Bool {
  const order = orderOf(asked.view, asked.sort)
  const beside =
    ['updated_at', 'closed_at'].includes(order.key) && (isOpenView(asked.view) || asked.view === 'closed')
  const fitting = asked.conditions.filter((c) => {
    if (c.field === CARRIED_BY[order.key]) return true
    if (!beside || (c.field !== 'shop' && c.field !== 'assignee')) return false
    return c.op === 'is' && c.values.length === 1 && c.values[0] !== 'none'
  })
  return conditionsSql(fitting, standpoint(asked))
}

function orderBy(order: Order): RawBuilder<unknown> {
  return order.down ? sql`order by ${order.column} desc, t.id desc` : sql`order by ${order.column}, t.id`
}

export type Counted = { count: number; more: boolean }

/**
 * How many rows several lists have, all in one statement, each counted to `most` and after so many looked at no further: `more` then says that
 * there are at least so many.
 */
export async function countPages(tx: Tx, lists: readonly Asked[], most: number): Promise<Counted[]> {
  if (!lists.length) return []
  const counts = lists.map((given) => {
    const asked = narrowed(given)
    const anchor = likeliest(asked, standpoint(asked))
    const order = orderOf(asked.view, asked.sort)
    const looked = anchor
      ? sql`select t.* from tickets.ticket t where t.id in (select id from (${anchor(FEW)}) few offset 0)`
      : windowSql(asked, order, '', null, FEW)
    const counted = sql`${viewSql(asked.view, asked.reader)} and ${whole(asked)}`
    return sql`(select array[count(*) filter (where ${counted})::int, count(*)::int] from (${looked}) t)`
  })
  const { rows } = await sql<{
    counts: [number, number][]
  }>`select array[${sql.join(counts)}] as counts`.execute(tx)
  return rows[0]!.counts.map(([count, looked]) => ({
    count: Math.min(count, most),
    more: count >= most || looked >= FEW,
  }))
}
