import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DeliveryRow } from './delivery-data.ts'

/** Within this one ring is enough; shorter than a round of calls. */
const RUNG_MS = 45_000

/**
 * Whether this person's phone has just rung, or is about to. Shape: `same`: for the same thing, or a later round of it rings in a moment;
 * `other`: for something else, so that this one has to wait. Holds the person's calls for the length of the transaction.
 */
export async function rungLately(
  tx: Tx,
  row: DeliveryRow,
  now: Date,
): Promise<{ same: boolean; other: boolean }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`notify.call ${row.staff_id}`}, 0))`.execute(tx)
  const { rows } = await sql<{ same: boolean | null; other: boolean | null }>`
    select bool_or(c.same) as same, bool_or(not c.same and c.rings) as other from (
      select d.ticket_id is not distinct from ${row.ticket_id}::uuid
          and d.data - '{level,later,shopIds}'::text[] = ${JSON.stringify(row.data)}::jsonb - '{level,later,shopIds}'::text[] as same,
        d.sent_at > ${new Date(now.getTime() - RUNG_MS)}
          or d.state = 'queued' and d.tries > 0 and d.problem = '' and d.next_try_at > ${now} as rings,
        d.state = 'queued' and d.created_at > ${row.created_at} as newer
      from notify.delivery d
      where d.staff_id = ${row.staff_id}::uuid and d.means = 'call' and d.id <> ${row.id}::uuid
        and (d.state = 'queued' or d.sent_at > ${new Date(now.getTime() - RUNG_MS)})) c
    where c.rings or c.same and c.newer`.execute(tx)
  return { same: rows[0]?.same ?? false, other: rows[0]?.other ?? false }
}
