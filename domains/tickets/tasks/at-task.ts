import type { Ctx } from '#platform/context'
import { type Scope, scopeOf } from '#platform/permissions'
import { type Desk, openDesk, saveDesk } from '../handling/desk.ts'
import { taskErrors } from './errors.ts'
import { findTask, findTaskInReach, type TaskRow } from './task-data.ts'

export const EVERYTHING: Scope = { shops: 'all', own: false, staffId: null }

/**
 * One deed on one open task within the actor's reach for `action`, on the desk of its ticket.
 * Errors: tasks.notFound out of reach, tasks.notOpen when it is done or cancelled.
 */
export function atTask<T>(
  ctx: Ctx,
  id: string,
  action: string,
  work: (desk: Desk, task: TaskRow) => Promise<T>,
): Promise<T> {
  return ctx.transaction(async (tx) => {
    const found = await findTaskInReach(tx, scopeOf(ctx.actor, action), id)
    const desk = found && (await openDesk(ctx, tx, found.ticket_id, EVERYTHING))
    // Read again under the ticket's lock: somebody may just have finished it.
    const task = desk && (await findTask(tx, id))
    if (!desk || !task) throw taskErrors.notFound()
    if (task.state !== 'open') throw taskErrors.notOpen()
    const result = await work(desk, task)
    await saveDesk(desk)
    return result
  })
}
