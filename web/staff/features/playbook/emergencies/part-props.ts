import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan, PlanStep } from '#contracts/playbook/emergency'

/** How one part of a plan is changed; absent where the reader may only look. */
export type PartProps = { doc: Playbook; plan: EmergencyPlan; put: ((plan: EmergencyPlan) => void) | null }

/** Changes fields of a step in hand; `drop` takes one away. */
export type SetStep = (part: Partial<PlanStep>, drop?: 'help' | 'due' | 'law' | 'grades' | 'opens') => void
