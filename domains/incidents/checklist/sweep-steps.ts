import type { Services } from '#platform/context'
import type { IncidentDesk } from '../desk/change-room.ts'
import { type StepRow, stepsOf } from '../desk/desk-data.ts'
import { addFact, notify } from '../desk/moves.ts'
import { sweepRooms } from '../desk/sweep-rooms.ts'
import { present } from '../people/present.ts'
import { saveSteps } from './step-data.ts'
import { named } from './step-of.ts'
import { holdersOf } from './view-step.ts'

/** What the law wants by a time, a number or 立即, is brought before the executives again every hour, so often. */
const LAW_AGAIN_MS = 3_600_000
const LAW_MOST = 6

/** Warns before a step is due and tells when it is late, over all brands. Each is told once: the row's level says what has been said. */
export function sweepSteps(services: Services): Promise<number> {
  return sweepRooms(services, 'steps_due', ringSteps)
}

export async function ringSteps(desk: IncidentDesk): Promise<void> {
  const steps = (await stepsOf(desk.tx, desk.incident.id)).filter((s) => s.next_at && s.next_at <= desk.now)
  for (const step of steps) await ring(desk, step)
  await saveSteps(desk.tx, steps)
}

async function ring(desk: IncidentDesk, step: StepRow): Promise<void> {
  const { incident, now } = desk
  if (incident.status === 'closed' || step.state !== 'open' || !step.due_at) {
    step.next_at = null
    return
  }
  const told = [...holdersOf(desk.members, step.post), incident.leader_id]
  if (step.due_at > now) {
    step.level = 1
    step.next_at = step.due_at
    return notify(desk, told, 'incident_step_due')
  }
  const first = step.level < 2
  const owed = step.law || desk.plan.steps.some((s) => s.key === step.key && s.law?.limit)
  step.level = Math.max(2, step.level + 1)
  step.next_at = owed && step.level < 2 + LAW_MOST ? new Date(now.getTime() + LAW_AGAIN_MS) : null
  const executives = owed ? await present(desk, 'executive') : []
  notify(desk, [...told, ...executives], 'incident_step_late')
  if (first) addFact(desk, 'step_late', { ...named(step), ...(step.law ? { law: true } : {}) })
}
