import type { Kind, Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'

export type PlanFacts = {
  /** Keys of the risk groups whose words were found. */
  risks: readonly string[]
  /** Null when it is not known, as for an alarm over many tickets. */
  kind: Kind | null
  /** `parent.child`, the main one first. */
  categories: readonly string[]
}

const SERIOUS: readonly (Kind | null)[] = ['emergency', 'complaint', null]

/**
 * The emergency plan that is offered for a ticket or an alarm; undefined when the playbook has none for it.
 * Shape:  the first plan that names one of the risks. Without such a plan, and unless it is praise, a suggestion or a question,
 *         the first plan that names a risk of one of the categories; for an emergency a risk of the same group is near enough.
 * Source: requirement E1.
 */
export function planFor(playbook: Playbook, facts: PlanFacts): EmergencyPlan | undefined {
  const byRisk = firstNaming(playbook, facts.risks)
  if (byRisk || !SERIOUS.includes(facts.kind)) return byRisk
  const risksWithin = (fits: (category: string) => boolean) =>
    playbook.risks.filter((risk) => fits(risk.category)).map((risk) => risk.key)
  const groups = new Set(facts.categories.map(groupOf))
  return (
    firstNaming(
      playbook,
      risksWithin((category) => facts.categories.includes(category)),
    ) ??
    (facts.kind === 'emergency'
      ? firstNaming(
          playbook,
          risksWithin((category) => groups.has(groupOf(category))),
        )
      : undefined)
  )
}

function firstNaming({ emergencies }: Playbook, risks: readonly string[]): EmergencyPlan | undefined {
  return emergencies.find((plan) => plan.risks.some((risk) => risks.includes(risk)))
}

function groupOf(category: string): string {
  return category.split('.')[0] ?? category
}
