import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan, PlanStep, StepPhase } from '#contracts/playbook/emergency'
import { moved } from '../draft-editing.ts'

/** The steps with one a place further up or down among those of its phase; at the ends nothing happens. */
export function movedInPhase(steps: readonly PlanStep[], index: number, by: -1 | 1): PlanStep[] {
  const other = index + by
  return steps[other]?.phase === steps[index]?.phase ? moved(steps, index, by) : [...steps]
}

/** The steps with one put in or changed: where its phase is another than before, it stands last in the new one. */
export function withStep(steps: readonly PlanStep[], index: number, step: PlanStep): PlanStep[] {
  if (steps[index]?.phase === step.phase) return steps.map((old, i) => (i === index ? step : old))
  const others = steps.filter((_, i) => i !== index)
  const last = others.findLastIndex((other) => rank(other.phase) <= rank(step.phase))
  return [...others.slice(0, last + 1), step, ...others.slice(last + 1)]
}

/** Whether something in the plan still names the post, so that it may not go. */
export function isUsed(plan: EmergencyPlan, post: string): boolean {
  return plan.leader === post || plan.spokesperson === post || plan.steps.some((step) => step.post === post)
}

/** The plans of the trade for this document: risks that it does not have are left out. */
export function adopted(plans: readonly EmergencyPlan[], doc: Playbook): EmergencyPlan[] {
  const known = new Set(doc.risks.map((risk) => risk.key))
  return plans.map((plan) => ({ ...plan, risks: plan.risks.filter((risk) => known.has(risk)) }))
}

export type Grade = EmergencyPlan['grades'][number]
type OutOfOrder = { key: 'customers' | 'shops'; other: Grade; number: number; graver: boolean }

/** Where a degree would begin with no more customers or shops than a lighter one, or no fewer than a graver one: one of the two could never be the first. */
export function outOfOrder(
  grades: readonly Grade[],
  index: number,
  from: NonNullable<Grade['from']>,
): OutOfOrder[] {
  return (['customers', 'shops'] as const).flatMap((key) => {
    const mine = from[key]
    if (mine === undefined) return []
    return grades.flatMap((other, i): OutOfOrder[] => {
      const number = other.from?.[key]
      if (i === index || number === undefined) return []
      const graver = index !== -1 && i > index
      return (graver ? mine < number : mine > number) ? [] : [{ key, other, number, graver }]
    })
  })
}

/** The plan without what is marked as for a degree that went. */
export function withoutGrade(plan: EmergencyPlan, grade: string): EmergencyPlan {
  const grades = plan.grades.filter(({ key }) => key !== grade)
  const steps = plan.steps.map(({ grades: of, ...step }) => {
    const left = of?.filter((key) => key !== grade) ?? []
    const due = step.due && grades.length === 0 ? { ...step.due, from: 'opened' as const } : step.due
    return { ...step, ...(due ? { due } : {}), ...(left.length > 0 ? { grades: left } : {}) }
  })
  return { ...plan, grades, steps }
}

const PHASES: readonly StepPhase[] = ['at_once', 'first_hours', 'following_days', 'closing']
function rank(phase: StepPhase): number {
  return PHASES.indexOf(phase)
}
