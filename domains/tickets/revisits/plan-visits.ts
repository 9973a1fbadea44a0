import { ENDED, type TicketStatus } from '#contracts/tickets'
import { revisitsChanged } from '#contracts/tickets/followup'
import { phoneKnown } from '#domains/customers'
import { type Desk, newId } from '../handling/desk.ts'
import { addFact, record, tell } from '../handling/desk-moves.ts'
import { cancelTask } from '../tasks/give-task.ts'
import { tasksOf } from '../tasks/task-data.ts'
import { planRevisits } from './plan-revisits.ts'
import { insertRevisits, revisitsOf, saveRevisit } from './revisit-data.ts'

/** Plans what the playbook wants to happen after this end (F2); after every end anew, so what was not solved stays watched. */
export async function planAfterClosing(desk: Desk): Promise<void> {
  const { ticket, tx } = desk
  const plan = desk.playbook.playbook.revisit
  if (ticket.status !== 'closed' || !plan.rules.length) return
  const visits = planRevisits(plan, {
    kind: ticket.kind as 'complaint',
    priority: ticket.priority as 'P1',
    categories: ticket.categories,
    reopened: ticket.cycle > 1,
    phoneKnown: await hasPhone(desk),
    closedAt: ticket.closed_at ?? desk.now,
    zone: zoneOf(desk),
  })
  if (!visits.length) return
  await insertRevisits(
    tx,
    visits.map((visit) => ({
      brand_id: ticket.brand_id,
      id: newId(),
      ticket_id: ticket.id,
      cycle: ticket.cycle,
      after_days: visit.afterDays,
      means: visit.means,
      state: 'planned',
      role: visit.role,
      shop_id: ticket.shop_id,
      planned_at: visit.at,
      next_at: visit.at,
    })),
  )
  addFact(desk, 'revisits_planned', {
    count: visits.length,
    first: visits[0]?.at.toISOString(),
    days: visits.map((v) => v.afterDays),
  })
  record(desk, 'tickets.planRevisits', { days: visits.map((v) => v.afterDays) })
  tell(desk, revisitsChanged)
}

/** Nothing is asked any more about a ticket that is open again; whoever had to phone has one thing less to do. */
export async function cancelVisits(desk: Desk, reason: 'reopened' | 'restored'): Promise<void> {
  const open = (await revisitsOf(desk.tx, desk.ticket.id)).filter((v) => isOpen(v.state))
  if (!open.length) return
  for (const visit of open) {
    Object.assign(visit, { state: 'cancelled', next_at: null, due_at: null })
    await saveRevisit(desk.tx, visit)
    await dropCall(desk, visit.id, '')
  }
  addFact(desk, 'revisits_cancelled', { count: open.length, reason })
  tell(desk, revisitsChanged)
}

/** After a ticket was given back what it was: planned when that was closed, cancelled when it was not. */
export async function followRestored(desk: Desk, from: TicketStatus): Promise<void> {
  const to = desk.ticket.status as TicketStatus
  if (to === 'closed' && from !== 'closed') await planAfterClosing(desk)
  if (from === 'closed' && !ENDED.includes(to)) await cancelVisits(desk, 'restored')
}

export function isOpen(state: string): boolean {
  return state === 'planned' || state === 'due' || state === 'asked'
}

/** Takes the call out of its owner's list. */
export async function dropCall(desk: Desk, revisitId: string, why: string): Promise<void> {
  for (const task of await tasksOf(desk.tx, desk.ticket.id))
    if (task.about_id === revisitId) cancelTask(desk, task, why)
}

export async function hasPhone({ tx, ticket }: Desk): Promise<boolean> {
  return ticket.customer_id !== null && phoneKnown(tx, ticket.customer_id)
}

export function zoneOf({ roster, ticket }: Desk): string {
  return roster.shops.find((s) => s.id === ticket.shop_id)?.zone ?? roster.zone
}
