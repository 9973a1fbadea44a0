import type { Ctx } from '#platform/context'
import type { IncidentDesk } from '../desk/change-room.ts'
import { reaches } from '../desk/reach.ts'
import { deleteDraftsOf, writersOf } from './draft-data.ts'

/**
 * Somebody has left the room, or a shop has: what those who may not come in any more were writing there is deleted.
 * Shape: the members and shops of the desk are as they are now.
 */
export async function forgetUnreachable(desk: IncidentDesk): Promise<void> {
  const { tx, incident } = desk
  const writers = await writersOf(tx, incident.id)
  if (!writers.length) return
  const { people } = await desk.roster()
  const gone = writers.filter((staffId) => {
    const person = people.find(({ id }) => id === staffId)
    const { brand_id: brandId } = incident
    const actor = { kind: 'staff' as const, brandId, staffId, sessionId: '', name: '' }
    return !person || !reaches({ ...actor, grants: person.roles }, 'incidents.work', desk)
  })
  await deleteDraftsOf(tx, gone, incident.id)
}

/** Whoever has left the brand writes nothing any more, in no room. Repeating it changes nothing. */
export function forgetLeaver(ctx: Ctx, staffId: string): Promise<void> {
  return ctx.transaction((tx) => deleteDraftsOf(tx, [staffId]))
}
