import { type RawBuilder, sql } from 'kysely'
import type { Sort, View } from '#contracts/tickets'
import type { Conditions } from '#contracts/tickets/filter'
import type { Asked as Found } from '../search/hits-data.ts'
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
  /** By when they came in, whatever the view: an order in which no ticket moves while the list is read to its end. */
  steady?: true
  /** Only what the search finds. */
  found?: Found
}
/** Where the next page begins: after this row. `section` is the priority when the list stands by priority. */
export type Place = { section: string; value: Date | null; id: string }
/** Rows of the list that are looked at for one page before it is said how far they reach. */
export const LOOK = 20_000
export type Order = {
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

export function orderFor({ view, sort, steady }: Asked): Order {
  return steady ? by('opened_at') : orderOf(view, sort)
}

function by(key: Order['key'], down = true): Order {
  return { key, column: sql.ref(`t.${key}`), down }
}

/** Conditions that only open tickets fit make everything into everything open, which has its own small indexes. */
export function narrowed(asked: Asked): Asked {
  return asked.view === 'every' && onlyOpen(asked.conditions) ? { ...asked, view: 'all' } : asked
}

export function standpoint({ reader, shopsOf }: Asked): Standpoint {
  return { staffId: reader.staffId, now: reader.now, shopsOf }
}

/** Everything that is asked, scope and all, for the row `t`. */
export function whole(asked: Asked): Bool {
  const found = asked.found ? sql` and ${foundSql(asked.found.question)}` : sql``
  return sql<boolean>`${scopeSql(asked.reader)} and ${conditionsSql(asked.conditions, standpoint(asked))}${found}`
}

export function windowSql(asked: Asked, order: Order, section: string, after: Place | null, look = LOOK) {
  return sql`select t.* from tickets.ticket t where ${base(asked, order, section, after)} and ${carried(asked)} ${orderBy(order)} limit ${look}`
}

/** What the index of the order knows: the view, the place, and a condition on the very column. */
export function base(asked: Asked, order: Order, section: string, after: Place | null): Bool {
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
export function carried(asked: Asked): Bool {
  const order = orderFor(asked)
  const beside =
    ['updated_at', 'closed_at'].includes(order.key) && (isOpenView(asked.view) || asked.view === 'closed')
  const fitting = asked.conditions.filter((c) => {
    if (c.field === CARRIED_BY[order.key]) return true
    if (!beside || (c.field !== 'shop' && c.field !== 'assignee')) return false
    return c.op === 'is' && c.values.length === 1 && c.values[0] !== 'none'
  })
  return conditionsSql(fitting, standpoint(asked))
}

export function orderBy(order: Order): RawBuilder<unknown> {
  return order.down ? sql`order by ${order.column} desc, t.id desc` : sql`order by ${order.column}, t.id`
}
