import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { AddStep, FinishStep } from '#contracts/incidents'
import { type Ctx, staffOf } from '#platform/context'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { type StepRow, stepsOf } from '../desk/desk-data.ts'
import { addFact, record } from '../desk/moves.ts'
import { reaches } from '../desk/reach.ts'
import { incidentErrors } from '../errors.ts'
import { refuseUnknownFiles } from '../timeline/files.ts'
import { refuseOvertaken } from './reopen-step.ts'
import { saveSteps } from './step-data.ts'
import { warnBefore } from './step-due.ts'
import { named, stepOf } from './step-of.ts'
import { isBelieved } from './view-step.ts'

type Finish = z.infer<typeof FinishStep>

/**
 * A step done, with the proof that the plan wants, or left out with a reason (E1).
 * Shape:  late is what was done late: a tick that waited for a network counts by when it was made, within bounds; the timeline says when it came
 *         and what the phone has said, and what counts where that is something else.
 *         The same again from the same person changes nothing: its first answer was lost on the way.
 * Errors: incidents.stepUnknown, incidents.stepClosed, incidents.stepSetAside, incidents.stepReopened, incidents.wordsMissing, incidents.fileMissing, incidents.fileUnknown,
 *         incidents.reasonMissing, incidents.stepNotOptional when somebody who does not lead leaves out what must be done.
 */
export function finishStep(ctx: Ctx, id: string, stepId: string, input: Finish): Promise<void> {
  return atIncident(ctx, id, 'incidents.work', async (desk) => {
    const step = await stepOf(desk, stepId)
    if (isSaidAgain(step, staffOf(ctx).staffId, input)) return
    if (step.state === 'set_aside') throw incidentErrors.stepSetAside()
    if (step.state !== 'open') throw incidentErrors.stepClosed()
    const saidAt = input.doneAt ? new Date(input.doneAt) : null
    await refuseOvertaken(desk, step, saidAt)
    if (input.state === 'done') refuseWithoutProof(desk, step, input)
    else refuseLeavingOut(desk, step, input)
    await refuseUnknownFiles(desk, input.fileIds)
    const doneAt = doneWhen(desk, saidAt)
    Object.assign(step, {
      state: input.state,
      note: input.words,
      file_ids: input.fileIds,
      next_at: null,
      done_at: doneAt,
      said_at: saidAt,
      done_by: staffOf(ctx).staffId,
      done_by_name: staffOf(ctx).name,
    })
    await saveSteps(desk.tx, [step])
    const late = step.due_at !== null && step.due_at < doneAt
    const told = {
      ...named(step),
      ...(late ? { late } : {}),
      ...(isDutyByLaw(desk, step) ? { law: true } : {}),
      ...saidWhen(saidAt, doneAt),
    }
    addFact(desk, input.state === 'done' ? 'step_done' : 'step_left_out', told, input.words, input.fileIds)
    record(desk, input.state === 'done' ? 'finishStep' : 'leaveOutStep', { step: step.key, late })
  })
}

/** Also where the law names no time and the clock is our own. */
const isDutyByLaw = ({ plan }: IncidentDesk, step: StepRow): boolean =>
  step.law || plan.steps.some((s) => s.key === step.key && s.law !== undefined)

function isSaidAgain(step: StepRow, staffId: string, { state, words, fileIds }: Finish): boolean {
  const same = step.state === state && step.done_by === staffId && step.note === words
  return same && step.file_ids.join() === fileIds.join()
}

const HOUR_MS = 3_600_000
const KEPT_MOST_MS = 24 * HOUR_MS

/** A device's clock may be wrong: its word is held between the opening, a day ago and now. */
function doneWhen({ incident, now }: IncidentDesk, said: Date | null): Date {
  if (!said) return now
  const earliest = Math.max(incident.opened_at.getTime(), now.getTime() - KEPT_MOST_MS)
  return new Date(Math.min(now.getTime(), Math.max(earliest, said.getTime())))
}

/** For the timeline: the phone's own word, and what counts where that could not be believed. */
function saidWhen(said: Date | null, counts: Date): { doneAt?: string; countedAt?: string } {
  if (!said) return {}
  const doneAt = said.toISOString()
  return isBelieved(said, counts) ? { doneAt } : { doneAt, countedAt: counts.toISOString() }
}

function refuseWithoutProof({ plan }: IncidentDesk, step: StepRow, { words, fileIds }: Finish): void {
  const proof = plan.steps.find((s) => s.key === step.key)?.proof ?? 'none'
  if (proof === 'words' && !words) throw incidentErrors.wordsMissing({}, 'words')
  if (proof === 'file' && !fileIds.length) throw incidentErrors.fileMissing({}, 'fileIds')
}

function refuseLeavingOut(desk: IncidentDesk, step: StepRow, { words }: Finish): void {
  if (!words) throw incidentErrors.reasonMissing({}, 'words')
  const planned = desk.plan.steps.find((s) => s.key === step.key)
  const may = planned === undefined || (planned.optional && !planned.law)
  if (!may && !reaches(desk.ctx.actor, 'incidents.lead', desk)) throw incidentErrors.stepNotOptional()
}

/** A step that the plan did not foresee. Errors: incidents.postUnknown. */
export function addStep(ctx: Ctx, id: string, input: z.infer<typeof AddStep>): Promise<void> {
  return atIncident(ctx, id, 'incidents.work', async (desk) => {
    const { incident, now, plan } = desk
    if (!plan.posts.some((p) => p.key === input.post)) throw incidentErrors.postUnknown({}, 'post')
    const stepId = uuidv7()
    const dueAt = input.dueAt ? new Date(input.dueAt) : null
    const steps = await stepsOf(desk.tx, id)
    const step: StepRow = {
      brand_id: incident.brand_id,
      id: stepId,
      incident_id: id,
      position: Math.max(0, ...steps.map((s) => s.position)) + 1,
      key: `added_${stepId}`,
      phase: phaseOf(dueAt, now),
      post: input.post,
      added_title: input.title,
      law: false,
      state: 'open',
      due_at: dueAt,
      provisional: false,
      next_at: dueAt && warnBefore(now, dueAt, now),
      level: 0,
      done_at: null,
      said_at: null,
      done_by: null,
      done_by_name: '',
      reopened_at: null,
      reopened_by_name: '',
      note: '',
      file_ids: [],
    }
    await saveSteps(desk.tx, [step])
    addFact(desk, 'step_added', { ...named(step), post: input.post })
    record(desk, 'addStep', { step: step.key })
  })
}

function phaseOf(dueAt: Date | null, now: Date): StepRow['phase'] {
  const inMs = dueAt ? dueAt.getTime() - now.getTime() : HOUR_MS * 2
  if (inMs <= HOUR_MS) return 'at_once'
  return inMs <= 24 * HOUR_MS ? 'first_hours' : 'following_days'
}
