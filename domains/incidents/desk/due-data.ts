import { sql } from 'kysely'
import type { Database } from '#platform/db/database'

export type DueKind = 'posts_due' | 'steps_due' | 'measures_due' | 'seals_due' | 'affected_due'

export type DueRoom = { brand_id: string; incident_id: string }

/** Rooms of all brands with something due at an instant, the longest overdue first. */
export async function dueRooms(db: Database['open'], kind: DueKind, at: Date, most: number) {
  const { rows } = await sql<DueRoom>`
    select brand_id, incident_id from ${sql.ref(`incidents.${kind}`)}(${at}, ${most})`.execute(db)
  return rows
}
