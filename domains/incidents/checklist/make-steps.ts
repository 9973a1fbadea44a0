import { v7 as uuidv7 } from 'uuid'
import type { EmergencyPlan, PlanStep } from '#contracts/playbook/emergency'
import type { IncidentRow, StepRow } from '../desk/desk-data.ts'
import { countedFrom, type DueBy, stepDue, warnBefore } from './step-due.ts'

/** Whether the plan wants this step at this degree. */
export function isWanted(step: PlanStep, grade: string): boolean {
  return !step.grades || step.grades.includes(grade)
}

type Of = Pick<IncidentRow, 'brand_id' | 'id' | 'grade'>

/** The checklist of a plan as it begins, with its clocks running. */
export function makeSteps(plan: EmergencyPlan, incident: Of, by: DueBy): StepRow[] {
  return plan.steps
    .map((step, position) => ({ step, position }))
    .filter(({ step }) => isWanted(step, incident.grade))
    .map(({ step, position }) => makeStep(step, position, incident, by, by.openedAt))
}

export function makeStep(step: PlanStep, position: number, incident: Of, by: DueBy, now: Date): StepRow {
  const due = stepDue(step, by)
  return {
    brand_id: incident.brand_id,
    id: uuidv7(),
    incident_id: incident.id,
    position,
    key: step.key,
    phase: step.phase,
    post: step.post,
    added_title: '',
    law: step.law !== undefined && !step.law.ownTime,
    state: 'open',
    due_at: due?.at ?? null,
    provisional: due?.provisional ?? false,
    next_at: due && warnBefore(countedFrom(step, by)!, due.at, now),
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
}
