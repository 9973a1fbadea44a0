import type { Tx } from '#platform/db/database'

/** Every call of a room, the first one first. */
export function callsOf(tx: Tx, incidentId: string) {
  return tx
    .selectFrom('incidents.call')
    .selectAll()
    .where('incident_id', '=', incidentId)
    .orderBy('at')
    .orderBy('id')
    .limit(5000)
    .execute()
}
