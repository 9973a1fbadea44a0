import type { z } from 'zod'
import { type SetAside, ticketClosed } from '#contracts/tickets'
import type { AcceptForCustomer } from '#contracts/tickets/followup'
import type { Ctx } from '#platform/context'
import { startClocks } from '../clocks/ticket-clocks.ts'
import { sendOwnHeld } from '../composer/hold.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { planAfterClosing } from '../revisits/plan-visits.ts'
import { giveTo, pickFor } from '../routing/assign-ticket.ts'
import { refuseMissingFacts } from './closing-facts.ts'
import { atDesk, type Desk } from './desk.ts'
import {
  addEntry,
  addFact,
  cancelClocks,
  meetClock,
  record,
  resumeClocks,
  setStatus,
  tell,
  touch,
} from './desk-moves.ts'

/**
 * Closes with a word on why. Clocks that still run are over; an unanswered ticket counts as answered only if somebody answered.
 * Errors: closing.factsMissing unless `despite` says why, from somebody who may (tickets.closeDespite).
 */
export function closeTicket(ctx: Ctx, id: string, note: string, despite?: string): Promise<void> {
  return atDesk(ctx, id, 'tickets.close', (desk) => closeAt(desk, note, despite))
}

/** The same on a desk that is open: one ticket among many. */
export async function closeAt(desk: Desk, note: string, despite?: string): Promise<void> {
  refuseOwnCase(desk)
  await sendOwnHeld(desk)
  await refuseMissingFacts(desk, despite)
  addEntry(desk, { kind: 'note', text: note, data: { closing: true } })
  endTicket(desk, { by: 'staff' })
}

/** The end of a ticket, however it came about. */
export function endTicket(desk: Desk, data: Record<string, unknown>): void {
  resumeClocks(desk)
  setStatus(desk, 'closed', data)
  meetClock(desk, 'plan', 'resolve')
  cancelClocks(desk)
  Object.assign(desk.ticket, { closes_at: null, remind_at: null })
  if (desk.alarm && !desk.alarm.taken_at) {
    desk.alarm.next_at = null
    desk.alarmChanged = true
  }
  desk.before.push(planAfterClosing)
  tell(desk, ticketClosed)
  touch(desk)
}

/**
 * The customer said yes to somebody of ours; who records it and how it was said stay on record.
 * Errors: tickets.illegalMove unless a solution stands open.
 */
export function acceptForCustomer(
  ctx: Ctx,
  id: string,
  said: z.infer<typeof AcceptForCustomer>,
): Promise<void> {
  return atDesk(ctx, id, 'tickets.propose', async (desk) => {
    refuseOwnCase(desk)
    if (said.words) addEntry(desk, { kind: 'note', text: said.words, data: { accepted: said.via } })
    settle(desk, { recorded: true, via: said.via })
  })
}

/** Content with the solution: resolved now, closed after the playbook's hours (time to rate). */
export function settle(desk: Desk, data: Record<string, unknown> = {}): void {
  setStatus(desk, 'resolved', data)
  addFact(desk, 'accepted', data)
  record(desk, 'tickets.accept', data)
  desk.ticket.remind_at = null
  desk.ticket.closes_at = new Date(
    desk.now.getTime() + desk.playbook.playbook.closing.acceptedHours * 3_600_000,
  )
  touch(desk)
}

/** T5: spam, abuse, empty and test messages leave the work, never the database. */
export function setAside(ctx: Ctx, id: string, input: z.infer<typeof SetAside>): Promise<void> {
  return atDesk(ctx, id, 'tickets.setAside', async (desk) => setAsideAt(desk, input))
}

export function setAsideAt(desk: Desk, { reason }: z.infer<typeof SetAside>): void {
  refuseOwnCase(desk)
  putAside(desk, reason)
}

/** The move itself, by people and rules alike. */
export function putAside(desk: Desk, reason: z.infer<typeof SetAside>['reason']): void {
  resumeClocks(desk)
  setStatus(desk, 'set_aside', { reason })
  cancelClocks(desk)
  if (desk.alarm && !desk.alarm.taken_at) {
    desk.alarm.next_at = null
    desk.alarmChanged = true
  }
  Object.assign(desk.ticket, { closes_at: null, remind_at: null })
  touch(desk)
}

/** Back to work: somebody present gets it, and its clocks start now. */
export function recover(ctx: Ctx, id: string): Promise<void> {
  return atDesk(ctx, id, 'tickets.setAside', (desk) => {
    refuseOwnCase(desk)
    return takeBack(desk)
  })
}

/** The move itself; a customer's next word takes a ticket back as well. */
export async function takeBack(desk: Desk): Promise<void> {
  const rule = desk.playbook.playbook.responsibility[desk.ticket.rule_index]!
  setStatus(desk, 'assigned', { recovered: true })
  const cycle = desk.clocks.length ? desk.ticket.cycle + 1 : 1
  desk.ticket.cycle = cycle
  desk.clocks = [...desk.clocks, ...startClocks(desk.rules(), cycle, desk.now)]
  meetClock(desk, 'acknowledge')
  const picked = await pickFor(desk, [rule.role, ...rule.chain])
  if (picked) giveTo(desk, picked.person)
}
