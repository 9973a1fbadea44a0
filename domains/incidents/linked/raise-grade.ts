import { playbookInForce } from '#domains/playbook'
import type { TicketOfIncident } from '#domains/tickets'
import { takeGraver } from '../checklist/regrade.ts'
import type { IncidentDesk } from '../desk/change-room.ts'
import { addFact, notify } from '../desk/moves.ts'
import { gradeByTickets } from '../opening/first-grade.ts'
import { proposedIn } from './beside-data.ts'
import { countedAmong, countedTickets } from './counted-tickets.ts'

/**
 * These tickets have come in, or say more than before: the degree is judged anew, as at the opening.
 * Shape: never lowered. As long as nobody has confirmed one, the graver one is taken; over a degree that somebody has given it is proposed, once, and whoever
 *        leads decides. Asked again it changes nothing. Tickets that were there already had their say when they came: they are looked at again only as
 *        long as one more customer or shop may make it graver, so that a large room takes in one more as fast as a small one.
 */
export async function raiseGrade(desk: IncidentDesk, fresh: readonly TicketOfIncident[]): Promise<void> {
  const { incident, plan, tx } = desk
  const rank = (key: string | undefined) => plan.grades.findIndex((grade) => grade.key === key)
  const proposed = incident.graded_at ? await proposedIn(tx, incident.id, 'grade_proposed') : undefined
  const reached = Math.max(rank(incident.grade), rank(proposed?.key))
  const graver = plan.grades.slice(reached + 1)
  const heard = graver.length ? await countedAmong(tx, incident.id, fresh) : []
  if (!heard.length) return
  const { source } = incident
  const many = source === 'alarm' || graver.some(({ from }) => from?.customers || from?.shops)
  const tickets = many ? await countedTickets(tx, incident.id) : heard
  const { playbook } = await playbookInForce(tx)
  const { grade } = await gradeByTickets(tx, { playbook, plan, source, tickets, heard })
  if (!grade.why || rank(grade.key) <= reached) return
  if (incident.graded_at) addFact(desk, 'grade_proposed', { to: grade.key, ...grade.why })
  else await takeGraver(desk, grade.key, grade.why)
  notify(desk, [incident.leader_id], 'incident_graver')
}
