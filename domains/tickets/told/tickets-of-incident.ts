import type { Kind } from '#contracts/playbook'
import { ENDED, type TicketStatus } from '#contracts/tickets'
import type { Tx } from '#platform/db/database'
import type { Scope } from '#platform/permissions'
import type { TicketRow } from '../handling/desk-data.ts'
import { numberOf } from '../handling/desk-moves.ts'
import { heardDangers } from '../triage/heard-dangers.ts'
import { sinceWhen, type TriageKept } from '../triage/kept.ts'
import { newestInReach, ticketsInReach } from './tickets-of-incident-data.ts'

/** What an emergency room shows of a ticket that belongs to it. */
export type TicketOfIncident = {
  id: string
  number: string
  title: string
  kind: Kind
  /** `parent.child`, the main one first. */
  categories: string[]
  /** Keys of the dangers heard in its first words and in later ones; none once it is no emergency (any more). */
  risks: readonly string[]
  shopId: string | null
  customerId: string | null
  /** As the inbox shows it. */
  customerName: string
  openedAt: Date
  /** When the words came that made it what it is: its first, or later ones that raised it. */
  heardAt: Date
  closed: boolean
  /** When a person answered for the first time since it was opened, or opened again; null: nobody yet. */
  answeredAt: Date | null
}

/** Those of these tickets that the scope reaches, the oldest first. */
export async function ticketsOfIncident(
  tx: Tx,
  scope: Scope | null,
  ids: readonly string[],
): Promise<TicketOfIncident[]> {
  if (!ids.length) return []
  const rows = await ticketsInReach(tx, scope, [...ids])
  return rows.map((row) => ({
    id: row.id,
    number: numberOf(row),
    title: row.title,
    kind: row.kind as Kind,
    categories: row.categories,
    risks: row.kind === 'emergency' ? heardDangers(row) : [],
    shopId: row.shop_id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    openedAt: row.opened_at,
    heardAt: heardAt(row),
    closed: ENDED.includes(row.status as TicketStatus),
    answeredAt: row.answered_at,
  }))
}

type TicketLine = Pick<TicketOfIncident, 'id' | 'number' | 'title' | 'openedAt' | 'closed'>

/** The newest of these tickets that the scope reaches, and how many it reaches of them. */
export async function newestOf(
  tx: Tx,
  scope: Scope | null,
  ids: readonly string[],
  most: number,
): Promise<{ tickets: TicketLine[]; count: number }> {
  if (!ids.length) return { tickets: [], count: 0 }
  const rows = await newestInReach(tx, scope, [...ids], most)
  const tickets = rows.map((row) => ({
    id: row.id,
    number: numberOf(row),
    title: row.title,
    openedAt: row.opened_at,
    closed: ENDED.includes(row.status as TicketStatus),
  }))
  return { tickets, count: rows[0]?.all ?? 0 }
}

function heardAt({ triage, kind, opened_at }: Pick<TicketRow, 'triage' | 'kind' | 'opened_at'>): Date {
  const since = sinceWhen(triage as unknown as TriageKept, kind as Kind)
  return since ? new Date(since) : opened_at
}
