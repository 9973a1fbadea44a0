import { sql } from 'kysely'
import { ENDED, type TicketStatus } from '#contracts/tickets'
import { type Services, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { Scope } from '#platform/permissions'
import { closeInSilence, remindOfProposal } from '../followup/silence.ts'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
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
      ringSilence(desk)
      await saveDesk(desk)
    })
  }
}

async function nextRing(tx: Tx, ticketId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select least(
    (select min(next_at) from tickets.clock where ticket_id = ${ticketId}::uuid),
    (select next_at from tickets.alarm where ticket_id = ${ticketId}::uuid),
    (select least(closes_at, remind_at) from tickets.ticket where id = ${ticketId}::uuid)) as at`.execute(tx)
  return rows[0]?.at ?? null
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

function ringSilence(desk: Desk): void {
  if (desk.ticket.closes_at && desk.ticket.closes_at <= desk.now) closeInSilence(desk)
  else if (desk.ticket.remind_at && desk.ticket.remind_at <= desk.now) remindOfProposal(desk)
}

async function sweep(
  services: Services,
  due: 'clocks_due' | 'alarms_due' | 'silences_due',
  ring: (desk: Desk) => void,
): Promise<number> {
  const found = await sql<{ brand_id: string; ticket_id: string }>`
    select brand_id, ticket_id from ${sql.ref(`tickets.${due}`)}(${services.now()}, ${MOST})`.execute(
    services.db.open,
  )
  let rung = 0
  for (const { brand_id, ticket_id } of found.rows) {
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
  ring: (desk: Desk) => void,
): Promise<boolean> {
  const ctx = systemContext(services, brandId)
  return ctx.transaction(async (tx) => {
    const desk = await openDesk(ctx, tx, ticketId, EVERYTHING, true)
    if (!desk) return false
    ring(desk)
    await saveDesk(desk)
    return true
  })
}
