import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { planFor } from '#domains/playbook'
import type { TicketOfIncident } from '#domains/tickets'

/** By which plan each ticket would be worked. */
const plansOf = (playbook: Playbook, tickets: readonly TicketOfIncident[]) =>
  tickets.map((ticket) => planFor(playbook, ticket))

/** The plan of most of the tickets, of several alike the one for the gravest danger. */
export function planOfTickets(
  playbook: Playbook,
  tickets: readonly TicketOfIncident[],
): EmergencyPlan | undefined {
  const found = plansOf(playbook, tickets).flatMap((plan) => plan ?? [])
  const gravest = planFor(playbook, {
    kind: 'emergency',
    risks: tickets.flatMap((t) => t.risks),
    categories: tickets.flatMap((t) => t.categories),
  })
  const weight = (plan: EmergencyPlan) =>
    found.filter((one) => one === plan).length + (plan === gravest ? 0.5 : 0)
  return found.toSorted((a, b) => weight(b) - weight(a))[0]
}

/** The tickets that would be worked by this plan. */
export function aboutPlan(
  playbook: Playbook,
  plan: string,
  tickets: readonly TicketOfIncident[],
): TicketOfIncident[] {
  const plans = plansOf(playbook, tickets)
  return tickets.filter((_, i) => plans[i]?.key === plan)
}
