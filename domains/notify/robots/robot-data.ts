import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type RobotRow = Selectable<DB['notify.robot']>

export function readRobots(tx: Tx): Promise<RobotRow[]> {
  return tx.selectFrom('notify.robot').selectAll().orderBy('created_at').orderBy('id').limit(200).execute()
}

export function findRobot(tx: Tx, id: string): Promise<RobotRow | undefined> {
  return tx.selectFrom('notify.robot').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertRobot(tx: Tx, row: Insertable<DB['notify.robot']>): Promise<void> {
  await tx.insertInto('notify.robot').values(row).execute()
}

export async function updateRobot(tx: Tx, id: string, set: Updateable<DB['notify.robot']>): Promise<void> {
  await tx.updateTable('notify.robot').set(set).where('id', '=', id).execute()
}

export async function deleteRobot(tx: Tx, id: string): Promise<RobotRow | undefined> {
  return tx.deleteFrom('notify.robot').where('id', '=', id).returningAll().executeTakeFirst()
}

/**
 * Takes places among the messages that the service allows in any minute, for whichever process asks first.
 * Shape: how many of `wanted` were given, and when the next one is free. The row is held until the transaction ends.
 */
export async function takePlaces(
  tx: Tx,
  id: string,
  { wanted, perMinute, now }: { wanted: (free: number) => number; perMinute: number; now: Date },
): Promise<{ given: number; freeAt: Date }> {
  const row = await tx
    .selectFrom('notify.robot')
    .select(['recent', 'rest_until'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const minuteAgo = now.getTime() - 60_000
  const recent = (row?.recent ?? []).map((at) => new Date(at)).filter((at) => at.getTime() > minuteAgo)
  if (row?.rest_until && row.rest_until > now) return { given: 0, freeAt: row.rest_until }
  const free = Math.max(0, perMinute - recent.length)
  const given = Math.min(free, wanted(free))
  const oldest = recent[0] ?? now
  if (given > 0)
    await tx
      .updateTable('notify.robot')
      .set({ recent: [...recent, ...Array.from({ length: given }, () => now)] })
      .where('id', '=', id)
      .execute()
  return { given, freeAt: new Date(oldest.getTime() + 60_001) }
}

/** Of the places taken last so many were not used. */
export async function givePlacesBack(tx: Tx, id: string, unused: number): Promise<void> {
  await tx
    .updateTable('notify.robot')
    .set({ recent: sql`recent[1:cardinality(recent) - ${unused}::int]` })
    .where('id', '=', id)
    .execute()
}

export async function saveHealth(tx: Tx, id: string, health: object, restUntil: Date | null): Promise<void> {
  await tx
    .updateTable('notify.robot')
    .set({ health: JSON.stringify(health), ...(restUntil ? { rest_until: restUntil } : {}) })
    .where('id', '=', id)
    .execute()
}

/** Whether anybody at all would be told anything. */
export async function anybodyTold(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select
    exists (select from notify.robot where "on") or exists (select from notify.push_subscription)
    or exists (select from notify.sender where "on" and kind <> 'push') as any`.execute(tx)
  return rows[0]?.any ?? false
}
