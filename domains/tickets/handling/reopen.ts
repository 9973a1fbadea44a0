import { ticketReopened } from '#contracts/tickets'
import type { Ctx } from '#platform/context'
import { startClocks } from '../clocks/ticket-clocks.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { cancelVisits } from '../revisits/plan-visits.ts'
import { giveTo, moveTeam, pickFor } from '../routing/assign-ticket.ts'
import { atDesk, type Desk } from './desk.ts'
import {
  addEntry,
  addFact,
  cancelClocks,
  notify,
  record,
  resumeClocks,
  setStatus,
  tell,
  touch,
} from './desk-moves.ts'

export function reopenTicket(ctx: Ctx, id: string, reason: string): Promise<void> {
  return atDesk(ctx, id, 'tickets.reopen', async (desk) => {
    refuseOwnCase(desk)
    addEntry(desk, { kind: 'note', text: reason, data: { reopening: true } })
    await beginAgain(desk, { by: 'staff' })
  })
}

/**
 * A second handling (F1): a different and higher person, clocks of their own with tighter targets, the old cycle kept as it was.
 * Shape: everybody who had it before is passed over; the search starts one step up the chain for each cycle.
 */
export async function beginAgain(desk: Desk, data: Record<string, unknown>): Promise<void> {
  const { ticket } = desk
  resumeClocks(desk)
  cancelClocks(desk)
  setStatus(desk, 'reopened', data)
  await cancelVisits(desk, 'reopened')
  const before = ticket.assignee_id
  ticket.past_assignees = [...new Set([...ticket.past_assignees, ...(before ? [before] : [])])]
  ticket.cycle += 1
  Object.assign(ticket, { late_reason: '', proposal: null, closes_at: null, remind_at: null, rating: null })
  desk.clocks = [...desk.clocks, ...startClocks(desk.rules(), ticket.cycle, desk.now)]
  const rule = desk.playbook.playbook.responsibility[ticket.rule_index]!
  const higher = rule.chain.slice(Math.min(ticket.cycle - 2, rule.chain.length - 1))
  const picked = await pickFor(desk, higher, ticket.past_assignees)
  ticket.escalation = Math.max(ticket.escalation, ticket.cycle - 1)
  addFact(desk, 'reopened', { cycle: ticket.cycle, ...data })
  tell(desk, ticketReopened, [before])
  record(desk, 'tickets.reopen', { cycle: ticket.cycle, ...data })
  notify(desk, [before], 'rejected')
  if (picked) {
    moveTeam(desk, picked.role)
    giveTo(desk, picked.person, { reopened: true, role: picked.role })
  } else setStatus(desk, 'assigned')
  touch(desk)
}
