import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

type Known = { measure: boolean; evidence: boolean; factsTasks: number }

/** Whether the investigation names a measure, whether any evidence stands, and how many open tasks are for the facts themselves. */
export async function knownFacts(tx: Tx, ticketId: string): Promise<Known> {
  const { rows } = await sql<Known>`select
    (select count(*)::int from tickets.task where brand_id = platform.brand() and ticket_id = ${ticketId}::uuid and kind = 'facts' and state = 'open') as "factsTasks",
    exists (select from tickets.investigation where brand_id = platform.brand() and ticket_id = ${ticketId}::uuid and measure <> '') as measure,
    exists (select from tickets.evidence where brand_id = platform.brand() and ticket_id = ${ticketId}::uuid and withdrawn_at is null) as evidence`.execute(
    tx,
  )
  return rows[0]!
}
