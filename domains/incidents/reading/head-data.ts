import type { Tx } from '#platform/db/database'
import type { Head } from './personal.ts'

export async function headsOf(tx: Tx, ids: string[]): Promise<Map<string, Head>> {
  const [incidents, members] = await Promise.all([
    tx.selectFrom('incidents.incident').selectAll().where('id', 'in', ids).execute(),
    tx.selectFrom('incidents.member').selectAll().where('incident_id', 'in', ids).execute(),
  ])
  return new Map(
    incidents.map((incident) => [
      incident.id,
      { incident, members: members.filter((m) => m.incident_id === incident.id) },
    ]),
  )
}
