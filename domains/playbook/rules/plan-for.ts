import type { Kind, Playbook } from '#contracts/playbook'
import type { EmergencyKind, EmergencyPlan } from '#contracts/playbook/emergency'

export type PlanFacts = {
  /** Keys of the risk groups that were heard. */
  risks: readonly string[]
  /** Null when it is not known, as for an alarm over many tickets. */
  kind: Kind | null
  /** `parent.child`, the main one first. */
  categories: readonly string[]
}

const SERIOUS: readonly (Kind | null)[] = ['emergency', 'complaint', null]

/** What is about life comes before goods that have hurt nobody yet, these before what is about data, and that before what is said in public. */
const AFTER_LIFE: Partial<Record<EmergencyKind, number>> = { goods: 2, data_leak: 3, public_opinion: 4 }
/** From this impact on an act of violence, a fire or a robbery is a danger to everybody there. */
const TO_EVERYBODY = 3

/**
 * The emergency plan that is offered for a ticket or an alarm; undefined when the playbook has none for it.
 * Shape:  by the gravest of the risks: its severity, then whether life is in danger, then the main category, then the order of the plans. A risk whose category the
 *         ticket has not got counts no more: a person has said that it is something else.
 *         Without such a risk, and unless it is praise, a suggestion or a question, the plan for the first risk of its main category, then of the next.
 * Source: requirement E1.
 */
export function planFor(playbook: Playbook, facts: PlanFacts): EmergencyPlan | undefined {
  const byRisk = forGravest(playbook, facts)
  if (byRisk || !SERIOUS.includes(facts.kind)) return byRisk
  for (const category of facts.categories) {
    const risk = playbook.risks.find((one) => one.category === category && planNaming(playbook, [one.key]))
    if (risk) return planNaming(playbook, [risk.key])
  }
  return undefined
}

function forGravest(playbook: Playbook, { risks, categories }: PlanFacts): EmergencyPlan | undefined {
  const fitting = playbook.emergencies.flatMap((plan) =>
    playbook.risks
      .filter(
        ({ key, category }) =>
          plan.risks.includes(key) && risks.includes(key) && categories.includes(category),
      )
      .map((risk) => ({ plan, risk })),
  )
  const [gravest] = fitting.toSorted(
    (a, b) =>
      b.risk.severity - a.risk.severity ||
      afterLife(a) - afterLife(b) ||
      categories.indexOf(a.risk.category) - categories.indexOf(b.risk.category),
  )
  return gravest?.plan
}

function afterLife({ plan, risk }: { plan: EmergencyPlan; risk: Playbook['risks'][number] }): number {
  if (plan.kind === 'violence' && risk.impact >= TO_EVERYBODY) return 0
  return AFTER_LIFE[plan.kind] ?? 1
}

function planNaming({ emergencies }: Playbook, risks: readonly string[]): EmergencyPlan | undefined {
  return emergencies.find((plan) => plan.risks.some((risk) => risks.includes(risk)))
}
