import { type Selectable, sql } from 'kysely'
import type { CallMeans } from '#contracts/insights'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

/** People by id, groups by name. */
export type Whom = { staffIds: string[]; groups: string[] }
export type CallTold = { by: (Whom & { means: CallMeans })[]; missed: Whom; over: boolean }
export type CallRow = Omit<Selectable<DB['insights.call']>, 'told'> & { told: CallTold | null }

export async function insertCall(
  tx: Tx,
  brandId: string,
  call: { alarmId: string; level: number; at: Date },
): Promise<void> {
  await tx
    .insertInto('insights.call')
    .values({ brand_id: brandId, alarm_id: call.alarmId, level: call.level, at: call.at })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function saveTold(tx: Tx, alarmId: string, level: number, told: CallTold): Promise<void> {
  await tx
    .updateTable('insights.call')
    .set({ told: JSON.stringify(told) })
    .where('alarm_id', '=', alarmId)
    .where('level', '=', level)
    .execute()
}

/** The latest calls of each alarm, newest first. */
export async function latestCalls(tx: Tx, alarmIds: readonly string[], each: number): Promise<CallRow[]> {
  const { rows } = await sql<CallRow>`
    select c.* from unnest(${[...alarmIds]}::uuid[]) as a(id)
    cross join lateral (select * from insights.call where brand_id = platform.brand() and alarm_id = a.id order by level desc limit ${each}) c
    order by c.alarm_id, c.level desc`.execute(tx)
  return rows
}
