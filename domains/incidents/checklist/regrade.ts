import { holidaysOf, say } from '#domains/playbook'
import { staffOf } from '#platform/context'
import type { IncidentDesk } from '../desk/change-room.ts'
import { type StepRow, stepsOf } from '../desk/desk-data.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { isWanted, makeStep } from './make-steps.ts'
import { GRADING } from './merge-plans.ts'
import { plannedSince } from './plan-data.ts'
import { deleteSteps, saveSteps } from './step-data.ts'
import { countedFrom, type DueBy, opened, stepDue, warnBefore } from './step-due.ts'

/**
 * Another degree, or the first one confirmed (E1): what is due follows it, and the timeline tells what changed.
 * Shape:  steps that only the new degree wants come in, open ones that only the old one wanted go; clocks that count from the grading begin now.
 *         What is done stays done; the step that asks for the degree is done with it.
 * Errors: incidents.gradeUnknown.
 */
export async function regrade(desk: IncidentDesk, grade: string): Promise<void> {
  const { incident, plan } = desk
  if (!plan.grades.some((g) => g.key === grade)) throw incidentErrors.gradeUnknown({}, 'grade')
  if (grade === incident.grade && incident.graded_at) return
  const from = incident.grade
  Object.assign(incident, { grade, graded_at: desk.now })
  const steps = await stepsOf(desk.tx, incident.id)
  const changed = await followGrade(desk, steps)
  await saveSteps(desk.tx, gradingDone(desk, steps))
  addFact(desk, 'graded', { from, to: grade, ...changed })
  record(desk, 'grade', { from, to: grade })
}

/** A graver degree by what has come in, until somebody confirms one: what is due follows it, and the step that asks for the degree stays open. */
export async function takeGraver(
  desk: IncidentDesk,
  grade: string,
  why: Record<string, unknown>,
): Promise<void> {
  const from = desk.incident.grade
  desk.incident.grade = grade
  const changed = await followGrade(desk, await stepsOf(desk.tx, desk.incident.id))
  addFact(desk, 'graded_more', { from, to: grade, ...why, ...changed })
  record(desk, 'grade', { from, to: grade })
}

async function followGrade(desk: IncidentDesk, steps: StepRow[]) {
  const { incident, plan, now } = desk
  const { grade } = incident
  const by = await dueBy(desk)
  const dropped = steps.filter((step) => {
    const planned = plan.steps.find((s) => s.key === step.key)
    return step.state === 'open' && planned && !isWanted(planned, grade)
  })
  const back = steps.filter((step) => {
    const planned = plan.steps.find((s) => s.key === step.key)
    return step.state === 'set_aside' && planned && isWanted(planned, grade)
  })
  for (const step of back) Object.assign(step, opened(step, incident, now))
  const added = plan.steps
    .map((step, position) => ({ step, position }))
    .filter(({ step }) => isWanted(step, grade) && !steps.some((s) => s.key === step.key))
    .map(({ step, position }) => makeStep(step, position, incident, by, now))
  const moved = recount(
    desk,
    steps.filter((s) => !dropped.includes(s)),
    by,
  )
  await deleteSteps(
    desk.tx,
    dropped.map((s) => s.id),
  )
  await saveSteps(desk.tx, [...new Set([...moved, ...back]), ...added])
  return {
    added: [...back, ...added].map((s) => s.key),
    dropped: dropped.map((s) => s.key),
    moved: moved.map((s) => s.key),
  }
}

/** It is done by choosing one, wherever that is done. */
function gradingDone({ ctx, incident, plan, now }: IncidentDesk, steps: readonly StepRow[]): StepRow[] {
  const name = plan.grades.find((g) => g.key === incident.grade)?.name
  const by = ctx.actor.kind === 'staff' ? staffOf(ctx) : null
  const open = steps.filter((step) => step.key === GRADING && step.state === 'open')
  for (const step of open)
    Object.assign(step, {
      state: 'done',
      note: name ? say(name, ctx.locale) : '',
      next_at: null,
      done_at: now,
      done_by: by?.staffId ?? null,
      done_by_name: by?.name ?? '',
    })
  return open
}

/** What of a plan counts from the opening counts in a room that changed its plan from then. */
export async function dueBy(desk: IncidentDesk): Promise<DueBy> {
  const { id, found_at: foundAt, opened_at, graded_at: gradedAt } = desk.incident
  const [table, { zone }, since] = await Promise.all([
    holidaysOf(desk.tx),
    desk.roster(),
    plannedSince(desk.tx, id),
  ])
  return { foundAt, openedAt: since ?? opened_at, gradedAt, table, zone }
}

/** Counts the clocks of open steps again; returns those that are due at another instant. */
export function recount({ plan, now }: IncidentDesk, steps: readonly StepRow[], by: DueBy): StepRow[] {
  return steps.filter((step) => {
    const planned = plan.steps.find((s) => s.key === step.key)
    if (step.state !== 'open' || !planned) return false
    const due = stepDue(planned, by)
    if (due?.at.getTime() === step.due_at?.getTime() && (due?.provisional ?? false) === step.provisional)
      return false
    Object.assign(step, {
      due_at: due?.at ?? null,
      provisional: due?.provisional ?? false,
      next_at: due && warnBefore(countedFrom(planned, by)!, due.at, now),
      level: 0,
    })
    return true
  })
}
