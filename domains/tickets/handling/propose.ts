import { proposalMade } from '#contracts/tickets'
import type { Ctx } from '#platform/context'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { atDesk, type Desk } from './desk.ts'
import { addOutgoing, meetClock, record, resumeClocks, setStatus, tell, touch } from './desk-moves.ts'
import { answered } from './reply.ts'

const DAY_MS = 86_400_000

/**
 * Offers the customer a solution to accept or reject (F1). It meets the respond, plan and resolve clocks of this cycle;
 * silence closes the ticket after the playbook's days, with a reminder before.
 */
export function propose(ctx: Ctx, id: string, text: string): Promise<void> {
  return atDesk(ctx, id, 'tickets.propose', async (desk) => {
    refuseOwnCase(desk)
    addOutgoing(desk, text, { proposal: true })
    answered(desk)
    resumeClocks(desk)
    meetClock(desk, 'plan', 'resolve')
    setStatus(desk, 'proposed')
    waitForAnswer(desk, text)
    tell(desk, proposalMade)
    record(desk, 'tickets.propose', { cycle: desk.ticket.cycle })
    touch(desk)
  })
}

function waitForAnswer(desk: Desk, text: string): void {
  const { closing } = desk.playbook.playbook
  const closesAt = new Date(desk.now.getTime() + closing.silentDays * DAY_MS)
  desk.ticket.proposal = { text, at: desk.now.toISOString() }
  desk.ticket.closes_at = closesAt
  desk.ticket.remind_at =
    closing.remindBeforeDays > 0 ? new Date(closesAt.getTime() - closing.remindBeforeDays * DAY_MS) : null
}
