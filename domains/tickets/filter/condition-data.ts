import { type RawBuilder, sql } from 'kysely'
import type { Condition, Conditions } from '#contracts/tickets/filter'
import { SURE_FROM } from '../triage/kept.ts'
import type { Standpoint } from './matches.ts'
import { spanMs } from './span.ts'
import { wantedQuery } from './words.ts'

export type Bool = RawBuilder<boolean>

/** All of the conditions on the row `t` of tickets.ticket; true when there are none. The same answer as `matches` gives. */
export function conditionsSql(conditions: Conditions, from: Standpoint): Bool {
  if (!conditions.length) return sql<boolean>`true`
  return sql<boolean>`${sql.join(
    conditions.map((condition) => conditionSql(condition, from)),
    sql` and `,
  )}`
}

const TEXT = {
  status: sql`t.status`,
  kind: sql`t.kind`,
  priority: sql`t.priority`,
  team: sql`t.team`,
  cause: sql`t.cause`,
  language: sql`t.locale`,
  channel: sql`t.channel_kind`,
  mood: sql`t.fields->>'mood'`,
} as const
const NUMBER = {
  severity: sql`t.severity`,
  impact: sql`t.impact`,
  cycle: sql`t.cycle`,
  escalation: sql`t.escalation`,
  photos: sql`t.photos`,
  openTasks: sql`t.open_tasks`,
  stars: sql`(t.fields->>'stars')::int`,
  rating: sql`(t.rating->>'stars')::int`,
} as const
const INSTANT = { opened: sql`t.opened_at`, updated: sql`t.updated_at`, closed: sql`t.closed_at` } as const

export function conditionSql(condition: Condition, from: Standpoint): Bool {
  switch (condition.field) {
    case 'status':
    case 'kind':
    case 'priority':
    case 'team':
    case 'cause':
    case 'language':
    case 'channel':
    case 'mood':
      return chosen(condition, sql<boolean>`${TEXT[condition.field]} = any(${condition.values}::text[])`)
    case 'category':
      return chosen(
        condition,
        sql<boolean>`exists (select from unnest(t.categories) c where c = any(${condition.values}::text[])
          or c ^@ any(${condition.values.map((key) => `${key}.`)}::text[]))`,
      )
    case 'shop':
      return chosen(condition, oneOfOrNull(sql`t.shop_id`, condition.values))
    case 'region':
      return chosen(
        condition,
        sql<boolean>`t.shop_id = any(${condition.values.flatMap((id) => [...(from.shopsOf.get(id) ?? [])])}::uuid[])`,
      )
    case 'assignee': {
      const ids = condition.values.flatMap((id) => (id === 'me' ? (from.staffId ?? []) : id))
      return chosen(condition, oneOfOrNull(sql`t.assignee_id`, ids))
    }
    case 'tag':
      return chosen(condition, sql<boolean>`t.tags && ${condition.values}::text[]`)
    case 'severity':
    case 'impact':
    case 'cycle':
    case 'escalation':
    case 'stars':
    case 'rating':
    case 'photos':
    case 'openTasks': {
      const op = condition.op === 'at_least' ? sql`>=` : sql`<=`
      return sql<boolean>`${NUMBER[condition.field]} ${op} ${condition.value}`
    }
    case 'opened':
    case 'updated':
    case 'closed': {
      const op = condition.op === 'within' ? sql`>=` : sql`<`
      return sql<boolean>`${INSTANT[condition.field]} ${op} ${back(from.now, condition.span)}`
    }
    case 'due':
      return condition.op === 'within'
        ? sql<boolean>`(t.closed_at is null and t.due_at > ${from.now} and t.due_at <= ${new Date(from.now.getTime() + spanMs(condition.span))})`
        : sql<boolean>`(t.closed_at is null and t.due_at <= ${back(from.now, condition.span)})`
    case 'open':
      return condition.value ? sql<boolean>`t.closed_at is null` : sql<boolean>`t.closed_at is not null`
    case 'overdue':
      return condition.value
        ? sql<boolean>`(t.closed_at is null and t.due_at <= ${from.now})`
        : sql<boolean>`(t.closed_at is null and t.due_at <= ${from.now}) is not true`
    case 'lateReason':
      return sql<boolean>`(t.late_reason <> '') = ${condition.value}`
    case 'knownCustomer':
      return sql<boolean>`(t.customer_id is not null) = ${condition.value}`
    case 'unsure':
      return sql<boolean>`coalesce(t.triage->>'by' = 'model' and (t.triage->>'sure')::float8 < ${SURE_FROM}::float8, false) = ${condition.value}`
    case 'words':
      return worded(condition)
  }
}

function chosen({ op }: { op: 'is' | 'is_not' }, isOne: Bool): Bool {
  return op === 'is' ? isOne : sql<boolean>`(${isOne}) is not true`
}

function oneOfOrNull(column: RawBuilder<unknown>, values: readonly string[]): Bool {
  const ids = values.filter((value) => value !== 'none')
  const among = sql<boolean>`${column} = any(${ids}::uuid[])`
  return ids.length === values.length ? among : sql<boolean>`(${column} is null or ${among})`
}

function worded({ op, value }: { op: 'contain' | 'lack'; value: string }): Bool {
  const query = wantedQuery(value)
  const found = query ? foundSql(query) : sql<boolean>`false`
  return op === 'contain' ? found : sql<boolean>`not ${found}`
}

/** Whether the words of `t` fit a tsquery. */
export function foundSql(query: string): Bool {
  return sql<boolean>`exists (select from tickets.search s where s.brand_id = t.brand_id and s.ticket_id = t.id and s.words @@ ${query}::tsquery)`
}

export function back(now: Date, span: Parameters<typeof spanMs>[0]): Date {
  return new Date(now.getTime() - spanMs(span))
}
