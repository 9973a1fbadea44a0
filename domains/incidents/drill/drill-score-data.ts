import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

const TOGETHER = 5000

/** Every call of a room, the first one first. */
export async function callsOf(tx: Tx, incidentId: string): Promise<CallRow[]> {
  const all: CallRow[] = []
  for (;;) {
    const page = await callsAfter(tx, incidentId, all.at(-1))
    all.push(...page)
    if (page.length < TOGETHER) return all
  }
}

type CallRow = Selectable<DB['incidents.call']>

function callsAfter(tx: Tx, incidentId: string, after: CallRow | undefined): Promise<CallRow[]> {
  let q = tx.selectFrom('incidents.call').selectAll().where('incident_id', '=', incidentId)
  if (after) q = q.where(sql<boolean>`(at, id) > (${after.at}, ${after.id}::uuid)`)
  return q.orderBy('at').orderBy('id').limit(TOGETHER).execute()
}
