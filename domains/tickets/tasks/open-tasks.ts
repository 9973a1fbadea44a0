import type { Desk } from '../handling/desk.ts'
import { taskErrors } from './errors.ts'
import { finishTask } from './give-task.ts'
import { tasksOf } from './task-data.ts'

const BLOCKING: readonly string[] = ['step', 'question']

/**
 * Before a solution is offered: whoever offers it must know that steps are still open (R3).
 * Errors: tasks.open with `tasks`, the list of what is open, `count` and their `titles` for the sentence.
 */
export async function refuseOpenTasks(desk: Desk): Promise<void> {
  if (desk.ticket.open_tasks === 0) return
  const open = (await tasksOf(desk.tx, desk.ticket.id)).filter(
    (t) => t.state === 'open' && BLOCKING.includes(t.kind),
  )
  if (!open.length) return
  const nameOf = (id: string | null) => desk.roster.people.find((p) => p.id === id)?.name ?? ''
  throw taskErrors.open({
    count: open.length,
    titles: open.map((t) => t.title).join(desk.ctx.locale === 'en' ? ', ' : '、'),
    tasks: open.map((t) => ({
      id: t.id,
      title: t.title,
      owner: nameOf(t.owner_id),
      dueAt: t.due_at.toISOString(),
    })),
  })
}

/** The customer has heard from us: what was promised as the next contact is kept (H4), and what a platform waits for, when that is where we said it. */
export async function keepContacts(desk: Desk): Promise<void> {
  if (desk.ticket.open_tasks === 0) return
  for (const task of await tasksOf(desk.tx, desk.ticket.id))
    if (task.kind === 'contact' && (!task.about_id || task.about_id === desk.ticket.conversation_id))
      finishTask(desk, task)
}
