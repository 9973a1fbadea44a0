import type { z } from 'zod'
import { messageAdded } from '#contracts/tickets'
import { FINISHED_HERE, type FinishTask, PLACE_OF, type Task, type TaskKind } from '#contracts/tickets/tasks'
import { takePhotos } from '#domains/channels'
import { type Ctx, staffOf } from '#platform/context'
import { factsCame } from '../handling/closing-facts.ts'
import type { Desk } from '../handling/desk.ts'
import { addEntry, tell, touch } from '../handling/desk-moves.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { atTask } from './at-task.ts'
import { taskErrors } from './errors.ts'
import { finishTask } from './give-task.ts'
import type { TaskRow } from './task-data.ts'
import { viewOne } from './ticket-tasks.ts'

/**
 * A step done, a question answered, a promised contact kept (R3). The answer to a question becomes a note in the timeline and whoever
 * asked is told.
 * Errors: tasks.notFound, tasks.notOpen, tasks.doneElsewhere for kinds that need more than an answer, tasks.answerMissing, channels.photoUnknown.
 */
export function finishOwn(ctx: Ctx, id: string, input: z.infer<typeof FinishTask>): Promise<Task> {
  return atTask(ctx, id, 'tickets.doTasks', async (desk, task) => {
    const kind = task.kind as TaskKind
    if (!FINISHED_HERE.includes(kind)) throw taskErrors.doneElsewhere({ tab: PLACE_OF[kind] })
    const { staffId } = staffOf(ctx)
    if (task.owner_id !== staffId) refuseOwnCase(desk)
    refuseEmpty(kind, input)
    await takePhotos(desk.tx, desk.ticket.id, input.photos, `staff:${staffId}`)
    if (kind === 'question') answer(desk, task, input)
    finishTask(desk, task, input)
    await factsCame(desk)
    touch(desk)
    return viewOne(desk, task)
  })
}

/** Of a question the answer is the point; of a contact and of an answer to an authority, what was said. A step may speak for itself. */
function refuseEmpty(kind: TaskKind, { result, photos }: z.infer<typeof FinishTask>): void {
  if (kind === 'question' && !result && !photos.length) throw taskErrors.answerMissing({}, 'result')
  if ((kind === 'contact' || kind === 'legal') && !result) throw taskErrors.answerMissing({}, 'result')
}

function answer(desk: Desk, task: TaskRow, { result, photos }: z.infer<typeof FinishTask>): void {
  const data = { photos, taskId: task.id, question: task.title }
  addEntry(desk, { kind: 'note', text: result, data })
  tell(desk, messageAdded, [task.created_by])
}
