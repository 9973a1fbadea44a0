import { alarmRaised } from '#contracts/insights'
import { openIncidentOfTickets } from '#domains/incidents'
import { type Ctx, type Services, systemContext } from '#platform/context'
import { eventRow, publish } from '#platform/events/publish'
import * as data from './alarm-data.ts'
import { insertCall } from './call-data.ts'
import { audienceOf, LONGEST_WAIT_MS, nextCallAt } from './keep-alarms.ts'

const MOST = 100

/** Alarms of what may do harm, at which nobody has looked so far and which no open room is about, are raised again, over all brands. */
export async function sweepCalls(services: Services): Promise<number> {
  const due = await data.callsDue(services.db.open, services.now(), MOST)
  for (const { brand_id, id } of due) {
    try {
      await callAgain(systemContext(services, brand_id), id)
    } catch (error) {
      services.log.error({ err: error, alarm: id }, 'an alarm could not call again; the others do')
    }
  }
  return due.length
}

function callAgain(ctx: Ctx, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const now = ctx.now()
    const row = await data.lockCall(tx, id, now)
    if (!row) return
    if (row.ticket_ids.length && (await openIncidentOfTickets(tx, row.ticket_ids))) {
      // The people of a room are at it already; should it close and nobody have looked, the alarm calls again.
      await data.updateAlarm(tx, id, { next_at: new Date(now.getTime() + LONGEST_WAIT_MS) })
      return
    }
    const level = row.level + 1
    await data.updateAlarm(tx, id, { level, next_at: nextCallAt(now, level) })
    await insertCall(tx, row.brand_id, { alarmId: id, level, at: now })
    await publish(tx, ctx, eventRow(alarmRaised, { alarmId: id, level }, audienceOf(row.shop_ids)))
  })
}
