import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { planFor } from '#domains/playbook'
import type { TicketOfIncident } from '#domains/tickets'
import type { Cause } from '../opening/alarm-reach.ts'
import { coveredBy } from './propose-plan.ts'

/**
 * Which tickets of an early warning come into this room, and which stay beside it.
 * Shape: what comes is what the plan is for, also where a graver degree of it stands on the danger (a cut by the foreign object). A warning of one batch
 *        has one cause, whatever it did to whom; of one product, what calls for no plan. Else what calls for none is of no room.
 */
export function sortAlarm(
  playbook: Playbook,
  room: EmergencyPlan,
  tickets: readonly TicketOfIncident[],
  cause: Cause,
): { comes: TicketOfIncident[]; stays: TicketOfIncident[] } {
  const covered = coveredBy(room)
  const comes: TicketOfIncident[] = []
  const stays: TicketOfIncident[] = []
  for (const ticket of tickets) {
    const plan = planFor(playbook, ticket)
    const within =
      ticket.risks.length > 0 &&
      ticket.risks.every((risk) => covered.has(risk)) &&
      ticket.risks.some((risk) => room.risks.includes(risk))
    const sameCause = cause === 'batch' || (cause === 'product' && !plan)
    if (sameCause || plan?.key === room.key || within) comes.push(ticket)
    else if (plan) stays.push(ticket)
  }
  return { comes, stays }
}
