import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { planFor } from '#domains/playbook'
import type { TicketOfIncident } from '#domains/tickets'
import type { Cause } from '../opening/alarm-reach.ts'

export type Other = { ticket: TicketOfIncident; plan: EmergencyPlan }

/**
 * Which tickets of an early warning come into this room, and which stay beside it.
 * Shape: what comes is what the plan is for, also where a graver degree of it stands on the danger (a cut by the foreign object). A warning of one batch
 *        has one cause, whatever it did to whom; of one product, what calls for no plan. Else what calls for none is of no room. `otherPlan`: what calls for
 *        another plan, whether it stays or comes for its cause.
 */
export function sortAlarm(
  playbook: Playbook,
  room: EmergencyPlan,
  tickets: readonly TicketOfIncident[],
  cause: Cause,
): { comes: TicketOfIncident[]; stays: TicketOfIncident[]; otherPlan: Other[] } {
  const covered = new Set([...room.risks, ...room.grades.flatMap(({ from }) => from?.risks ?? [])])
  const comes: TicketOfIncident[] = []
  const stays: TicketOfIncident[] = []
  const otherPlan: Other[] = []
  for (const ticket of tickets) {
    const plan = planFor(playbook, ticket)
    const within =
      ticket.risks.length > 0 &&
      ticket.risks.every((risk) => covered.has(risk)) &&
      ticket.risks.some((risk) => room.risks.includes(risk))
    const other = plan && plan.key !== room.key && !within
    const sameCause = cause === 'batch' || (cause === 'product' && !plan)
    if (sameCause || plan?.key === room.key || within) comes.push(ticket)
    else if (other) stays.push(ticket)
    if (other) otherPlan.push({ ticket, plan })
  }
  return { comes, stays, otherPlan }
}

/** The plan among them for people who are ill or hurt, where the room's is for things alone. */
export function graverPlan(
  playbook: Playbook,
  room: EmergencyPlan,
  others: readonly Other[],
): EmergencyPlan | undefined {
  const now = playbook.emergencies.find(({ key }) => key === room.key) ?? room
  if (now.hurtsPeople) return undefined
  return others.find(({ plan }) => plan.hurtsPeople)?.plan
}
