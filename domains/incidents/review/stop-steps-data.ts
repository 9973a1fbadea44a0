import type { Tx } from '#platform/db/database'

/** Nothing of a closed room rings any more. */
export async function stopSteps(tx: Tx, incidentId: string): Promise<void> {
  await tx
    .updateTable('incidents.step')
    .set({ next_at: null })
    .where('incident_id', '=', incidentId)
    .where('next_at', 'is not', null)
    .execute()
}
