import type { z } from 'zod'
import type { RevisitCounts, RevisitPage, RevisitQuery, TicketRevisits } from '#contracts/tickets/followup'
import { phoneKnown } from '#domains/customers'
import { findStaffNames } from '#domains/people'
import { type Ctx, staffOf } from '#platform/context'
import { httpErrors } from '#platform/errors'
import { covers, scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { findTicket } from '../handling/desk-data.ts'
import * as data from './list-data.ts'
import { revisitsOf } from './revisit-data.ts'
import { ids, viewRevisit, viewRows } from './view-revisit.ts'

/** One page of the calls and questions within reach. */
export function listRevisits(ctx: Ctx, query: RevisitQuery): Promise<z.infer<typeof RevisitPage>> {
  return ctx.transaction(async (tx) => {
    const after = query.cursor ? readCursor(query.cursor) : null
    const rows = await data.listRevisits(tx, readerOf(ctx), query, after)
    const page = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? page.at(-1) : undefined
    const at = query.view === 'done' ? last?.done_at : last?.planned_at
    return { rows: await viewRows(tx, ctx, page), next: last && at ? makeCursor(at, last.id) : null }
  })
}

export function countRevisits(ctx: Ctx): Promise<z.infer<typeof RevisitCounts>> {
  return ctx.transaction((tx) => data.countDue(tx, readerOf(ctx)))
}

/** All revisits of one ticket, for whoever may read it. Errors: tickets.notFound. */
export function ticketRevisits(ctx: Ctx, ticketId: string): Promise<TicketRevisits> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'tickets.read'), ticketId)
    if (!ticket) throw ticketErrors.notFound()
    const visits = await revisitsOf(tx, ticketId)
    const names = await findStaffNames(tx, ids(visits.flatMap((v) => [v.owner_id, v.done_by])))
    const reach = { shopId: ticket.shop_id, ownerId: ticket.assignee_id }
    const own = ticket.accused_id !== null && ticket.accused_id === staffOf(ctx).staffId
    return {
      visits: visits.map((visit) => viewRevisit(ctx, visit, names, ticket.accused_id)),
      canAdd: ticket.status === 'closed' && !own && covers(scopeOf(ctx.actor, 'tickets.revisit'), reach),
      phoneKnown: ticket.customer_id !== null && (await phoneKnown(tx, ticket.customer_id)),
    }
  })
}

export function readerOf(ctx: Ctx): data.Reader {
  const { staffId } = staffOf(ctx)
  return { staffId, scope: scopeOf(ctx.actor, 'tickets.revisit'), now: ctx.now() }
}

function makeCursor(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url')
}

/** Errors: http.badInput when the cursor is not one of ours. */
function readCursor(text: string): { at: Date; id: string } {
  try {
    const [iso, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string]
    const at = new Date(iso)
    if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) throw new Error('not a cursor')
    return { at, id }
  } catch {
    throw httpErrors.badInput({ problem: 'cursor' }, 'cursor')
  }
}
