import type { Tx } from '#platform/db/database'

const DEEDS = ['case_complete', 'case_approve_refund', 'case_reject_refund', 'case_supply_proof']

/** What we decided at the platform, the oldest first. */
export function deedEntries(tx: Tx, ticketId: string) {
  return tx
    .selectFrom('tickets.entry')
    .select(['id', 'at', 'fact', 'by_name', 'text'])
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'fact')
    .where('fact', 'in', DEEDS)
    .orderBy('id')
    .limit(50)
    .execute()
}
