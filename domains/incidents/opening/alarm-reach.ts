import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { incidentErrors } from '../errors.ts'

type ShopsOfAlarm = (tx: Tx, alarmId: string) => Promise<readonly string[] | null>
let shopsOfAlarm: ShopsOfAlarm = async () => null

/** The room that listens to many voices says here at which shops an early warning was heard; null: there is none. Called once, when the program starts. */
export function knowAlarms(known: ShopsOfAlarm): void {
  shopsOfAlarm = known
}

/** Whoever answers for some shops opens a room for a warning that is of these alone. Errors: incidents.alarmUnknown. */
export async function refuseAlarmOutOfReach(ctx: Ctx, tx: Tx, alarmId: string): Promise<void> {
  const reach = scopeOf(ctx.actor, 'incidents.open')?.shops ?? []
  const shops = await shopsOfAlarm(tx, alarmId)
  const mine = reach === 'all' || (shops?.length && shops.every((id) => reach.includes(id)))
  if (!shops || !mine) throw incidentErrors.alarmUnknown({}, 'alarmId')
}
