import { type RawBuilder, sql } from 'kysely'
import type {
  CountCondition,
  RatingCondition,
  SegmentCondition,
  SegmentGroup,
  SetCondition,
  WhenCondition,
} from '#contracts/customers/segments'
import { isGroup } from '#contracts/customers/segments'

type Sql = RawBuilder<boolean>
export type Meant = {
  now: Date
  /** Shops of each region. */
  regions: ReadonlyMap<string, string[]>
}
/** What a rule asks: the tables beside a head `c` and its own figures `f`, and the condition over all of them. */
export type Asked = { beside: RawBuilder<unknown>[]; where: Sql }
const DAY_MS = 86_400_000

/**
 * A rule as one condition on heads of customers.customer. Every value is a parameter.
 * Shape: what is in other tables is gathered there first, once for all customers and by head, and then joined: asked customer by customer
 *        it takes ten times as long. Only of the few files that others were merged into (`shared`) figures are added up by family.
 */
export function askedBy(rule: SegmentGroup, meant: Meant): Asked {
  const beside: RawBuilder<unknown>[] = []
  return { beside, where: meaning(rule, meant, beside) }
}

function meaning(node: SegmentCondition | SegmentGroup, meant: Meant, beside: Asked['beside']): Sql {
  if (!isGroup(node)) return conditionSql(node, meant, beside)
  if (!node.of.length) return sql<boolean>`true`
  const parts = node.of.map((one) => meaning(one, meant, beside))
  return sql<boolean>`(${sql.join(parts, node.join === 'all' ? sql` and ` : sql` or `)})`
}

function conditionSql(condition: SegmentCondition, meant: Meant, beside: Asked['beside']): Sql {
  switch (condition.fact) {
    case 'orders':
    case 'spent':
    case 'visits':
    case 'tickets':
      return countSql(condition, meant, beside)
    case 'meanRating':
    case 'lastRating':
      return ratingSql(condition)
    case 'lastOrder':
    case 'firstOrder':
    case 'lastVisit':
    case 'lastTicket':
    case 'known':
    case 'checked':
      return whenSql(condition, meant.now)
    default:
      return setSql(condition, beside)
  }
}

/** Rows of one table by head. Shape: returns the name under which it stands beside. */
function gather(
  beside: Asked['beside'],
  table: 'deed' | 'trait' | 'consent' | 'identity' | 'address',
  where: RawBuilder<unknown>,
  n: RawBuilder<unknown> = sql`1`,
): string {
  const name = `b${beside.length}`
  beside.push(sql`left join (select coalesce(m.merged_into, x.customer_id) as head_id, ${n} as n from ${sql.table(`customers.${table}`)} x
      left join customers.customer m on m.brand_id = x.brand_id and m.id = x.customer_id and m.merged_into is not null
      where x.brand_id = platform.brand() and ${where} group by 1) ${sql.ref(name)} on ${sql.ref(`${name}.head_id`)} = c.id`)
  return name
}

const FAMILY = sql`from customers.customer m join customers.facts g on g.brand_id = m.brand_id and g.customer_id = m.id
  where m.brand_id = c.brand_id and m.head_id = c.id`

/** A figure of the file: `how` adds up those of a family. */
function figure(column: string, how: 'sum' | 'min' | 'max'): RawBuilder<unknown> {
  const own = sql.ref(`f.${column}`)
  const all = sql`(select ${sql.raw(how)}(${sql.ref(`g.${column}`)}) ${FAMILY})`
  const value = sql`case when c.shared then ${all} else ${own} end`
  return how === 'sum' ? sql`coalesce(${value}, 0)` : value
}

const COLUMN = { orders: 'orders', spent: 'spent_minor', visits: 'visits', tickets: 'tickets' } as const

function countSql(condition: CountCondition, meant: Meant, beside: Asked['beside']): Sql {
  const { fact, op, n, days } = condition
  const placed = condition.shops.length > 0 || condition.regions.length > 0
  const shops = [...condition.shops, ...condition.regions.flatMap((id) => meant.regions.get(id) ?? [])]
  const kinds = fact === 'visits' ? ['visit'] : fact === 'tickets' ? condition.kinds : []
  const items = fact === 'orders' ? condition.items : []
  if (!days && !placed && !items.length && (fact === 'visits' || !kinds.length)) {
    const ever = figure(COLUMN[fact], 'sum')
    return op === 'atLeast' ? sql<boolean>`${ever} >= ${n}` : sql<boolean>`${ever} <= ${n}`
  }
  const parts = [
    sql`x.what = ${fact === 'tickets' ? 'ticket' : 'order'}`,
    ...(days ? [sql`x.at >= ${new Date(meant.now.getTime() - days * DAY_MS)}`] : []),
    ...(placed ? [sql`x.shop_id = any(${shops}::uuid[])`] : []),
    ...(kinds.length ? [sql`x.kind = any(${kinds}::text[])`] : []),
    ...(items.length ? [sql`x.items && ${items}::text[]`] : []),
  ]
  const added = fact === 'spent' ? sql`sum(x.amount_minor)` : sql`sum(x.n)`
  const name = gather(beside, 'deed', sql.join(parts, sql` and `), added)
  const found = sql.ref(`${name}.n`)
  if (op === 'atMost') return sql<boolean>`coalesce(${found}, 0) <= ${n}`
  return n === 0 ? sql<boolean>`true` : sql<boolean>`${found} >= ${n}`
}

function ratingSql({ fact, op, n }: RatingCondition): Sql {
  const compare = op === 'atLeast' ? sql`>=` : sql`<=`
  if (fact === 'meanRating') {
    const mean = sql`${figure('stars', 'sum')}::numeric / nullif(${figure('ratings', 'sum')}, 0)`
    return sql<boolean>`coalesce(${mean} ${compare} ${n}::numeric, false)`
  }
  const last = sql`case when c.shared then (select g.last_rating ${FAMILY} and g.last_rated_at is not null order by g.last_rated_at desc limit 1)
    else f.last_rating end`
  return sql<boolean>`coalesce(${last} ${compare} ${n}::numeric, false)`
}

const WHEN = {
  lastOrder: () => figure('last_order_at', 'max'),
  firstOrder: () => figure('first_order_at', 'min'),
  lastVisit: () => figure('last_visit_at', 'max'),
  lastTicket: () => figure('last_ticket_at', 'max'),
  known: () => sql`c.created_at`,
  checked: () => sql`c.checked_at`,
} as const

function whenSql({ fact, op, days }: WhenCondition, now: Date): Sql {
  const at = WHEN[fact]()
  if (op === 'never') return sql<boolean>`${at} is null`
  const since = new Date(now.getTime() - days! * DAY_MS)
  return op === 'within'
    ? sql<boolean>`coalesce(${at} >= ${since}, false)`
    : sql<boolean>`coalesce(${at} < ${since}, false)`
}

function setSql(condition: SetCondition, beside: Asked['beside']): Sql {
  const any = anySql(condition, beside)
  return condition.op === 'any' ? any : sql<boolean>`not ${any}`
}

function anySql({ fact, values }: SetCondition, beside: Asked['beside']): Sql {
  const someOf = (table: 'trait' | 'consent' | 'identity' | 'address', where: RawBuilder<unknown>) =>
    sql<boolean>`(${sql.ref(`${gather(beside, table, where)}.head_id`)} is not null)`
  switch (fact) {
    case 'value':
      return sql<boolean>`c.value = any(${values}::text[])`
    case 'tag':
      return sql<boolean>`c.tags && ${values}::text[]`
    case 'language':
      return sql<boolean>`coalesce(c.language = any(${values}::text[]), false)`
    case 'birthMonth': {
      const months = values.map((month) => String(month).padStart(2, '0'))
      return sql<boolean>`coalesce(left(right(c.birthday_on, 5), 2) = any(${months}::text[]), false)`
    }
    case 'trait':
      return someOf('trait', sql`x.kind = any(${values}::text[]) and x.ended_at is null`)
    case 'consent':
      return someOf('consent', sql`x.purpose = any(${values}::text[]) and x.withdrawn_at is null`)
    case 'identity':
      return someOf('identity', sql`x.kind = any(${values}::text[])`)
    case 'area': {
      const begins = values.map((words) => sql`starts_with(x.area, ${words})`)
      return someOf('address', sql`x.state = 'active' and (${sql.join(begins, sql` or `)})`)
    }
    case 'shop':
      return sql<boolean>`(case when c.shared then exists (select ${FAMILY} and g.shops && ${values}::uuid[])
        else coalesce(f.shops && ${values}::uuid[], false) end)`
  }
}
