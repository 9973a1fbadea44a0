import type { IncidentOfTicket } from '#contracts/incidents/record'
import { newestOf, ticketsOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { membersOf } from '../desk/desk-data.ts'
import { numberOf } from '../desk/moves.ts'
import { reaches } from '../desk/reach.ts'
import { incidentErrors } from '../errors.ts'
import { roomTitlesFor } from '../reading/room-title.ts'
import { otherTicketIds, roomsOfTicket } from './linked-data.ts'

const SHOWN = 5

/** The rooms that a ticket belongs to, for its page, with the others in them. Errors: incidents.ticketUnknown when the ticket is out of reach. */
export function incidentsOfTicket(ctx: Ctx, ticketId: string): Promise<IncidentOfTicket[]> {
  return ctx.transaction(async (tx) => {
    const scope = scopeOf(ctx.actor, 'tickets.read')
    const [[ticket], rooms] = await Promise.all([
      ticketsOfIncident(tx, scope, [ticketId]),
      roomsOfTicket(tx, ticketId),
    ])
    if (!ticket) throw incidentErrors.ticketGone()
    const titleOf = await roomTitlesFor(ctx, tx, rooms)
    return Promise.all(
      rooms.map(async (incident) => {
        const members = await membersOf(tx, incident.id)
        const readable = reaches(ctx.actor, 'incidents.read', { incident, members })
        const others = readable
          ? await newestOf(tx, scope, await otherTicketIds(tx, incident.id, ticketId), SHOWN)
          : { tickets: [], count: 0 }
        return {
          id: incident.id,
          number: numberOf(incident),
          title: readable ? titleOf(incident) : '',
          status: incident.status as IncidentOfTicket['status'],
          readable,
          tickets: others.tickets.map((one) => ({ ...one, openedAt: one.openedAt.toISOString() })),
          others: others.count,
        }
      }),
    )
  })
}
