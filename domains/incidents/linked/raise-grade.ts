import { playbookInForce } from '#domains/playbook'
import { raise } from '../checklist/regrade.ts'
import type { IncidentDesk } from '../desk/change-room.ts'
import { addFact, notify } from '../desk/moves.ts'
import { firstGrade, saidIn } from '../opening/first-grade.ts'
import { aboutPlan } from '../opening/plan-of-tickets.ts'
import { proposedIn } from './beside-data.ts'
import { countedTickets } from './counted-tickets.ts'

/**
 * Tickets have come in: the degree is judged anew, as at the opening.
 * Shape: never lowered. As long as nobody has confirmed one, the graver one is taken; over a degree that somebody has given it is proposed, once, and whoever
 *        leads decides. Asked again it changes nothing.
 */
export async function raiseGrade(desk: IncidentDesk): Promise<void> {
  const { incident, plan, tx } = desk
  const rank = (key: string) => plan.grades.findIndex((grade) => grade.key === key)
  if (rank(incident.grade) === plan.grades.length - 1) return
  const tickets = await countedTickets(tx, incident.id)
  const { playbook } = await playbookInForce(tx)
  const about = incident.source === 'alarm' ? aboutPlan(playbook, incident.plan_key, tickets) : []
  const counted = about.length ? about : tickets
  const { key, why } = firstGrade(plan, counted, await saidIn(tx, counted))
  if (!why || rank(key) <= rank(incident.grade)) return
  if (incident.graded_at) {
    if ((await proposedIn(tx, incident.id, 'grade_proposed')) === key) return
    addFact(desk, 'grade_proposed', { to: key, ...why })
  } else await raise(desk, key, why)
  notify(desk, [incident.leader_id], 'incident_graver')
}
