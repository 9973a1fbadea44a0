import { ticketChanged } from '#contracts/tickets'
import type { GiveOpinion } from '#contracts/tickets/assessment'
import { takePhotos } from '#domains/channels'
import { type Ctx, staffOf } from '#platform/context'
import { atDesk, type Desk } from '../handling/desk.ts'
import { addFact, notify, record, tell, touch } from '../handling/desk-moves.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { dateTask, finishTask } from '../tasks/give-task.ts'
import { type TaskRow, tasksOf } from '../tasks/task-data.ts'
import * as data from './assessment-data.ts'
import { counted, isLate, readiness } from './assessment-rules.ts'
import { assessmentErrors } from './errors.ts'
import { openRow } from './open-assessment.ts'

const DECIDE_SOON_MS = 86_400_000

/**
 * The opinion of whoever was asked, or of whoever stands in for that person: given once, with the time; after the deadline it is late.
 * Shape:  the last opinion brings the decision forward to within a day.
 * Errors: assessment.notFound, assessment.over, assessment.notInvited, assessment.alreadyGiven, investigation.ownCase.
 */
export function giveOpinion(ctx: Ctx, id: string, assessmentId: string, input: GiveOpinion): Promise<void> {
  return atDesk(
    ctx,
    id,
    'tickets.doTasks',
    async (desk) => {
      refuseOwnCase(desk)
      const { staffId } = staffOf(ctx)
      const row = await openRow(desk, assessmentId)
      const [opinions, tasks] = await Promise.all([data.opinionsOf(desk.tx, [row.id]), tasksOf(desk.tx, id)])
      const mine = opinionOf(opinions, tasks, staffId)
      if (!mine) {
        const given = opinions.some((o) => o.staff_id === staffId && o.given_at)
        throw given ? assessmentErrors.alreadyGiven() : assessmentErrors.notInvited()
      }
      await takePhotos(desk.tx, id, input.photos, `staff:${staffId}`)
      Object.assign(mine, { staff_id: staffId, stance: input.stance, text: input.text, given_at: desk.now })
      const { stance, text, given_at } = mine
      await data.updateOpinion(desk.tx, mine.id, {
        staff_id: staffId,
        stance,
        text,
        given_at,
        photos: input.photos,
      })
      const late = isLate(mine, row.due_at, desk.now)
      addFact(desk, 'opinion_given', { team: mine.team, stance: input.stance, ...(late ? { late } : {}) })
      record(desk, 'tickets.giveOpinion', { question: row.question, stance: input.stance, late })
      const task = openTask(tasks, mine.id)
      if (task) finishTask(desk, task, { result: '', photos: input.photos })
      if (readiness(counted(opinions, desk.ticket.accused_id)) === 'ready') callDecider(desk, row, tasks)
      tell(desk, ticketChanged, [row.accountable_id])
      touch(desk)
    },
    { partakes: true },
  )
}

/** The open opinion that this person owes: by the task when it was handed on, else by the invitation. */
export function opinionOf(
  opinions: readonly data.OpinionRow[],
  tasks: readonly TaskRow[],
  staffId: string,
): data.OpinionRow | undefined {
  return opinions.find((o) => !o.given_at && ownerOf(tasks, o.id, o.staff_id) === staffId)
}

/** Whoever holds the open task about this row; without one, whoever was named. */
export function ownerOf(tasks: readonly TaskRow[], aboutId: string, named: string): string {
  return openTask(tasks, aboutId)?.owner_id ?? named
}

export function openTask(tasks: readonly TaskRow[], aboutId: string): TaskRow | undefined {
  return tasks.find((t) => t.about_id === aboutId && t.state === 'open')
}

/** Everybody has answered: the decision is due within a day. */
function callDecider(desk: Desk, row: data.AssessmentRow, tasks: readonly TaskRow[]): void {
  const task = openTask(tasks, row.id)
  if (!task) return
  const soon = new Date(desk.now.getTime() + DECIDE_SOON_MS)
  if (task.due_at > soon) dateTask(desk, task, soon)
  notify(desk, [task.owner_id], 'task_given')
}
