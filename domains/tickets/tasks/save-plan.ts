import type { z } from 'zod'
import type { CustomerPromise, SavePlan, Task } from '#contracts/tickets/tasks'
import type { Ctx } from '#platform/context'
import { sentence } from '#platform/locale'
import { atDesk, type Desk } from '../handling/desk.ts'
import { record, touch } from '../handling/desk-moves.ts'
import { replyAt } from '../handling/reply.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { taskErrors } from './errors.ts'
import { giveTask } from './give-task.ts'
import { findTask, tasksOf } from './task-data.ts'
import { changeRow, giveNew, refuseEnded } from './ticket-tasks.ts'
import { viewTasks } from './view-task.ts'

/**
 * The handling plan (H4): steps with owners and deadlines; with a promise, the customer learns in the own channel when it will be solved
 * and when to hear from us next, which meets the plan clock and becomes the assignee's next contact.
 * Errors: tasks.emptyPlan, tasks.ticketEnded, those of `createTask`, tickets.expectedInPast, tasks.dueInPast, tasks.contactTooLate, investigation.ownCase.
 */
export function savePlan(ctx: Ctx, ticketId: string, input: SavePlan): Promise<Task[]> {
  return atDesk(ctx, ticketId, 'tickets.plan', async (desk) => {
    refuseOwnCase(desk)
    refuseEnded(desk)
    if (!input.steps.length && !input.promise) throw taskErrors.emptyPlan({}, 'steps')
    for (const [position, step] of input.steps.entries()) await saveStep(desk, step, position)
    if (input.promise) await promise(desk, input.promise)
    record(desk, 'tickets.plan', { steps: input.steps.length, promise: input.promise !== undefined })
    touch(desk)
    const { playbook } = desk.playbook
    const rows = await tasksOf(desk.tx, ticketId)
    const known = new Map(rows.map((row) => [row.id, row]))
    for (const row of [...desk.tasks.added, ...desk.tasks.changed]) known.set(row.id, row)
    return viewTasks(desk.tx, ctx, [...known.values()], () => ({ ...desk.ticket, playbook }))
  })
}

/** Changes the step of that id, or gives a new one; one that is already done stays done. */
async function saveStep(desk: Desk, step: SavePlan['steps'][number], position: number): Promise<void> {
  const known = step.id ? await findTask(desk.tx, step.id) : undefined
  if (known && known.ticket_id !== desk.ticket.id) throw taskErrors.notFound({}, 'steps')
  if (!known) await giveNew(desk, { ...step, kind: 'step' }, position)
  else if (known.state === 'open') {
    const { id, team, ...change } = step
    changeRow(desk, known, change)
  }
}

async function promise(desk: Desk, { expectedAt, nextContactAt, message }: z.infer<typeof CustomerPromise>) {
  const next = new Date(nextContactAt)
  if (next <= desk.now) throw taskErrors.dueInPast({}, 'nextContactAt')
  if (next.getTime() > Date.parse(expectedAt)) throw taskErrors.contactTooLate({}, 'nextContactAt')
  await replyAt(desk, { text: message, expectedAt })
  const assignee = desk.roster.people.find((p) => p.id === desk.ticket.assignee_id) ?? null
  giveTask(desk, {
    kind: 'contact',
    title: sentence(desk.ctx.locale, 'server', 'task.contact'),
    owner: assignee,
    dueAt: next,
  })
}
