import type { z } from 'zod'
import type { SaveIncident } from '#contracts/incidents'
import type { Ctx } from '#platform/context'
import { dueBy, recount, regrade } from '../checklist/regrade.ts'
import { saveSteps } from '../checklist/step-data.ts'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { stepsOf } from '../desk/desk-data.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { isOfTeam } from '../people/member-state.ts'
import { bringIn } from '../people/team.ts'

type Save = z.infer<typeof SaveIncident>

/**
 * Title, summary, degree, since when the house has known of it, who leads and who speaks; whoever is named and not in the team yet is called.
 * Errors: incidents.gradeUnknown, incidents.foundLater, incidents.staffUnknown.
 */
export function saveIncident(ctx: Ctx, id: string, input: Save): Promise<void> {
  return atIncident(ctx, id, 'incidents.lead', async (desk) => {
    const { incident, plan } = desk
    if (input.title !== undefined && input.title !== incident.title) {
      addFact(desk, 'renamed', {}, input.title)
      Object.assign(incident, { title: input.title, title_of_ticket: false })
    }
    if (input.summary !== undefined && input.summary !== incident.summary) {
      addFact(desk, 'summary', {}, input.summary)
      incident.summary = input.summary
    }
    if (input.foundAt !== undefined) await sayFound(desk, new Date(input.foundAt))
    if (input.grade !== undefined) await regrade(desk, input.grade)
    if (input.leaderId) await appoint(desk, 'leader_id', input.leaderId, plan.leader)
    if (input.spokespersonId) await appoint(desk, 'spokesperson_id', input.spokespersonId, plan.spokesperson)
    record(desk, 'save', { fields: Object.keys(input) })
  })
}

/** What the law wants is due from then on; the timeline keeps what was said before. */
export async function sayFound(desk: IncidentDesk, foundAt: Date): Promise<void> {
  const { incident, tx } = desk
  if (foundAt > incident.opened_at) throw incidentErrors.foundLater({}, 'foundAt')
  const before = incident.found_at
  if (foundAt.getTime() === before.getTime()) return
  incident.found_at = foundAt
  const moved = recount(desk, await stepsOf(tx, incident.id), await dueBy(desk))
  await saveSteps(tx, moved)
  addFact(desk, 'found', {
    foundAt: foundAt.toISOString(),
    before: before.toISOString(),
    moved: moved.map((s) => s.key),
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
  const there = desk.members.some((m) => m.staff_id === staffId && isOfTeam(m))
  if (!there) await bringIn(desk, staffId, post)
}
