import { type Ctx, staffOf } from '#platform/context'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import type { StepRow } from '../desk/desk-data.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { hasHadTick, saveSteps } from './step-data.ts'
import { opened } from './step-due.ts'
import { named, stepOf } from './step-of.ts'

/** Open again: ticked off by mistake. Its proof stays in the timeline. Errors: incidents.stepUnknown, incidents.stepSetAside. */
export function reopenStep(ctx: Ctx, id: string, stepId: string): Promise<void> {
  return atIncident(ctx, id, 'incidents.work', async (desk) => {
    const step = await stepOf(desk, stepId)
    if (step.state === 'open') return
    if (step.state === 'set_aside') throw incidentErrors.stepSetAside()
    Object.assign(step, opened(step, desk.incident, desk.now), untick(desk))
    await saveSteps(desk.tx, [step])
    addFact(desk, 'step_reopened', named(step))
    record(desk, 'reopenStep', { step: step.key })
  })
}

/** Nothing of the tick counts any more, and it is said who took it back. */
export function untick({ ctx, now }: IncidentDesk) {
  return { note: '', file_ids: [], said_at: null, reopened_at: now, reopened_by_name: staffOf(ctx).name }
}

/**
 * A tick that was made before the step was reopened knew nothing of it; nor did one that the room has had already, whatever the clock of its phone says.
 * Errors: incidents.stepReopened with who and when; whoever has really done it ticks once more.
 */
export async function refuseOvertaken(desk: IncidentDesk, step: StepRow, saidAt: Date | null): Promise<void> {
  const { reopened_at: reopenedAt, reopened_by_name: name } = step
  if (!saidAt || !reopenedAt) return
  const { staffId } = staffOf(desk.ctx)
  const had = { incidentId: desk.incident.id, key: step.key, staffId, saidAt }
  if (saidAt > reopenedAt && !(await hasHadTick(desk.tx, had))) return
  const { zone } = await desk.roster()
  throw incidentErrors.stepReopened({ name, at: sayTime(desk.ctx, zone, reopenedAt) })
}

function sayTime({ locale }: Ctx, timeZone: string, at: Date): string {
  const day = { month: 'long', day: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(locale, { timeZone, ...day, ...time }).format(at)
}
