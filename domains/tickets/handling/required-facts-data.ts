import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

/** Whether the investigation names a measure, and whether any evidence stands. */
export async function knownFacts(tx: Tx, ticketId: string): Promise<{ measure: boolean; evidence: boolean }> {
  const { rows } = await sql<{ measure: boolean; evidence: boolean }>`select
    exists (select from tickets.investigation where brand_id = platform.brand() and ticket_id = ${ticketId}::uuid and measure <> '') as measure,
    exists (select from tickets.evidence where brand_id = platform.brand() and ticket_id = ${ticketId}::uuid and withdrawn_at is null) as evidence`.execute(
    tx,
  )
  return rows[0]!
}
