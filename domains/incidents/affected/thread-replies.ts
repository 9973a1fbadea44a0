import { familyOf, maskNumbersIn } from '#domains/customers'
import { customerWords, type TicketOfIncident, ticketsOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { type IncidentDesk, openIncidentDesk, saveIncidentDesk } from '../desk/change-room.ts'
import { addEntry, notify } from '../desk/moves.ts'
import { EVERY_TICKET } from '../linked/every-ticket.ts'
import { linkKnown } from '../linked/link-tickets.ts'
import { raiseGrade } from '../linked/raise-grade.ts'
import * as data from './affected-data.ts'
import { forgetLost, threadOnce } from './replies-data.ts'
import { LISTEN_DAYS } from './sweep-affected.ts'

const DAY_MS = 86_400_000
const SHOWN_SIGNS = 500

/** Answers of longer ago belong to no message. */
export function heardSince(ctx: Ctx): Date {
  return new Date(ctx.now().getTime() - LISTEN_DAYS * DAY_MS)
}

/**
 * Threads what the customer of a ticket has written into the rooms that wrote to them: the ticket belongs to the incident, each message once.
 * Shape: what of this ticket was set aside before is so no more.
 */
export async function threadTicket(ctx: Ctx, tx: Tx, ticketId: string): Promise<void> {
  const lost = new Set(await forgetLost(tx, ticketId))
  const { ticket, told } = await whoAnswers(ctx, tx, ticketId)
  for (const id of [...new Set([...lost, ...told.map((person) => person.incident_id)])].sort()) {
    const desk = await openIncidentDesk(ctx, tx, id)
    let changed = lost.has(id)
    for (const person of told.filter((one) => one.incident_id === id))
      if (desk && ticket && (await thread(desk, person, ticket))) changed = true
    if (desk && changed) await saveIncidentDesk(desk)
  }
}

/** The ticket, and its customer in the rooms that have written to them. */
export async function whoAnswers(
  ctx: Ctx,
  tx: Tx,
  ticketId: string,
): Promise<{ ticket: TicketOfIncident | undefined; told: data.PersonRow[] }> {
  const [ticket] = await ticketsOfIncident(tx, EVERY_TICKET, [ticketId])
  if (!ticket?.customerId) return { ticket, told: [] }
  const family = await familyOf(tx, ticket.customerId)
  return { ticket, told: await data.toldSince(tx, family, heardSince(ctx)) }
}

async function thread(
  desk: IncidentDesk,
  person: data.PersonRow,
  ticket: TicketOfIncident,
): Promise<boolean> {
  const { incident, tx } = desk
  const words = await customerWords(tx, ticket.id, person.told_at!)
  const fresh = await threadOnce(
    tx,
    words.map(({ entryId }) => ({
      brand_id: incident.brand_id,
      affected_id: person.id,
      ticket_id: ticket.id,
      entry_id: entryId,
    })),
  )
  const said = words.filter(({ entryId }) => fresh.has(entryId))
  if (!said.length) return false
  if (!(await linkKnown(desk, [ticket], '', { involve: false }))) await raiseGrade(desk, [ticket])
  for (const { text } of said)
    addEntry(desk, {
      kind: 'reply',
      text: maskNumbersIn(text).slice(0, SHOWN_SIGNS),
      data: { number: ticket.number },
      ticketId: ticket.id,
    })
  await data.updatePerson(tx, person.id, {
    state: 'replied',
    ticket_id: person.ticket_id ?? ticket.id,
    replied_at: person.replied_at ?? said[0]!.at,
  })
  notify(desk, [incident.leader_id], 'incident_reply')
  return true
}
