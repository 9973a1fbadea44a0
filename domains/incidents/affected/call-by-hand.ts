import type { CalledByHand } from '#contracts/incidents/affected'
import { type Ctx, staffOf } from '#platform/context'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { reaches } from '../desk/reach.ts'
import { incidentErrors } from '../errors.ts'
import { findPerson, updatePerson } from './affected-data.ts'

/**
 * Somebody has called, or tried to: for customers without a way, or whom the message did not reach.
 * Shape:  a message may be returned after the room was closed: whoever leads notes calls then, too.
 * Errors: incidents.closed for anybody else, incidents.customerUnknown, incidents.notByHand while a message is still to be sent or on its way.
 */
export function noteCall(ctx: Ctx, id: string, personId: string, said: CalledByHand): Promise<void> {
  return atIncident(
    ctx,
    id,
    'incidents.affected',
    async (desk) => {
      refuseClosed(desk)
      const person = await findPerson(desk.tx, id, personId)
      if (!person) throw incidentErrors.customerUnknown()
      if (person.state === 'found' || person.state === 'queued') throw incidentErrors.notByHand()
      const { name } = staffOf(ctx)
      const mute = ['no_way', 'unreached', 'called'].includes(person.state)
      await updatePerson(desk.tx, personId, {
        ...(mute ? { state: said.reached ? 'called' : 'unreached' } : {}),
        called_by_name: name,
        called_at: desk.now,
        call_note: said.note,
      })
      addFact(
        desk,
        said.reached ? 'affected_called' : 'affected_not_answered',
        { affected: personId },
        said.note,
      )
      const closed = desk.incident.status === 'closed'
      record(desk, 'callAffected', {
        customer: person.customer_id,
        reached: said.reached,
        ...(closed ? { closed } : {}),
      })
    },
    { closedToo: true },
  )
}

/** A drill that is over has nobody left to call. */
function refuseClosed({ ctx, ...room }: IncidentDesk): void {
  if (room.incident.status !== 'closed') return
  if (room.incident.drill || !reaches(ctx.actor, 'incidents.lead', room)) throw incidentErrors.closed()
}
