import { ticketChanged } from '#contracts/tickets'
import type { DecideAssessment } from '#contracts/tickets/assessment'
import { type Ctx, staffOf } from '#platform/context'
import { atDesk } from '../handling/desk.ts'
import { addFact, record, tell, touch } from '../handling/desk-moves.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { finishTask } from '../tasks/give-task.ts'
import { tasksOf } from '../tasks/task-data.ts'
import * as data from './assessment-data.ts'
import { counted, readiness } from './assessment-rules.ts'
import { assessmentErrors } from './errors.ts'
import { openTask, ownerOf } from './give-opinion.ts'
import { dropTasks, openRow } from './open-assessment.ts'

/**
 * The one accountable person decides; opinions still owed are no longer.
 * Errors: assessment.notAccountable, assessment.nobodyAnswered, assessment.notAllAnswered unless `early` says why,
 *         assessment.notFound, assessment.over, investigation.ownCase.
 */
export function decideAssessment(
  ctx: Ctx,
  id: string,
  assessmentId: string,
  input: DecideAssessment,
): Promise<void> {
  return atDesk(
    ctx,
    id,
    'tickets.doTasks',
    async (desk) => {
      refuseOwnCase(desk)
      const { staffId } = staffOf(ctx)
      const row = await openRow(desk, assessmentId)
      const [opinions, tasks] = await Promise.all([data.opinionsOf(desk.tx, [row.id]), tasksOf(desk.tx, id)])
      if (ownerOf(tasks, row.id, row.accountable_id) !== staffId) throw assessmentErrors.notAccountable()
      const ready = readiness(counted(opinions, desk.ticket.accused_id))
      if (ready === 'nobody') throw assessmentErrors.nobodyAnswered()
      if (ready === 'early' && !input.early) throw assessmentErrors.notAllAnswered({}, 'early')
      const early = ready === 'early' ? { early: input.early } : {}
      await data.updateAssessment(desk.tx, row.id, {
        state: 'decided',
        decision: input.text,
        early_reason: early.early ?? '',
        accountable_id: staffId,
        decided_by: staffId,
        decided_at: desk.now,
      })
      const task = openTask(tasks, row.id)
      if (task) finishTask(desk, task, { result: input.text.slice(0, 500) })
      addFact(desk, 'assessment_decided', early, input.text)
      record(desk, 'tickets.decideAssessment', { question: row.question, ...early })
      dropTasks(desk, row, opinions, tasks, '')
      tell(
        desk,
        ticketChanged,
        opinions.map((o) => o.staff_id),
      )
      touch(desk)
    },
    { partakes: true },
  )
}
