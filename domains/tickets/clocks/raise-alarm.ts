import { alarmRaised, type TicketStatus } from '#contracts/tickets'
import type { Ctx } from '#platform/context'
import { staffOf } from '#platform/context'
import { ticketErrors } from '../errors.ts'
import { atDesk, type Desk } from '../handling/desk.ts'
import { addFact, notify, record, tell, touch } from '../handling/desk-moves.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { mayMove } from '../lifecycle.ts'
import { alarmAudience, present } from '../routing/alarm-audience.ts'
import { giveTo } from '../routing/assign-ticket.ts'

/**
 * Calls everybody whom the playbook names for a P1 (T3) and goes on until somebody takes it.
 * Shape: once on a ticket, and anew for `dangers` that the caller has found to be new in this handling. While it rings, another danger calls once more and the steps up the chain go on.
 */
export function raiseAlarm(desk: Desk, dangers: readonly string[] = []): void {
  if (desk.alarm && !dangers.length) return
  const { playbook } = desk.playbook
  const rule = playbook.responsibility[desk.ticket.rule_index]!
  const together = playbook.teams.filter((t) => rule.together.includes(t.key))
  const called = alarmAudience(
    desk.roster,
    playbook,
    { role: rule.role, chain: rule.chain, together },
    desk.ticket.shop_id,
    dangers,
    desk.ticket.assignee_id,
  )
  const ringing = desk.alarm?.next_at && !desk.alarm.taken_at ? desk.alarm : null
  const begun = {
    raised_at: desk.now,
    level: 0,
    next_at: new Date(desk.now.getTime() + playbook.sla.alarmEverySec * 1000),
  }
  const { raised_at, level, next_at } = ringing ?? begun
  desk.alarm = {
    ...{ brand_id: desk.ticket.brand_id, ticket_id: desk.ticket.id, raised_at, level, next_at },
    ...{ taken_by: null, taken_at: null },
  }
  desk.alarmChanged = true
  addFact(desk, 'alarm', { names: called.map((id) => nameOf(desk, id)) })
  tell(desk, alarmRaised, called, { level, called })
  notify(desk, called, 'alarm')
}

/** Nobody took it: one step up the chain is called too; from its end, everybody again (called by the sweep). */
export function repeatAlarm(desk: Desk): void {
  const { alarm } = desk
  if (!alarm || alarm.taken_at) return
  const rule = desk.playbook.playbook.responsibility[desk.ticket.rule_index]!
  alarm.level += 1
  alarm.next_at = new Date(desk.now.getTime() + repeatAfterMs(desk, alarm.level, rule.chain.length))
  desk.alarmChanged = true
  const roles = rule.chain.slice(0, alarm.level + 1)
  const called = [
    ...new Set([
      ...(desk.ticket.assignee_id ? [desk.ticket.assignee_id] : []),
      ...roles.flatMap((role) => present(desk.roster, role, desk.ticket.shop_id)),
    ]),
  ]
  if (alarm.level <= rule.chain.length)
    addFact(desk, 'alarm_repeated', { level: alarm.level, names: called.map((id) => nameOf(desk, id)) })
  tell(desk, alarmRaised, called, { level: alarm.level, called })
  if (alarm.level <= rule.chain.length) notify(desk, called, 'alarm')
}

const LONGEST_WAIT_MS = 15 * 60_000

/** Every step of the chain after the playbook's seconds; once everybody has been called, ever more slowly, but never silent. */
function repeatAfterMs(desk: Desk, level: number, chainLength: number): number {
  const step = desk.playbook.playbook.sla.alarmEverySec * 1000
  return Math.max(step, Math.min(step * 2 ** Math.max(0, level - chainLength), LONGEST_WAIT_MS))
}

/** 接手: whoever takes the alarm holds the ticket. Errors: tickets.noAlarm, tickets.alarmTaken with the name. */
export function takeAlarm(ctx: Ctx, id: string): Promise<void> {
  return atDesk(ctx, id, 'tickets.take', async (desk) => {
    const staff = staffOf(ctx)
    refuseOwnCase(desk)
    if (!desk.alarm) throw ticketErrors.noAlarm()
    if (desk.alarm.taken_by) throw ticketErrors.alarmTaken({ name: nameOf(desk, desk.alarm.taken_by) })
    desk.alarm.taken_by = staff.staffId
    desk.alarm.taken_at = desk.now
    desk.alarm.next_at = null
    desk.alarmChanged = true
    addFact(desk, 'taken', { by: staff.name })
    record(desk, 'tickets.takeAlarm')
    tell(desk, alarmRaised)
    const status = desk.ticket.status as TicketStatus
    if (desk.ticket.assignee_id !== staff.staffId && (mayMove(status, 'assigned') || status === 'assigned')) {
      giveTo(desk, { id: staff.staffId, name: staff.name }, { taken: true })
    }
    touch(desk)
  })
}

function nameOf(desk: Desk, id: string | null): string {
  return desk.roster.people.find((p) => p.id === id)?.name ?? ''
}
