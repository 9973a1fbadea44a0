import type { z } from 'zod'
import type { Role } from '#contracts/people'
import { type AssignTicket, type TicketStatus, ticketAssigned } from '#contracts/tickets'
import type { RosterPerson } from '#domains/people'
import type { Ctx } from '#platform/context'
import { ticketErrors } from '../errors.ts'
import { atDesk, type Desk } from '../handling/desk.ts'
import { openLoads } from '../handling/desk-data.ts'
import { addFact, notify, record, setStatus, tell, touch } from '../handling/desk-moves.ts'
import { investigationErrors } from '../investigation/errors.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { mayMove } from '../lifecycle.ts'
import { type Picked, pickPerson } from './pick-person.ts'

/** Gives a ticket to a person with a hand-over note. Errors: tickets.assigneeUnknown (not of this brand, locked, or out of reach of the shop), tickets.assigneeAbsent, tickets.illegalMove, investigation.ownCase, investigation.accusedHandles. */
export function assignTicket(ctx: Ctx, id: string, input: z.infer<typeof AssignTicket>): Promise<void> {
  return atDesk(ctx, id, 'tickets.assign', async (desk) => assignAt(desk, input))
}

/** The same on a desk that is open: one ticket among many. */
export function assignAt(desk: Desk, input: z.infer<typeof AssignTicket>): void {
  refuseOwnCase(desk)
  const person = desk.roster.people.find(
    (p) => p.id === input.assigneeId && canHandle(p, desk.ticket.shop_id),
  )
  if (!person) throw ticketErrors.assigneeUnknown({}, 'assigneeId')
  if (person.id === desk.ticket.accused_id)
    throw investigationErrors.accusedHandles({ name: person.name }, 'assigneeId')
  if (!person.onDuty) throw ticketErrors.assigneeAbsent({ name: person.name }, 'assigneeId')
  giveTo(desk, person, { note: input.note })
}

const HANDLES = new Set([
  'agent',
  'lead',
  'shop_manager',
  'region_manager',
  'quality',
  'marketing',
  'advisor',
  'delivery_lead',
  'tech',
  'shop_staff',
])

/** Whether somebody may hold a ticket of this shop at all. */
export function canHandle(person: RosterPerson, shopId: string | null): boolean {
  return person.roles.some(
    (r) => HANDLES.has(r.role) && (r.shops === 'all' || (shopId !== null && r.shops.includes(shopId))),
  )
}

/** The move itself, used by people, escalation and reopening alike. Errors: investigation.accusedHandles when it is about that person. */
export function giveTo(
  desk: Desk,
  person: { id: string; name: string },
  data: Record<string, unknown> = {},
): void {
  const { ticket } = desk
  if (person.id === ticket.accused_id) throw investigationErrors.accusedHandles({ name: person.name })
  const from = ticket.assignee_id
  const status = ticket.status as TicketStatus
  ticket.assignee_id = person.id
  // Why it is late is for whoever has it now to say.
  if (from !== person.id) ticket.late_reason = ''
  if (mayMove(status, 'assigned') && !['in_progress', 'waiting_customer'].includes(status))
    setStatus(desk, 'assigned')
  addFact(desk, 'assigned', { to: person.name, toId: person.id, ...data })
  record(desk, 'tickets.assign', { from, to: person.id })
  tell(desk, ticketAssigned, [from])
  notify(desk, [person.id], 'assigned')
  touch(desk)
}

/** Responsibility moved up: the team of that role answers for it from now on, to the customer too. */
export function moveTeam(desk: Desk, role: Role): void {
  const { teams } = desk.playbook.playbook
  const own = teams.find((t) => t.key === desk.ticket.team)
  if (own?.roles.includes(role)) return
  const team = teams.find((t) => t.roles.includes(role))
  if (team) desk.ticket.team = team.key
}

/** The next fitting person up the chain, never one of `not` and never whom it is about. */
export async function pickFor(
  desk: Desk,
  roles: Parameters<typeof pickPerson>[0]['roles'],
  not: readonly string[] = [],
): Promise<Picked | null> {
  const loads = await openLoads(
    desk.tx,
    desk.roster.people.map((p) => p.id),
  )
  const { accused_id } = desk.ticket
  const barred = accused_id ? [...not, accused_id] : not
  return pickPerson({ roster: desk.roster, roles, shopId: desk.ticket.shop_id, loads, not: barred })
}
