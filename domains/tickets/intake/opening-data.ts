import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { ClockRow } from '../clocks/ticket-clocks.ts'
import type { NewEntry, NewNotice } from '../handling/desk-data.ts'

export type NewTicket = {
  id: string
  token_hash: string
  status: string
  kind: string
  categories: string[]
  severity: number
  impact: number
  priority: string
  triage: unknown
  title: string
  excerpt: string
  content: string
  fields: unknown
  customer_id: string | null
  customer_name: string
  channel_id: string
  channel_kind: string
  shop_id: string | null
  place: string
  locale: string
  playbook_version_id: string
  rule_index: number
  team: string
  assignee_id: string | null
  due_at: Date | null
  due_metric: string | null
  photos: number
  conversation_id: string | null
  closed: boolean
  opened_at: Date
  /** No rule runs for it. */
  silent: boolean
}
export type Opened = {
  tickets: NewTicket[]
  entries: (NewEntry & { ticket_id: string })[]
  clocks: (ClockRow & { ticket_id: string })[]
  notices: NewNotice[]
  alarms: { ticket_id: string; next_at: Date }[]
  searches: { ticket_id: string; words: string }[]
}

/**
 * Saves any number of new tickets in one statement: round trips cost most (architecture.md).
 * Shape: `token_hash` in hex, `words` as tsvector text; returns number by id.
 */
export async function insertOpened(
  tx: Tx,
  brandId: string,
  at: Date,
  opened: Opened,
): Promise<Map<string, number>> {
  const silent = opened.tickets.filter((one) => one.silent).map((one) => one.id)
  const rows = await sql<{ id: string; number: number }>`
    with t as (insert into tickets.ticket (brand_id, id, token_hash, status, kind, categories, severity, impact, priority, triage, title, excerpt, content,
        fields, customer_id, customer_name, channel_id, channel_kind, shop_id, place, locale, playbook_version_id, rule_index, team, assignee_id,
        due_at, due_metric, photos, conversation_id, opened_at, updated_at, closed_at)
      select ${brandId}::uuid, id, decode(token_hash, 'hex'), status, kind, categories, severity, impact, priority, triage, title, excerpt, content,
        fields, customer_id, customer_name, channel_id, channel_kind, shop_id, place, locale, playbook_version_id, rule_index, team, assignee_id,
        due_at, due_metric, photos, conversation_id, opened_at, opened_at, case when closed then opened_at end
      from jsonb_to_recordset(${JSON.stringify(opened.tickets)}::jsonb) as x(id uuid, token_hash text, status text, kind text, categories text[], severity int, impact int,
        priority text, triage jsonb, title text, excerpt text, content text, fields jsonb, customer_id uuid, customer_name text, channel_id uuid, channel_kind text,
        shop_id uuid, place text, locale text, playbook_version_id uuid, rule_index int, team text, assignee_id uuid, due_at timestamptz, due_metric text, photos int, conversation_id uuid,
        closed boolean, opened_at timestamptz)
      returning id, number, opened_at),
    e as (insert into tickets.entry (brand_id, ticket_id, id, at, kind, fact, by_kind, by_id, by_name, role, text, data)
      select ${brandId}::uuid, ticket_id, id, at, kind, fact, by_kind, by_id, by_name, role, text, data
      from jsonb_to_recordset(${JSON.stringify(opened.entries)}::jsonb) as x(ticket_id uuid, id uuid, at timestamptz, kind text, fact text, by_kind text, by_id uuid,
        by_name text, role text, text text, data jsonb)),
    c as (insert into tickets.clock (brand_id, ticket_id, cycle, metric, state, target_min, calendar, started_at, due_at, warn_at, next_at, provisional, met_at)
      select ${brandId}::uuid, ticket_id, cycle, metric, state, target_min, calendar, started_at, due_at, warn_at, next_at, provisional, met_at
      from jsonb_to_recordset(${JSON.stringify(opened.clocks)}::jsonb) as x(ticket_id uuid, cycle int, metric text, state text, target_min int, calendar text,
        started_at timestamptz, due_at timestamptz, warn_at timestamptz, next_at timestamptz, provisional boolean, met_at timestamptz)),
    m as (insert into tickets.matter_due (brand_id, ticket_id, at)
      select ${brandId}::uuid, id, ${at} from jsonb_to_recordset(${JSON.stringify(opened.tickets)}::jsonb) as x(id uuid, status text, closed boolean)
      where not closed and status <> 'set_aside'),
    n as (insert into tickets.notice (brand_id, staff_id, id, ticket_id, kind, at)
      select ${brandId}::uuid, staff_id, id, ticket_id, kind, at
      from jsonb_to_recordset(${JSON.stringify(opened.notices)}::jsonb) as x(staff_id uuid, id uuid, ticket_id uuid, kind text, at timestamptz)),
    a as (insert into tickets.alarm (brand_id, ticket_id, raised_at, next_at)
      select ${brandId}::uuid, ticket_id, ${at}, next_at from jsonb_to_recordset(${JSON.stringify(opened.alarms)}::jsonb) as x(ticket_id uuid, next_at timestamptz)),
    r as (insert into tickets.rule_due (brand_id, id, ticket_id, trigger, at)
      select ${brandId}::uuid, gen_random_uuid(), id, 'opened', ${at} from t
      where id <> all (${silent}::uuid[]) and exists (select from tickets.rule where brand_id = ${brandId}::uuid and "on" and trigger = 'opened')),
    s as (insert into tickets.search (brand_id, ticket_id, opened_at, words)
      select ${brandId}::uuid, ticket_id, t.opened_at, words from jsonb_to_recordset(${JSON.stringify(opened.searches)}::jsonb) as x(ticket_id uuid, words tsvector)
      join t on t.id = ticket_id)
    select id, number from t`.execute(tx)
  return new Map(rows.rows.map((r) => [r.id, Number(r.number)]))
}

/** Numbers and first due instants of tickets that were already there: a repeated message gets the first answer again. */
export function findReceipts(tx: Tx, ids: string[]) {
  return tx.selectFrom('tickets.ticket').selectAll().where('id', 'in', ids).execute()
}

/** A ticket that came in through the public API, by its number. */
export function findByNumber(tx: Tx, number: number) {
  return tx
    .selectFrom('tickets.ticket')
    .select(['number', 'status', 'kind', 'priority', 'opened_at', 'due_at'])
    .where('number', '=', number)
    .where('channel_kind', '=', 'api')
    .executeTakeFirst()
}
