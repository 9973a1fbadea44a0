import { sql } from 'kysely'
import type { TicketStatus } from '#contracts/tickets'
import type { Tx } from '#platform/db/database'
import { isUnsure, type TriageKept } from '../triage/kept.ts'
import type { TicketFacts } from './matches.ts'

/** What conditions ask of these tickets, words and all; for rules and their tests. */
export async function factsOf(tx: Tx, ids: string[]): Promise<Map<string, TicketFacts>> {
  const rows = await tx
    .selectFrom('tickets.ticket as t')
    .leftJoin('tickets.search as s', (j) =>
      j.onRef('s.brand_id', '=', 't.brand_id').onRef('s.ticket_id', '=', 't.id'),
    )
    .selectAll('t')
    .select(sql<string[]>`coalesce(tsvector_to_array(s.words), '{}')`.as('words'))
    .where('t.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, factsFrom(row, row.words)]))
}

type Row = {
  status: string
  kind: string
  priority: string
  categories: string[]
  channel_kind: string
  shop_id: string | null
  team: string
  assignee_id: string | null
  tags: string[]
  cause: string
  locale: string
  severity: number
  impact: number
  cycle: number
  escalation: number
  photos: number
  open_tasks: number
  opened_at: Date
  updated_at: Date
  closed_at: Date | null
  due_at: Date | null
  late_reason: string
  customer_id: string | null
  triage: unknown
  fields: unknown
  rating: unknown
}

/** The same of a row in memory: a ticket on a desk, changed and not yet saved. */
export function factsFrom(row: Row, words: Iterable<string>): TicketFacts {
  const fields = row.fields as { stars?: number | null; mood?: string | null }
  const rating = row.rating as { stars?: number | null } | null
  return {
    status: row.status as TicketStatus,
    kind: row.kind,
    priority: row.priority,
    categories: row.categories,
    channelKind: row.channel_kind,
    shopId: row.shop_id,
    team: row.team,
    assigneeId: row.assignee_id,
    tags: row.tags,
    cause: row.cause,
    mood: fields.mood ?? null,
    language: row.locale,
    severity: row.severity,
    impact: row.impact,
    cycle: row.cycle,
    escalation: row.escalation,
    stars: fields.stars ?? null,
    rating: rating?.stars ?? null,
    photos: row.photos,
    openTasks: row.open_tasks,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
    dueAt: row.due_at,
    lateReason: row.late_reason,
    customerId: row.customer_id,
    unsure: isUnsure(row.triage as TriageKept),
    words: new Set(words),
  }
}
