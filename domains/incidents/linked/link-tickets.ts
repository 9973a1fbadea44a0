import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { InventTicket } from '#contracts/incidents/record'
import { type TicketOfIncident, ticketsOfIncident } from '#domains/tickets'
import { type Ctx, staffOf } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { followLinked } from '../affected/complainants.ts'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { addFact, record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { linkTickets as insertLinks } from '../opening/opening-data.ts'
import { involveShops } from '../people/involve-shops.ts'
import { besideAmong } from './beside-data.ts'
import { countedAmong } from './counted-tickets.ts'
import { EVERY_TICKET } from './every-ticket.ts'
import { keepOut, linkedIds, unlink } from './linked-data.ts'
import { proposePlan } from './propose-plan.ts'
import { raiseGrade } from './raise-grade.ts'

/** So many tickets are named in one line of the timeline. */
const NAMED = 10

/** Tickets that belong to the incident; their shops become involved and their people are called. Errors: incidents.ticketUnknown out of reach, incidents.notInDrill. */
export function linkTickets(ctx: Ctx, id: string, ticketIds: readonly string[]): Promise<void> {
  return atIncident(ctx, id, 'incidents.work', async (desk) => {
    if (desk.incident.drill) throw incidentErrors.notInDrill()
    const tickets = await ticketsOfIncident(desk.tx, scopeOf(ctx.actor, 'tickets.read'), ticketIds)
    const unknown = ticketIds.find((one) => !tickets.some((t) => t.id === one))
    if (unknown) throw incidentErrors.ticketUnknown({ id: unknown }, 'ticketIds')
    const by = ctx.actor.kind === 'staff' ? staffOf(ctx).name : ''
    await linkKnown(desk, tickets, by)
  })
}

/**
 * Links tickets that somebody has the right to link; those of the room already stay. Answers whether one is new.
 * Shape: without `involve` their shops do not come in: what a customer writes anywhere is no reason to let that shop's people read. `fact`: how the
 *        timeline says it; of many only the first are named.
 */
export async function linkKnown(
  desk: IncidentDesk,
  tickets: TicketOfIncident[],
  by: string,
  { involve = true, fact = 'linked' }: { involve?: boolean; fact?: 'linked' | 'alarm_linked' } = {},
): Promise<boolean> {
  if (!tickets.length) return false
  const { incident, tx, now } = desk
  const known = await linkedIds(
    tx,
    incident.id,
    tickets.map((t) => t.id),
  )
  const fresh = tickets.filter((t) => !known.has(t.id))
  if (!fresh.length) return false
  const row = { brand_id: incident.brand_id, incident_id: incident.id, linked_at: now, linked_by_name: by }
  await insertLinks(
    tx,
    fresh.map((t) => ({ ...row, ticket_id: t.id })),
  )
  await followLinked(
    desk,
    fresh.map((t) => t.id),
  )
  const named = fact === 'linked' ? fresh : fresh.slice(0, NAMED)
  addFact(desk, fact, { tickets: named.map((t) => t.number), count: fresh.length })
  record(desk, 'link', { tickets: fresh.map((t) => t.id) })
  if (involve)
    await involveShops(
      desk,
      fresh.flatMap((t) => t.shopId ?? []),
    )
  await raiseGrade(desk, fresh)
  await proposePlan(desk, await countedAmong(tx, incident.id, fresh))
  return true
}

/**
 * Out of the room, or no longer waiting beside it, and no early warning brings it back.
 * Errors: incidents.ticketUnknown when it is neither linked nor waiting within reach.
 */
export function unlinkTicket(ctx: Ctx, id: string, ticketId: string): Promise<void> {
  return atIncident(ctx, id, 'incidents.work', async (desk) => {
    const inside = await unlink(desk.tx, id, ticketId)
    const scope = inside ? EVERY_TICKET : scopeOf(ctx.actor, 'tickets.read')
    const [ticket] = await ticketsOfIncident(desk.tx, scope, [ticketId])
    if (!inside && !(ticket && (await besideAmong(desk.tx, id, [ticketId])).has(ticketId)))
      throw incidentErrors.ticketUnknown()
    await keepOut(desk.tx, desk.incident, [ticketId])
    await followLinked(desk)
    addFact(desk, inside ? 'unlinked' : 'not_ours', { tickets: ticket ? [ticket.number] : [] })
    record(desk, 'unlink', { tickets: [ticketId] })
  })
}

/** A ticket that exists in this drill and nowhere else. Errors: incidents.drillOnly, incidents.shopUnknown. */
export function inventTicket(ctx: Ctx, id: string, input: z.infer<typeof InventTicket>): Promise<void> {
  return atIncident(ctx, id, 'incidents.work', async (desk) => {
    const { incident, tx, now } = desk
    if (!incident.drill) throw incidentErrors.drillOnly()
    const { shops } = await desk.roster()
    if (input.shopId && !shops.some((s) => s.id === input.shopId))
      throw incidentErrors.shopUnknown({ id: input.shopId }, 'shopId')
    const ticketId = uuidv7()
    const number = `YL-${ticketId.slice(-5).toUpperCase()}`
    const { title, customerName, shopId = null } = input
    const invented = JSON.stringify({ number, title, customerName, shopId })
    const row = { brand_id: incident.brand_id, incident_id: id, ticket_id: ticketId, invented }
    await insertLinks(tx, [{ ...row, linked_at: now, linked_by_name: staffOf(ctx).name }])
    addFact(desk, 'linked', { tickets: [number] })
    record(desk, 'inventTicket', { ticket: number })
    if (shopId) await involveShops(desk, [shopId])
  })
}
