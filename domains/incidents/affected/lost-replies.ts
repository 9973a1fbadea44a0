import { audit } from '#platform/audit/audit'
import { type Ctx, systemContext } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { AppError } from '#platform/errors'
import { openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { addEntry, notify, numberOf } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { headInReach } from '../reading/read-room.ts'
import { toldRooms } from './affected-data.ts'
import { isLost, setAside } from './replies-data.ts'
import { heardSince, threadTicket, whoAnswers } from './thread-replies.ts'

const PROBLEM_SIGNS = 300

export const problemOf = (error: unknown): string => String(error).slice(0, PROBLEM_SIGNS)

type Heard = { event_id: string; ticket_id: string }

/** The rooms that wrote to whoever wrote the ticket; where even that can't be found out, all that have written to customers lately. */
export async function roomsConcerned(ctx: Ctx, { ticket_id }: Heard): Promise<string[]> {
  try {
    const { told } = await ctx.transaction((tx) => whoAnswers(ctx, tx, ticket_id))
    return [...new Set(told.map((person) => person.incident_id))]
  } catch {
    return ctx.transaction((tx) => toldRooms(tx, heardSince(ctx)))
  }
}

/** An answer that could not be threaded is set aside; these rooms say so, once a ticket, with a way to try again. The reason is the program's own word and goes to nobody's screen. */
export async function loseReply(
  ctx: Ctx,
  tx: Tx,
  { event_id, ticket_id }: Heard,
  { rooms, problem }: { rooms: string[]; problem: string },
): Promise<void> {
  const said = await isLost(tx, ticket_id)
  await setAside(tx, event_id, rooms, problem)
  if (said) return
  for (const id of rooms.toSorted()) {
    const desk = await openIncidentDesk(ctx, tx, id)
    if (!desk) continue
    addEntry(desk, { kind: 'fact', fact: 'reply_lost', ticketId: ticket_id })
    notify(desk, [desk.incident.leader_id], 'incident_reply')
    await saveIncidentDesk(desk)
  }
}

/**
 * Tries once more to thread what was set aside of a ticket, at once.
 * Errors: incidents.notFound, incidents.notAllowed, incidents.replyUnknown when nothing of it is set aside, incidents.replyLost when it failed again.
 */
export async function threadAgain(ctx: Ctx, id: string, ticketId: string): Promise<void> {
  const { incident } = await headInReach(ctx, id, 'incidents.affected')
  const system = systemContext(ctx, ctx.actor.brandId)
  try {
    await system.transaction(async (tx) => {
      if (!(await isLost(tx, ticketId, id))) throw incidentErrors.replyUnknown()
      await threadTicket(system, tx, ticketId)
      const subject = { subjectKind: 'incident', subjectId: id, subject: numberOf(incident) }
      await audit(tx, ctx, { action: 'incidents.threadReply', ...subject, data: { ticket: ticketId } })
    })
  } catch (error) {
    if (error instanceof AppError) throw error
    ctx.log.error({ err: error, ticketId }, 'an answer could not be threaded again; it stays set aside')
    throw incidentErrors.replyLost()
  }
}
