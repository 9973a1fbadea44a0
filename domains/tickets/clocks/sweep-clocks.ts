import { ENDED, type TicketStatus } from '#contracts/tickets'
import { type Services, systemContext } from '#platform/context'
import type { Scope } from '#platform/permissions'
import { closeInSilence, remindOfProposal } from '../followup/silence.ts'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { ringVisits } from '../revisits/ring-visits.ts'
import { type DueKind, dueTickets, nextRing } from './clock-data.ts'
import { ringClock } from './escalate.ts'
import { repeatAlarm } from './raise-alarm.ts'

const MOST = 200
const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }

/** Clocks whose instant has come, over all brands. Two workers never ring the same one: rows are locked, a locked one is skipped. */
export function sweepClocks(services: Services): Promise<number> {
  return sweep(services, 'clocks_due', ringAll)
}

function ringAll(desk: Desk): void {
  if (ENDED.includes(desk.ticket.status as TicketStatus)) {
    desk.clocks = desk.clocks.map((c) => ({ ...c, next_at: null }))
    return
  }
  for (let i = 0; i < desk.clocks.length; i++) desk.clocks[i] = ringClock(desk, desk.clocks[i]!)
}

/** Lets one ticket's clocks and silence ring at every instant up to `until`, as the sweeps would have (demo, what-if). */
export async function ringUntil(
  services: Services,
  brandId: string,
  ticketId: string,
  until: Date,
): Promise<void> {
  for (let rings = 0; rings < 50; rings++) {
    const next = await services.db.inBrand(brandId, (tx) => nextRing(tx, ticketId))
    if (!next || next > until) return
    const ctx = systemContext({ ...services, now: () => next }, brandId)
    await ctx.transaction(async (tx) => {
      const desk = await openDesk(ctx, tx, ticketId, EVERYTHING)
      if (!desk) return
      ringAll(desk)
      if (desk.alarm?.next_at && desk.alarm.next_at <= next) repeatAlarm(desk)
      await ringSilence(desk)
      await ringVisits(desk)
      await saveDesk(desk)
    })
  }
}

export function sweepAlarms(services: Services): Promise<number> {
  return sweep(services, 'alarms_due', (desk) => {
    if (!desk.alarm?.next_at || desk.alarm.next_at > desk.now) return
    if (ENDED.includes(desk.ticket.status as TicketStatus)) {
      desk.alarm.next_at = null
      desk.alarmChanged = true
    } else repeatAlarm(desk)
  })
}

/** Proposals nobody answered: reminded, then closed (F1). */
export function sweepSilences(services: Services): Promise<number> {
  return sweep(services, 'silences_due', ringSilence)
}

async function ringSilence(desk: Desk): Promise<void> {
  if (desk.ticket.closes_at && desk.ticket.closes_at <= desk.now) await closeInSilence(desk)
  else if (desk.ticket.remind_at && desk.ticket.remind_at <= desk.now) remindOfProposal(desk)
}

/** One ticket after the other, each in a transaction of its own: one that fails does not hold up the others. */
export async function sweep(
  services: Services,
  due: DueKind,
  ring: (desk: Desk) => void | Promise<void>,
): Promise<number> {
  const found = await dueTickets(services.db.open, due, services.now(), MOST)
  let rung = 0
  for (const { brand_id, ticket_id } of found) {
    try {
      if (await ringOne(services, brand_id, ticket_id, ring)) rung += 1
    } catch (error) {
      services.log.error({ err: error, ticketId: ticket_id }, 'a ticket could not be seen to; the others are')
    }
  }
  return rung
}

async function ringOne(
  services: Services,
  brandId: string,
  ticketId: string,
  ring: (desk: Desk) => void | Promise<void>,
): Promise<boolean> {
  const ctx = systemContext(services, brandId)
  return ctx.transaction(async (tx) => {
    const desk = await openDesk(ctx, tx, ticketId, EVERYTHING, { skipLocked: true })
    if (!desk) return false
    await ring(desk)
    await saveDesk(desk)
    return true
  })
}
