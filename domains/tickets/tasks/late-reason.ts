import { ticketChanged } from '#contracts/tickets'
import type { Ctx } from '#platform/context'
import { nextDue } from '../clocks/ticket-clocks.ts'
import { atDesk } from '../handling/desk.ts'
import { addFact, record, tell, touch } from '../handling/desk-moves.ts'
import { taskErrors } from './errors.ts'

/** Why an overdue ticket is overdue, said by whoever may answer on it (R3). Errors: tickets.notFound, tasks.notLate. */
export function explainDelay(ctx: Ctx, ticketId: string, reason: string): Promise<void> {
  return atDesk(ctx, ticketId, 'tickets.reply', async (desk) => {
    const due = nextDue(desk.clocks)
    if (!due || due.due_at > desk.now) throw taskErrors.notLate()
    desk.ticket.late_reason = reason
    addFact(desk, 'late_reason', { metric: due.due_metric }, reason)
    record(desk, 'tickets.explainDelay', { metric: due.due_metric })
    tell(desk, ticketChanged)
    touch(desk)
  })
}
