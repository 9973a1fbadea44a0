import type { Role } from '#contracts/people'
import { ticketReopened } from '#contracts/tickets'
import type { Ctx } from '#platform/context'
import { startClocks } from '../clocks/ticket-clocks.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { cancelVisits } from '../revisits/plan-visits.ts'
import { giveTo, moveTeam, pickFor } from '../routing/assign-ticket.ts'
import type { Picked } from '../routing/pick-person.ts'
import { rolesAbove } from '../routing/roles-above.ts'
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
 * Shape: everybody who had it before is passed over; when nobody else is that high, the highest keeps it rather than somebody lower.
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
  const held = desk.roster.people.find((p) => p.id === before)?.roles.map((r) => r.role) ?? []
  const picked = await pickHigher(desk, rolesAbove(rule.chain, ticket.cycle, held))
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

async function pickHigher(desk: Desk, roles: readonly Role[]): Promise<Picked | null> {
  const other = await pickFor(desk, roles, desk.ticket.past_assignees)
  if (other && (roles.length === 0 || roles.includes(other.role))) return other
  const top = await pickFor(desk, roles)
  return top && roles.includes(top.role) ? top : other
}
