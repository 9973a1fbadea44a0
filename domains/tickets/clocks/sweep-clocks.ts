import { sql } from 'kysely'
import { ENDED, type TicketStatus } from '#contracts/tickets'
import { type Services, systemContext } from '#platform/context'
import type { Scope } from '#platform/permissions'
import { closeInSilence, remindOfProposal } from '../followup/silence.ts'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { ringClock } from './escalate.ts'
import { repeatAlarm } from './raise-alarm.ts'

const MOST = 200
const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }

/** Clocks whose instant has come, over all brands. Two workers never ring the same one: rows are locked, a locked one is skipped. */
export function sweepClocks(services: Services): Promise<number> {
  return sweep(services, 'clocks_due', (desk) => {
    if (ENDED.includes(desk.ticket.status as TicketStatus)) {
      desk.clocks = desk.clocks.map((c) => ({ ...c, next_at: null }))
      return
    }
    for (let i = 0; i < desk.clocks.length; i++) desk.clocks[i] = ringClock(desk, desk.clocks[i]!)
  })
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
  return sweep(services, 'silences_due', (desk) => {
    if (desk.ticket.closes_at && desk.ticket.closes_at <= desk.now) closeInSilence(desk)
    else if (desk.ticket.remind_at && desk.ticket.remind_at <= desk.now) remindOfProposal(desk)
  })
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
    const ctx = systemContext(services, brand_id)
    await ctx.transaction(async (tx) => {
      const desk = await openDesk(ctx, tx, ticket_id, EVERYTHING, true)
      if (!desk) return
      ring(desk)
      await saveDesk(desk)
      rung += 1
    })
  }
  return rung
}
