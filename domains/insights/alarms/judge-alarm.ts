import type { z } from 'zod'
import type { incidentOpened } from '#contracts/incidents'
import { alarmChanged, type DismissAlarm } from '#contracts/insights'
import { audit } from '#platform/audit/audit'
import { type Ctx, staffOf } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { type Scope, scopeOf } from '#platform/permissions'
import { insightErrors } from '../errors.ts'
import * as data from './alarm-data.ts'
import { audienceOf } from './keep-alarms.ts'
import { mayJudge } from './read-alarms.ts'

/** What was said to be none stays quiet for so long. */
const QUIET_MS = 7 * 86_400_000
const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }

/** Somebody has looked at it; one that was said to be none counts again. Errors: insights.notFound, insights.hasIncident. */
export function seeAlarm(ctx: Ctx, id: string): Promise<void> {
  return decide(ctx, id, 'insights.seeAlarm', (row) => {
    if (row.state === 'incident') throw insightErrors.hasIncident()
    if (row.state === 'seen') return null
    return { state: 'seen', cause: '', reason: '', quiet_until: null }
  })
}

/** It is none: what it speaks of stays quiet for seven days, and why is kept. Errors: insights.notFound, insights.hasIncident. */
export function dismissAlarm(ctx: Ctx, id: string, input: DismissAlarm): Promise<void> {
  return decide(ctx, id, 'insights.dismissAlarm', (row) => {
    if (row.state === 'incident') throw insightErrors.hasIncident()
    const quiet_until = new Date(ctx.now().getTime() + QUIET_MS)
    return { state: 'dismissed', cause: input.cause, reason: input.reason, quiet_until }
  })
}

function decide(
  ctx: Ctx,
  id: string,
  action: string,
  judge: (row: data.AlarmData) => Partial<data.AlarmData> | null,
): Promise<void> {
  return ctx.transaction(async (tx) => {
    const row = await data.lockAlarm(tx, scopeOf(ctx.actor, 'insights.judgeAlarms'), id)
    if (!row || !mayJudge(ctx, row)) throw insightErrors.notFound()
    const set = judge(row)
    if (!set) return
    await data.updateAlarm(tx, id, {
      ...set,
      next_at: null,
      decided_by: staffOf(ctx).staffId,
      decided_at: ctx.now(),
    })
    await audit(tx, ctx, {
      action,
      subjectKind: 'alarm',
      subjectId: id,
      data: {
        series: `${row.kind}:${row.key}`,
        from: row.state,
        ...(set.cause ? { cause: set.cause, reason: set.reason } : {}),
      },
    })
    await tell(tx, ctx, row)
  })
}

/** An emergency room was opened from an alarm: it leads there from now on. A second event changes nothing. */
export async function linkIncident(ctx: Ctx, event: z.infer<typeof incidentOpened.body>): Promise<void> {
  const { alarmId, incidentId, drill } = event
  if (!alarmId || drill) return
  await ctx.transaction(async (tx) => {
    const row = await data.lockAlarm(tx, EVERYTHING, alarmId)
    if (!row || row.incident_id) return
    await data.updateAlarm(tx, alarmId, {
      state: 'incident',
      incident_id: incidentId,
      quiet_until: null,
      next_at: null,
    })
    await tell(tx, ctx, row)
  })
}

const tell = (tx: Tx, ctx: Ctx, row: data.AlarmData) =>
  publish(tx, ctx, eventRow(alarmChanged, { alarmId: row.id }, audienceOf(row.shop_ids)))
