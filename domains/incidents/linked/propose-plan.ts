import type { Playbook } from '#contracts/playbook'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { planFor, playbookInForce } from '#domains/playbook'
import type { TicketOfIncident } from '#domains/tickets'
import type { IncidentDesk } from '../desk/change-room.ts'
import { addFact, notify } from '../desk/moves.ts'
import { isOfTeam } from '../people/member-state.ts'
import { proposedIn } from './beside-data.ts'

/** The dangers of which a plan knows: those that it is for, and those that make its matter graver. */
export function coveredBy(plan: EmergencyPlan): Set<string> {
  return new Set([...plan.risks, ...plan.grades.flatMap(({ from }) => from?.risks ?? [])])
}

/**
 * Where these tickets tell of people who are ill or hurt and the room's plan knows nothing of it, its people are asked whether it is still the right one.
 * Shape: answers whether they were. Once: what somebody has said no to is not proposed again.
 */
export async function proposePlan(
  desk: IncidentDesk,
  tickets: readonly TicketOfIncident[],
): Promise<boolean> {
  const isAsked = desk.entries.some(({ fact }) => fact === 'plan_proposed')
  if (!tickets.length || isAsked) return false
  const { playbook } = await playbookInForce(desk.tx)
  const { graver, why } = graverPlan(playbook, desk.plan, tickets)
  if (!graver || (await proposedIn(desk.tx, desk.incident.id, 'plan_proposed'))?.key === graver.key)
    return false
  addFact(desk, 'plan_proposed', {
    plan: graver.key,
    planName: graver.name,
    tickets: why.map(({ number }) => number),
    shopIds: why.flatMap(({ shopId }) => shopId ?? []),
  })
  const team = desk.members.filter(isOfTeam).map((member) => member.staff_id)
  notify(desk, [desk.incident.leader_id, ...team], 'incident_graver')
  return true
}

/** The plan for people who are ill or hurt that a danger beyond the room's plan calls for, and the tickets that tell of it. */
function graverPlan(
  playbook: Playbook,
  room: EmergencyPlan,
  tickets: readonly TicketOfIncident[],
): { graver: EmergencyPlan | undefined; why: TicketOfIncident[] } {
  const now = playbook.emergencies.find(({ key }) => key === room.key) ?? room
  if (now.hurtsPeople) return { graver: undefined, why: [] }
  const covered = coveredBy(room)
  const planOf = (ticket: TicketOfIncident) => {
    const beyond = ticket.risks.filter((risk) => !covered.has(risk))
    return ticket.risks.length && !beyond.length ? undefined : planFor(playbook, { ...ticket, risks: beyond })
  }
  const plans = new Map(tickets.map((ticket) => [ticket, planOf(ticket)]))
  const graver = [...plans.values()].find((plan) => plan?.hurtsPeople)
  return { graver, why: tickets.filter((ticket) => graver && plans.get(ticket) === graver) }
}
