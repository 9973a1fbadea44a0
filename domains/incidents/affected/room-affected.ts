import { AffectedState, type AffectedSummary } from '#contracts/incidents/affected'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { countStates, findAffected } from './affected-data.ts'
import { lostOf } from './replies-data.ts'

/**
 * The affected customers of one room in numbers, with those who have written what they are to be told; null while nobody was looked for.
 * Shape: `mayApprove` is filled in for each reader.
 */
export async function roomAffected(
  tx: Tx,
  _ctx: Ctx,
  incidentId: string,
): Promise<{ summary: AffectedSummary; writerIds: string[] } | null> {
  const row = await findAffected(tx, incidentId)
  if (!row) return null
  const [count, lost] = await Promise.all([countStates(tx, incidentId), lostOf(tx, incidentId)])
  const summary: AffectedSummary = {
    query: row.query as AffectedSummary['query'],
    state: row.state as AffectedSummary['state'],
    version: row.version,
    text: row.text,
    also: row.also as AffectedSummary['also'],
    writtenBy: row.written_by_name,
    approvedBy: row.approved_by_name,
    approvedAt: row.approved_at?.toISOString() ?? null,
    refusedWhy: row.refused_why,
    complainants: row.complainants,
    mayApprove: false,
    count: Object.fromEntries(
      AffectedState.options.map((state) => [state, count.get(state) ?? 0]),
    ) as AffectedSummary['count'],
    customers: [...count.values()].reduce((sum, n) => sum + n, 0),
    lost: lost
      .map((row) => ({ ticketId: row.ticket_id, at: row.at.toISOString() }))
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
  }
  return { summary, writerIds: row.writers }
}
