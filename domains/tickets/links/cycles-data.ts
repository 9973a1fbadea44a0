import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { CycleLine } from './cycles.ts'

const TOLD = ['opened', 'assigned', 'reopened', 'status']
const MOST = 1000

/** The lines of the timeline from which handlings are told apart, oldest first. */
export async function cycleLines(tx: Tx, ticketId: string): Promise<CycleLine[]> {
  const rows = await tx
    .selectFrom('tickets.entry')
    .select(['at', 'kind', 'fact', 'by_name', 'role', 'text', 'data'])
    .where('ticket_id', '=', ticketId)
    .where((e) =>
      e.or([
        e.and([e('kind', '=', 'fact'), e('fact', 'in', TOLD)]),
        e.and([e('kind', '=', 'message_out'), sql<boolean>`data ? 'proposal'`]),
        sql<boolean>`(kind <> 'fact' and data ?| array['rejected', 'reopening', 'revisit'])`,
      ]),
    )
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ ...row, data: (row.data ?? {}) as Record<string, unknown> }))
}

/** What the customer thought of each handling. */
export function ratingsOf(tx: Tx, ticketId: string) {
  return tx
    .selectFrom('tickets.csat')
    .select(['cycle', 'stars', 'reasons', 'words', 'team', 'staff_id', 'at'])
    .where('ticket_id', '=', ticketId)
    .execute()
}
