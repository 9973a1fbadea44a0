import { incidentCalled } from '#contracts/incidents'
import { stopSaleTold } from '#contracts/incidents/seal'
import { alarmRaised as earlyAlarmRaised } from '#contracts/insights'
import { alarmRaised } from '#contracts/tickets'
import { loadRoster, type Roster } from '#domains/people'
import { type Ctx, type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { addCalls } from '../webhooks/add-calls.ts'
import * as data from './heard-data.ts'
import { tellStaff } from './tell-staff.ts'

const TOGETHER = 100
const FIRST_WAIT_S = 5
const LONGEST_WAIT_S = 3600
/** Of what calls somebody at once. */
const LONGEST_URGENT_S = 60
const URGENT = [alarmRaised, incidentCalled, stopSaleTold, earlyAlarmRaised].map((e) => e.name)

/** Turns events into messages to people and calls of endpoints: one transaction each, so that each is told exactly once. */
export function sweepHeardEvents(services: Services): Promise<number> {
  return sweepWaiting(services, false)
}

/** The same for what calls somebody at once, beside everything else. */
export function sweepUrgentEvents(services: Services): Promise<number> {
  return sweepWaiting(services, true)
}

async function sweepWaiting(services: Services, urgent: boolean): Promise<number> {
  const waiting = await data.waitingEvents(services, services.now(), TOGETHER, urgent)
  const rosters = new Map<string, Roster>()
  for (const { brand_id, event_id } of waiting) {
    const ctx = systemContext(services, brand_id)
    const roster = async (tx: Tx) => {
      const known = rosters.get(brand_id) ?? (await loadRoster(tx, ctx.now()))
      rosters.set(brand_id, known)
      return known
    }
    await take(ctx, event_id, roster)
  }
  return waiting.length
}

async function take(ctx: Ctx, eventId: string, roster: (tx: Tx) => Promise<Roster>): Promise<void> {
  try {
    await ctx.transaction(async (tx) => {
      const event = await data.takeHeard(tx, eventId)
      if (!event) return
      await tellStaff(ctx, tx, event, roster)
      await addCalls(ctx, tx, event)
      await data.forgetHeard(tx, eventId)
    })
  } catch (error) {
    ctx.log.error({ err: error, event: eventId }, 'an event could not be told; it is tried again')
    await ctx.transaction(async (tx) => {
      const event = await data.takeHeard(tx, eventId)
      if (!event) return
      const longestS = URGENT.includes(event.name) ? LONGEST_URGENT_S : LONGEST_WAIT_S
      const waitS = Math.min(FIRST_WAIT_S * 2 ** Math.min(event.tries, 20), longestS)
      await data.postponeHeard(tx, eventId, new Date(ctx.now().getTime() + waitS * 1000))
    })
  }
}
