import type { IncidentDesk } from '../desk/change-room.ts'
import type { StepRow } from '../desk/desk-data.ts'
import { incidentErrors } from '../errors.ts'
import { findStep } from './step-data.ts'

/** Errors: incidents.stepUnknown. */
export async function stepOf(desk: IncidentDesk, stepId: string): Promise<StepRow> {
  const step = await findStep(desk.tx, desk.incident.id, stepId)
  if (!step) throw incidentErrors.stepUnknown()
  return step
}

/** How the timeline names a step: by the plan's key, or by the words it was added with. */
export function named(step: Pick<StepRow, 'key' | 'added_title'>): Record<string, unknown> {
  return { step: step.key, ...(step.added_title ? { stepName: step.added_title } : {}) }
}
