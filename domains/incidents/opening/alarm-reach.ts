import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { incidentErrors } from '../errors.ts'

/** `cause`: what all of it is of; null where it is of a place or an hour, at which anything may be told. */
type Alarm = { shopIds: readonly string[]; ticketIds: readonly string[]; cause: Cause }
export type Cause = 'batch' | 'product' | null
type FindAlarm = (tx: Tx, alarmId: string) => Promise<Alarm | null>
let findAlarm: FindAlarm = async () => null

/** The room that listens to many voices says here at which shops and in which tickets an early warning was heard; null: there is none. Called once, when the program starts. */
export function knowAlarms(known: FindAlarm): void {
  findAlarm = known
}

export async function ticketsOfAlarm(tx: Tx, alarmId: string): Promise<readonly string[]> {
  return (await findAlarm(tx, alarmId))?.ticketIds ?? []
}

export async function causeOfAlarm(tx: Tx, alarmId: string): Promise<Cause> {
  return (await findAlarm(tx, alarmId))?.cause ?? null
}

/** Whoever answers for some shops opens a room for a warning that is of these alone. Errors: incidents.alarmUnknown. */
export async function refuseAlarmOutOfReach(ctx: Ctx, tx: Tx, alarmId: string): Promise<void> {
  const reach = scopeOf(ctx.actor, 'incidents.open')?.shops ?? []
  const shops = (await findAlarm(tx, alarmId))?.shopIds
  const mine = reach === 'all' || (shops?.length && shops.every((id) => reach.includes(id)))
  if (!shops || !mine) throw incidentErrors.alarmUnknown({}, 'alarmId')
}
