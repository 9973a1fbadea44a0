import { alarmRaised } from '#contracts/insights'
import { alarmFacts } from '#domains/insights'
import type { Roster } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { insertRound } from '../send/delivery-data.ts'
import { concernedBy } from './concerned.ts'
import type { HeardRow } from './heard-data.ts'

/** What an early warning has to say; null when the event is none of it. What calls again is for the groups of all of its shops, who may judge it. */
export async function saidOfEarly(ctx: Ctx, tx: Tx, event: HeardRow, roster: (tx: Tx) => Promise<Roster>) {
  if (event.name !== alarmRaised.name) return null
  const { alarmId, level = 0 } = alarmRaised.body.parse(event.body)
  const early = await alarmFacts(tx, alarmId)
  if (!early || !(level ? early.calling : early.open)) return []
  const staffIds = concernedBy(await roster(tx), early.shopIds, level)
  const roundId = event.event_id
  await insertRound(tx, ctx, {
    id: roundId,
    alarm_id: alarmId,
    // What is no danger reaches people as they wish: nobody is missed.
    called: early.urgent ? staffIds : [],
    level,
    at: event.at,
  })
  return [
    {
      kind: early.urgent ? 'early_emergency' : 'early_alarm',
      staffIds,
      data: { earlyId: alarmId, level },
      roundId,
      robots: true,
      shopIds: early.shopIds,
      near: level ? ('every' as const) : ('some' as const),
    },
  ]
}
