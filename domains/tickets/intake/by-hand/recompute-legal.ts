import type { LegalDeadline } from '#contracts/tickets/by-hand'
import { holidaysOf } from '#domains/playbook'
import type { Ctx } from '#platform/context'
import { OWN_TICKET } from '../../followup/progress-door.ts'
import { openDesk, saveDesk } from '../../handling/desk.ts'
import { dateTask } from '../../tasks/give-task.ts'
import { findTask } from '../../tasks/task-data.ts'
import { provisionalDeadlines, settleDeadline } from './authority-case-data.ts'
import { legalDue } from './legal-days.ts'

const MOST = 500

/** A year's holidays have been published: legal deadlines that had guessed at them are counted again. Repeating it changes nothing. */
export async function recomputeLegal(ctx: Ctx): Promise<void> {
  const waiting = await ctx.transaction((tx) => provisionalDeadlines(tx, MOST))
  for (const { ticket_id, kind, task_id, received_on } of waiting) {
    await ctx.transaction(async (tx) => {
      const desk = await openDesk(ctx, tx, ticket_id, OWN_TICKET)
      const task = desk && (await findTask(tx, task_id))
      if (!desk || task?.state !== 'open') return
      const by = { table: await holidaysOf(tx), zone: desk.roster.zone }
      const due = legalDue(kind as LegalDeadline, received_on, by)
      if (due.dueAt.getTime() !== task.due_at.getTime()) {
        dateTask(desk, task, due.dueAt, due.remindAt)
        await saveDesk(desk)
      }
      await settleDeadline(tx, ticket_id, kind, due.provisional)
    })
  }
}
