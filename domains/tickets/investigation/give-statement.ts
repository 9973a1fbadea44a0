import { ticketChanged } from '#contracts/tickets'
import type { GiveStatement } from '#contracts/tickets/investigation'
import { takePhotos } from '#domains/channels'
import { type Ctx, staffOf } from '#platform/context'
import { atDesk } from '../handling/desk.ts'
import { addFact, record, tell, touch } from '../handling/desk-moves.ts'
import { finishTask } from '../tasks/give-task.ts'
import { tasksOf } from '../tasks/task-data.ts'
import { keepEvidence } from './add-evidence.ts'
import { investigationErrors } from './errors.ts'
import { statementIn, statementTask } from './hearing.ts'
import { evidenceOf } from './investigation-data.ts'
import { isOwnCase } from './own-case.ts'

/**
 * The right of reply: what the person complained about has to say becomes evidence and settles the task.
 * Errors: investigation.notAsked for everybody else, investigation.answered the second time.
 */
export function giveStatement(ctx: Ctx, id: string, input: GiveStatement): Promise<void> {
  return atDesk(
    ctx,
    id,
    'tickets.doTasks',
    async (desk) => {
      const { staffId } = staffOf(ctx)
      if (!isOwnCase(desk)) throw investigationErrors.notAsked()
      if (statementIn(await evidenceOf(desk.tx, id), staffId)) throw investigationErrors.answered()
      await takePhotos(desk.tx, id, input.photos, `staff:${staffId}`)
      await keepEvidence(desk, {
        kind: 'statement',
        title: '',
        details: input.text,
        reference: '',
        photos: input.photos,
        saidById: staffId,
      })
      const task = statementTask(await tasksOf(desk.tx, id), staffId)
      if (task) finishTask(desk, task, { result: '', photos: input.photos })
      addFact(desk, 'statement_given')
      record(desk, 'tickets.giveStatement', { photos: input.photos.length })
      tell(desk, ticketChanged)
      touch(desk)
    },
    { partakes: true },
  )
}
