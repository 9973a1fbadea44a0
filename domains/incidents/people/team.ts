import type { z } from 'zod'
import type { AddMember } from '#contracts/incidents/people'
import { type Ctx, staffOf } from '#platform/context'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { postsOf } from '../desk/desk-data.ts'
import { addFact, record } from '../desk/moves.ts'
import { reaches } from '../desk/reach.ts'
import { forgetUnreachable } from '../drafts/forget-drafts.ts'
import { incidentErrors } from '../errors.ts'
import { callPerson } from './call-people.ts'
import { handOver } from './hand-over.ts'
import { join } from './join.ts'
import { isOfTeam } from './member-state.ts'
import { deleteMember } from './people-data.ts'

/**
 * Somebody more in the team: whoever leads calls a colleague, everybody else comes by themselves.
 * Errors: incidents.leaderOnly, incidents.staffUnknown, incidents.postUnknown, incidents.alreadyMember.
 */
export function addMember(ctx: Ctx, id: string, input: z.infer<typeof AddMember>): Promise<void> {
  return atIncident(ctx, id, 'incidents.work', async (desk) => {
    if (input.staffId === staffOf(ctx).staffId && !input.post) return join(desk)
    if (!reaches(ctx.actor, 'incidents.lead', desk)) throw incidentErrors.leaderOnly()
    await bringIn(desk, input.staffId, input.post)
  })
}

/** Calls a colleague for a post; for the whole brand to choose from. */
export async function bringIn(desk: IncidentDesk, staffId: string, key: string): Promise<void> {
  const { people } = await desk.roster()
  const person = people.find((p) => p.id === staffId)
  if (!person) throw incidentErrors.staffUnknown({}, 'staffId')
  const posts = await postsOf(desk.tx, desk.incident.id)
  const post = posts.find((p) => p.key === key)
  if (key && !post) throw incidentErrors.postUnknown({}, 'post')
  const there = desk.members.find((m) => m.staff_id === staffId && m.post === key)
  if (there && isOfTeam(there)) throw incidentErrors.alreadyMember({ name: person.name }, 'staffId')
  if (there) there.state = 'called'
  addFact(desk, 'added', { name: person.name, post: key })
  await callPerson(desk, key, post, staffId)
  record(desk, 'addMember', { staff: staffId, post: key })
}

/** Out of the team; a post for which nobody else has answered is called for again at once, and what went with it passes to whoever holds it. Errors: incidents.staffUnknown. */
export function removeMember(ctx: Ctx, id: string, staffId: string): Promise<void> {
  return atIncident(ctx, id, 'incidents.lead', async (desk) => {
    const gone = desk.members.filter((m) => m.staff_id === staffId)
    if (!gone.length) throw incidentErrors.staffUnknown()
    for (const { post } of gone) await deleteMember(desk.tx, id, staffId, post)
    desk.members = desk.members.filter((m) => m.staff_id !== staffId)
    const name = (await desk.roster()).people.find((p) => p.id === staffId)?.name ?? ''
    addFact(desk, 'removed', { name })
    record(desk, 'removeMember', { staff: staffId })
    await handOver(
      desk,
      staffId,
      gone.map((m) => m.post),
      { again: true },
    )
    await forgetUnreachable(desk)
  })
}
