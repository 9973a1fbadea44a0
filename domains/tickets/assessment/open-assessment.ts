import { ENDED, type TicketStatus, ticketChanged } from '#contracts/tickets'
import type { OpenAssessment } from '#contracts/tickets/assessment'
import type { RosterPerson } from '#domains/people'
import { say } from '#domains/playbook'
import { type Ctx, staffOf } from '#platform/context'
import { ticketErrors } from '../errors.ts'
import { atDesk, type Desk, newId } from '../handling/desk.ts'
import { addFact, record, tell } from '../handling/desk-moves.ts'
import { canBeNamed } from '../investigation/colleagues.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { cancelTask, giveTask } from '../tasks/give-task.ts'
import { type TaskRow, tasksOf } from '../tasks/task-data.ts'
import * as data from './assessment-data.ts'
import { namedTwice } from './assessment-rules.ts'
import { assessmentErrors } from './errors.ts'

const DAY_MS = 86_400_000
/** From the deadline of the opinions to that of the decision. */
const DECIDE_WITHIN_MS = DAY_MS
const LONGEST_MS = 60 * DAY_MS
const TITLE_LENGTH = 80

/**
 * Asks several departments at once and one person to decide (H6): everybody finds it among the own tasks and may read the ticket.
 * Shape:  the id of the assessment.
 * Errors: assessment.dueInPast, assessment.dueTooFar, assessment.personUnknown, assessment.invitedTwice, assessment.accusedInvited,
 *         investigation.ownCase, tickets.illegalMove on an ended ticket.
 */
export function openAssessment(ctx: Ctx, id: string, input: OpenAssessment): Promise<string> {
  return atDesk(ctx, id, 'tickets.assess', async (desk) => {
    refuseOwnCase(desk)
    const status = desk.ticket.status as TicketStatus
    if (ENDED.includes(status)) throw ticketErrors.illegalMove({ from: status, to: 'in_progress' })
    const dueAt = new Date(input.dueAt)
    refuseBadDeadline(desk, dueAt)
    const accountable = personFor(desk, input.accountableId, 'accountableId')
    const invited = input.invited.map(({ team, staffId }) => memberOf(desk, team, staffId))
    const twice = namedTwice(accountable.id, input.invited)
    if (twice)
      throw assessmentErrors.invitedTwice({ name: personFor(desk, twice, 'invited').name }, 'invited')
    const { brand_id } = desk.ticket
    const assessmentId = newId()
    const opinions = invited.map(({ team, person }) => ({
      brand_id,
      id: newId(),
      assessment_id: assessmentId,
      team: team.key,
      staff_id: person.id,
      stance: null,
      text: '',
      photos: [],
      given_at: null,
    }))
    await data.insertAssessment(desk.tx, newRow(desk, assessmentId, input, dueAt), opinions)
    const asked = invited.map(({ team, person }) => `${say(team.name, ctx.locale)} ${person.name}`)
    const told = { asked, accountable: accountable.name, dueAt: input.dueAt }
    addFact(desk, 'assessment_opened', told, input.question)
    record(desk, 'tickets.openAssessment', {
      question: input.question,
      invited: asked,
      accountable: accountable.name,
      dueAt: input.dueAt,
    })
    const title = shorten(input.question)
    for (const [i, { team, person }] of invited.entries())
      giveTask(desk, {
        kind: 'opinion',
        title,
        details: input.question,
        aboutId: opinions[i]!.id,
        owner: person,
        team: team.key,
        dueAt,
      })
    giveTask(desk, {
      kind: 'decision',
      title,
      details: input.question,
      aboutId: assessmentId,
      owner: accountable,
      dueAt: new Date(dueAt.getTime() + DECIDE_WITHIN_MS),
    })
    tell(desk, ticketChanged, [accountable.id, ...invited.map(({ person }) => person.id)])
    return assessmentId
  })
}

/** Not needed any more: nobody owes anything for it. Errors: assessment.notFound, assessment.over. */
export function cancelAssessment(ctx: Ctx, id: string, assessmentId: string, reason: string): Promise<void> {
  return atDesk(ctx, id, 'tickets.assess', async (desk) => {
    refuseOwnCase(desk)
    const row = await openRow(desk, assessmentId)
    await data.updateAssessment(desk.tx, row.id, { state: 'cancelled', cancelled_reason: reason })
    addFact(desk, 'assessment_cancelled', {}, reason)
    record(desk, 'tickets.cancelAssessment', { question: row.question, reason })
    dropTasks(desk, row, await data.opinionsOf(desk.tx, [row.id]), await tasksOf(desk.tx, id), reason)
    tell(desk, ticketChanged, [row.accountable_id])
  })
}

/** One that still runs. */
export async function openRow(desk: Desk, assessmentId: string): Promise<data.AssessmentRow> {
  const row = await data.findAssessment(desk.tx, desk.ticket.id, assessmentId)
  if (!row) throw assessmentErrors.notFound()
  if (row.state !== 'open') throw assessmentErrors.over()
  return row
}

/** What is still owed for an assessment that is over. */
export function dropTasks(
  desk: Desk,
  row: data.AssessmentRow,
  opinions: readonly data.OpinionRow[],
  tasks: readonly TaskRow[],
  reason: string,
): void {
  const about = new Set([row.id, ...opinions.map((o) => o.id)])
  for (const task of tasks) if (task.about_id && about.has(task.about_id)) cancelTask(desk, task, reason)
}

function newRow(desk: Desk, id: string, input: OpenAssessment, dueAt: Date): data.AssessmentRow {
  return {
    brand_id: desk.ticket.brand_id,
    id,
    ticket_id: desk.ticket.id,
    question: input.question,
    accountable_id: input.accountableId,
    due_at: dueAt,
    state: 'open',
    decision: '',
    early_reason: '',
    decided_by: null,
    decided_at: null,
    cancelled_reason: '',
    created_by: staffOf(desk.ctx).staffId,
    created_at: desk.now,
  }
}

function refuseBadDeadline(desk: Desk, dueAt: Date): void {
  if (dueAt <= desk.now) throw assessmentErrors.dueInPast({}, 'dueAt')
  if (dueAt.getTime() - desk.now.getTime() > LONGEST_MS) throw assessmentErrors.dueTooFar({}, 'dueAt')
}

function personFor(desk: Desk, staffId: string, field: string): RosterPerson {
  const person = canBeNamed(desk, staffId)
  if (!person) throw assessmentErrors.personUnknown({}, field)
  if (person.id === desk.ticket.accused_id)
    throw assessmentErrors.accusedInvited({ name: person.name }, field)
  return person
}

function memberOf(desk: Desk, key: string, staffId: string) {
  const team = desk.playbook.playbook.teams.find((t) => t.key === key)
  const person = personFor(desk, staffId, 'invited')
  if (!team || !person.roles.some((r) => team.roles.includes(r.role)))
    throw assessmentErrors.personUnknown({}, 'invited')
  return { team, person }
}

function shorten(question: string): string {
  const line = question.split('\n')[0]!
  return line.length > TITLE_LENGTH ? `${line.slice(0, TITLE_LENGTH - 1)}…` : line
}
