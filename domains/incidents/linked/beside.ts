import type { Beside } from '#contracts/incidents/beside'
import type { EmergencyPlan } from '#contracts/playbook/emergency'
import { findShops } from '#domains/people'
import { planFor, playbookInForce, say } from '#domains/playbook'
import { ticketsOfIncident } from '#domains/tickets'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { openRoomsOfTickets } from '../opening/opening-data.ts'
import type { ReadFor } from '../reading/loaded.ts'
import { ticketTitleFor } from '../reading/names-shown.ts'
import { headInReach, readFor } from '../reading/read-room.ts'
import { besideIds, proposedIn } from './beside-data.ts'
import { linkedIds, takenOut } from './linked-data.ts'

/** What waits beside a room for somebody's decision. Errors: incidents.notFound out of reach. */
export async function besideOf(ctx: Ctx, id: string): Promise<Beside> {
  const head = await headInReach(ctx, id)
  const read = await readFor(ctx, id, head)
  const { incident } = head
  if (incident.status === 'closed' || incident.drill) return { tickets: [], grade: null, plan: null }
  return ctx.transaction(async (tx) => {
    const tickets = await ticketsBeside(ctx, tx, id, read)
    if (read !== 'all') return { tickets, grade: null, plan: null }
    const { playbook } = await playbookInForce(tx)
    const standing = async (proposal: 'grade_proposed' | 'plan_proposed') => {
      const proposed = await proposedIn(tx, id, proposal)
      return proposed?.declined ? undefined : proposed?.key
    }
    const [grade, plan] = [await standing('grade_proposed'), await standing('plan_proposed')]
    const { grades } = incident.plan as EmergencyPlan
    const rank = (key: string) => grades.findIndex((one) => one.key === key)
    const named = (one: { key: string; name: EmergencyPlan['name'] } | undefined) =>
      one ? { key: one.key, name: say(one.name, ctx.locale) } : null
    return {
      tickets,
      grade: grade && rank(grade) > rank(incident.grade) ? named(grades[rank(grade)]) : null,
      plan: plan === incident.plan_key ? null : named(playbook.emergencies.find(({ key }) => key === plan)),
    }
  })
}

/** Those that are in no room yet. */
async function ticketsBeside(ctx: Ctx, tx: Tx, id: string, read: ReadFor): Promise<Beside['tickets']> {
  const told = await besideIds(tx, id)
  if (!told.length) return []
  const [inside, out, rooms, { playbook }, ticketTitle] = await Promise.all([
    linkedIds(tx, id, told),
    takenOut(tx, id),
    openRoomsOfTickets(tx, told),
    playbookInForce(tx),
    ticketTitleFor(ctx, tx),
  ])
  const waiting = told.filter(
    (one) => !inside.has(one) && !out.has(one) && !rooms.some((room) => room.ticket_id === one),
  )
  const shops = read === 'all' ? ('all' as const) : [...read.shops]
  const tickets = await ticketsOfIncident(tx, { shops, own: false, staffId: null }, waiting)
  const open = tickets.filter((ticket) => !ticket.closed)
  const names = await findShops(
    tx,
    open.flatMap(({ shopId }) => shopId ?? []),
  )
  return open.map((ticket) => {
    const plan = planFor(playbook, ticket)
    return {
      id: ticket.id,
      number: ticket.number,
      title: ticketTitle(ticket),
      shopName: (ticket.shopId && names.get(ticket.shopId)?.name) || '',
      openedAt: ticket.openedAt.toISOString(),
      planName: plan ? say(plan.name, ctx.locale) : '',
    }
  })
}
