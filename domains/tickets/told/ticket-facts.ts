import { ENDED, type TicketStatus } from '#contracts/tickets'
import { categoryName, playbookVersion } from '#domains/playbook'
import type { Tx } from '#platform/db/database'
import { findTicket, loadAlarm } from '../handling/desk-data.ts'
import { numberOf } from '../handling/desk-moves.ts'

/** What may be said of a ticket outside of the program: ids and facts, nothing that a customer wrote or is called by. */
export type TicketFacts = {
  id: string
  number: string
  status: TicketStatus
  kind: string
  priority: string
  severity: number
  cycle: number
  shopId: string | null
  channelKind: string
  categories: { key: string; name: string }[]
  team: string
  assigneeId: string | null
  dueAt: Date | null
  openedAt: Date
  updatedAt: Date
  closedAt: Date | null
  stars: number | null
  /** P1: still calling, and nobody has taken it. */
  calling: boolean
}

/** Null when there is no such ticket. Category names are those of the ticket's own playbook, in zh-CN. */
export async function ticketFacts(tx: Tx, id: string): Promise<TicketFacts | null> {
  const row = await findTicket(tx, { shops: 'all', own: false, staffId: null }, id)
  if (!row) return null
  const [{ playbook }, alarm] = await Promise.all([
    playbookVersion(tx, row.playbook_version_id),
    loadAlarm(tx, id),
  ])
  const status = row.status as TicketStatus
  return {
    id,
    number: numberOf(row),
    status,
    kind: row.kind,
    priority: row.priority,
    severity: row.severity,
    cycle: row.cycle,
    shopId: row.shop_id,
    channelKind: row.channel_kind,
    categories: row.categories.map((key) => ({ key, name: categoryName(playbook, key, 'zh-CN') })),
    team: row.team,
    assigneeId: row.assignee_id,
    dueAt: row.due_at,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
    stars: (row.rating as { stars?: number } | null)?.stars ?? null,
    calling: alarm !== undefined && alarm.taken_at === null && !ENDED.includes(status),
  }
}
