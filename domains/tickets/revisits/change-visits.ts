import type { z } from 'zod'
import { type AddRevisit, revisitsChanged } from '#contracts/tickets/followup'
import type { Ctx } from '#platform/context'
import { atDesk, type Desk, newId } from '../handling/desk.ts'
import { addFact, record, tell } from '../handling/desk-moves.ts'
import { refuseOwnCase } from '../investigation/own-case.ts'
import { revisitErrors } from './errors.ts'
import { dropCall, hasPhone, isOpen } from './plan-visits.ts'
import { reachable, ticketOf } from './record-visit.ts'
import { insertRevisits, revisitsOf, saveRevisit } from './revisit-data.ts'
import { giveCall, ringVisits } from './ring-visits.ts'

const LATEST_MS = 365 * 86_400_000

/** One more by hand. Errors: revisit.notClosed while the ticket is open, revisit.timeUnfit in the past or beyond a year. */
export function addRevisit(ctx: Ctx, ticketId: string, input: z.infer<typeof AddRevisit>): Promise<void> {
  return atDesk(ctx, ticketId, 'tickets.revisit', async (desk) => {
    refuseOwnCase(desk)
    const { ticket, tx } = desk
    if (ticket.status !== 'closed') throw revisitErrors.notClosed()
    const at = timeOf(desk, input.at)
    const means = input.means === 'phone' && !(await hasPhone(desk)) ? 'written' : input.means
    const earlier = (await revisitsOf(tx, ticket.id)).find((v) => v.role)
    await insertRevisits(tx, [
      {
        brand_id: ticket.brand_id,
        id: newId(),
        ticket_id: ticket.id,
        cycle: ticket.cycle,
        after_days: null,
        means,
        state: 'planned',
        role: earlier?.role ?? 'agent',
        shop_id: ticket.shop_id,
        planned_at: at,
        next_at: at,
      },
    ])
    addFact(desk, 'revisit_added', { means, nextAt: at.toISOString() })
    record(desk, 'tickets.addRevisit', { means, at: at.toISOString() })
    tell(desk, revisitsChanged)
  })
}

/**
 * At another time, or at once: then a call is given to somebody who is here, a question is sent.
 * Errors: revisit.notFound, revisit.over unless it is still planned, revisit.timeUnfit.
 */
export async function moveRevisit(ctx: Ctx, id: string, at: string | undefined): Promise<void> {
  return atDesk(ctx, await ticketOf(ctx, id), 'tickets.revisit', async (desk) => {
    refuseOwnCase(desk)
    const visit = await reachable(desk, id)
    if (visit.state !== 'planned') throw revisitErrors.over()
    const when = at === undefined ? desk.now : timeOf(desk, at)
    Object.assign(visit, { planned_at: when, next_at: when })
    if (at === undefined && visit.means === 'phone') await giveCall(desk, visit, { atOnce: true })
    await saveRevisit(desk.tx, visit)
    if (at === undefined && visit.means === 'written') await ringVisits(desk)
    addFact(desk, at === undefined ? 'revisit_advanced' : 'revisit_moved', { nextAt: when.toISOString() })
    record(desk, 'tickets.moveRevisit', { revisit: id, at: when.toISOString() })
    tell(desk, revisitsChanged, [visit.owner_id])
  })
}

/** Errors: revisit.notFound, revisit.over when it has a result already. */
export async function cancelRevisit(ctx: Ctx, id: string, reason: string): Promise<void> {
  return atDesk(ctx, await ticketOf(ctx, id), 'tickets.revisit', async (desk) => {
    refuseOwnCase(desk)
    const visit = await reachable(desk, id)
    if (!isOpen(visit.state)) throw revisitErrors.over()
    Object.assign(visit, { state: 'cancelled', words: reason, next_at: null, due_at: null })
    await saveRevisit(desk.tx, visit)
    await dropCall(desk, id, reason)
    addFact(desk, 'revisit_cancelled', {}, reason)
    record(desk, 'tickets.cancelRevisit', { revisit: id })
    tell(desk, revisitsChanged, [visit.owner_id])
  })
}

function timeOf(desk: Desk, at: string): Date {
  const wait = Date.parse(at) - desk.now.getTime()
  if (wait <= 0 || wait > LATEST_MS) throw revisitErrors.timeUnfit({}, 'at')
  return new Date(at)
}
