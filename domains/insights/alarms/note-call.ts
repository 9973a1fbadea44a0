import { alarmChanged } from '#contracts/insights'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import type { Scope } from '#platform/permissions'
import { findAlarm } from './alarm-data.ts'
import { type CallTold, saveTold } from './call-data.ts'
import { audienceOf } from './keep-alarms.ts'

const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }

/** Whom a call of an alarm has reached by which means. Shape: `level` as in its event, 0 when it was raised; told again, the later word stands. */
export async function noteCall(
  ctx: Ctx,
  tx: Tx,
  alarmId: string,
  { level, ...told }: CallTold & { level: number },
): Promise<void> {
  const alarm = await findAlarm(tx, EVERYTHING, alarmId)
  if (!alarm) return
  await saveTold(tx, alarmId, level, told)
  await publish(tx, ctx, eventRow(alarmChanged, { alarmId }, audienceOf(alarm.shop_ids)))
}
