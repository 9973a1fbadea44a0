import type { Kind } from '#contracts/playbook'
import { ENDED, type TicketStatus } from '#contracts/tickets'
import type { Tx } from '#platform/db/database'
import type { Scope } from '#platform/permissions'
import { numberOf } from '../handling/desk-moves.ts'
import { ticketsInReach } from './tickets-of-incident-data.ts'

/** What an emergency room shows of a ticket that belongs to it. */
export type TicketOfIncident = {
  id: string
  number: string
  title: string
  kind: Kind
  /** `parent.child`, the main one first. */
  categories: string[]
  shopId: string | null
  customerId: string | null
  /** As the inbox shows it. */
  customerName: string
  openedAt: Date
  closed: boolean
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
    shopId: row.shop_id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    openedAt: row.opened_at,
    closed: ENDED.includes(row.status as TicketStatus),
  }))
}
