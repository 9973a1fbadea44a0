import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import { type Reader, reached } from './list-data.ts'

/** Open rooms in reach, without drills; the newest first. */
export function openRooms(tx: Tx, reader: Reader) {
  return tx
    .selectFrom('incidents.incident as i')
    .select(['i.id', 'i.number', 'i.drill', 'i.title', 'i.status', 'i.plan', 'i.shop_ids'])
    .select(['i.leader_id', 'i.spokesperson_id', 'i.opened_at'])
    .where('i.closed_at', 'is', null)
    .where('i.drill', '=', false)
    .where(reached(reader))
    .orderBy('i.opened_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(100)
    .execute()
}
export type OpenRoom = Awaited<ReturnType<typeof openRooms>>[number]

/** The steps of these rooms that have a time, the earliest first. */
export function timedSteps(tx: Tx, ids: string[]) {
  return tx
    .selectFrom('incidents.step')
    .select(['incident_id', 'key', 'added_title', 'post', 'due_at', 'law'])
    .where('incident_id', 'in', ids)
    .where('state', '=', 'open')
    .where('due_at', 'is not', null)
    .orderBy('due_at')
    .orderBy('position')
    .limit(5000)
    .execute()
}
export type TimedStep = Awaited<ReturnType<typeof timedSteps>>[number]

export function teamsOf(tx: Tx, ids: string[]) {
  return tx.selectFrom('incidents.member').selectAll().where('incident_id', 'in', ids).execute()
}

/** Of the seals in force of these rooms: shops that have answered, of those that are asked. */
export async function countSealed(tx: Tx, ids: string[]): Promise<{ answered: number; of: number }> {
  return tx
    .selectFrom('incidents.seal_shop as w')
    .innerJoin('incidents.seal as s', (j) =>
      j.onRef('s.brand_id', '=', 'w.brand_id').onRef('s.id', '=', 'w.seal_id'),
    )
    .select([
      sql<number>`(count(*) filter (where w.state <> 'waiting'))::int`.as('answered'),
      sql<number>`count(*)::int`.as('of'),
    ])
    .where('s.incident_id', 'in', ids)
    .where('s.lifted_at', 'is', null)
    .executeTakeFirstOrThrow()
}
