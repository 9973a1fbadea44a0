import type { z } from 'zod'
import type { OpeningOffer } from '#contracts/incidents/opening'
import { loadRoster } from '#domains/people'
import { planFor, playbookInForce } from '#domains/playbook'
import { type TicketOfIncident, ticketsOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { scopeOf } from '#platform/permissions'
import { numberOf } from '../desk/moves.ts'
import { ticketTitleFor } from '../reading/names-shown.ts'
import { refuseAlarmOutOfReach, ticketsOfAlarm } from './alarm-reach.ts'
import { openRoomsOfTickets } from './opening-data.ts'
import { aboutPlan, planOfTickets } from './plan-of-tickets.ts'
import { saidIn, spokenIn } from './said-in.ts'

/** What a tap on an early warning would do, before it does it. Errors: incidents.alarmUnknown. */
export function offerOpening(ctx: Ctx, alarmId: string): Promise<z.infer<typeof OpeningOffer>> {
  return ctx.transaction(async (tx) => {
    await refuseAlarmOutOfReach(ctx, tx, alarmId)
    const ids = await ticketsOfAlarm(tx, alarmId)
    const [{ playbook }, tickets, rooms, { shops }, ticketTitle] = await Promise.all([
      playbookInForce(tx),
      ticketsOfIncident(tx, scopeOf(ctx.actor, 'tickets.read'), ids),
      openRoomsOfTickets(tx, ids),
      loadRoster(tx, ctx.now()),
      ticketTitleFor(ctx, tx),
    ])
    const inRoom = (id: string) => rooms.find((room) => room.ticket_id === id)
    // Of what is in another room already that room's plan is no sign of this one.
    const free = tickets.filter(({ id }) => !inRoom(id))
    const plan = planOfTickets(playbook, free) ?? planOfTickets(playbook, tickets)
    const fitting = plan ? aboutPlan(playbook, plan.key, tickets) : []
    const unnamed = tickets.filter((ticket) => !planFor(playbook, ticket))
    const about = [...fitting, ...(await alikeTo(tx, fitting, unnamed))]
    // A room is joined by its ticket: one whose tickets are all out of reach cannot be.
    const newest = rooms.find((room) => tickets.some(({ id }) => id === room.ticket_id))
    return {
      plan: plan?.key ?? null,
      room: newest ? numberOf(newest) : null,
      tickets: tickets.map((ticket) => {
        const room = inRoom(ticket.id)
        return {
          id: ticket.id,
          number: ticket.number,
          title: ticketTitle(ticket),
          shopName: shops.find((shop) => shop.id === ticket.shopId)?.name ?? '',
          about: about.includes(ticket),
          room: room ? numberOf(room) : null,
        }
      }),
    }
  })
}

/** Of tickets in which no danger was heard those that tell of a product of the others. */
async function alikeTo(
  tx: Tx,
  tickets: readonly TicketOfIncident[],
  unnamed: readonly TicketOfIncident[],
): Promise<TicketOfIncident[]> {
  if (!tickets.length || !unnamed.length) return []
  const all = [...tickets, ...unnamed]
  const said = await saidIn(tx, all)
  const spoken = await spokenIn(tx, all, said)
  const items = new Set(tickets.flatMap(({ id }) => spoken.get(id)?.itemIds ?? []))
  return unnamed.filter(({ id }) => spoken.get(id)?.itemIds.some((item) => items.has(item)))
}
