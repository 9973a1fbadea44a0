import type { z } from 'zod'
import type { SaveIncident } from '#contracts/incidents'
import type { Ctx } from '#platform/context'
import { regrade } from '../checklist/regrade.ts'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { bringIn } from '../people/team.ts'

type Save = z.infer<typeof SaveIncident>

/**
 * Title, summary, degree, who leads and who speaks; whoever is named and not in the team yet is called.
 * Errors: incidents.gradeUnknown, incidents.staffUnknown.
 */
export function saveIncident(ctx: Ctx, id: string, input: Save): Promise<void> {
  return atIncident(ctx, id, 'incidents.lead', async (desk) => {
    const { incident, plan } = desk
    if (input.title !== undefined && input.title !== incident.title) {
      addFact(desk, 'renamed', {}, input.title)
      incident.title = input.title
    }
    if (input.summary !== undefined && input.summary !== incident.summary) {
      addFact(desk, 'summary', {}, input.summary)
      incident.summary = input.summary
    }
    if (input.grade !== undefined) await regrade(desk, input.grade)
    if (input.leaderId) await appoint(desk, 'leader_id', input.leaderId, plan.leader)
    if (input.spokespersonId) await appoint(desk, 'spokesperson_id', input.spokespersonId, plan.spokesperson)
    record(desk, 'save', { fields: Object.keys(input) })
  })
}

async function appoint(
  desk: IncidentDesk,
  as: 'leader_id' | 'spokesperson_id',
  staffId: string,
  post: string,
): Promise<void> {
  const { people } = await desk.roster()
  const person = people.find((p) => p.id === staffId)
  if (!person) throw incidentErrors.staffUnknown({}, as === 'leader_id' ? 'leaderId' : 'spokespersonId')
  if (desk.incident[as] === staffId) return
  desk.incident[as] = staffId
  addFact(desk, as === 'leader_id' ? 'leader' : 'spokesperson', { name: person.name })
  const there = desk.members.some((m) => m.staff_id === staffId && m.state !== 'declined')
  if (!there) await bringIn(desk, staffId, post)
}
