import type { CustomerHistory, HistoryLine } from '#contracts/tickets/customer-history'
import { customerInReach, familyOf } from '#domains/customers'
import { findShops } from '#domains/people'
import type { Ctx } from '#platform/context'
import { readPlace, writePlace } from '#platform/keyset'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { callLines, type TicketLine, ticketLines } from './history-data.ts'

const SHOWN = 20

/** What a customer has told us and when we have talked, newest first: tickets within the reader's reach, calls for whoever may read calls. Errors: tickets.noCustomer. */
export function readHistory(
  ctx: Ctx,
  customerId: string,
  cursor: string | undefined,
): Promise<CustomerHistory> {
  return ctx.transaction(async (tx) => {
    if (!(await customerInReach(tx, ctx, customerId))) throw ticketErrors.noCustomer()
    const family = await familyOf(tx, customerId)
    const after = readPlace(cursor)
    const [tickets, calls] = await Promise.all([
      ticketLines(tx, scopeOf(ctx.actor, 'tickets.read'), family, after, SHOWN + 1),
      scopeOf(ctx.actor, 'tickets.readCalls') ? callLines(tx, family, after, SHOWN + 1) : [],
    ])
    const shops = await findShops(tx, [...new Set(tickets.flatMap((t) => t.shop_id ?? []))])
    const lines: HistoryLine[] = [
      ...tickets.map((t) => viewTicket(t, shops.get(t.shop_id ?? '')?.name ?? '')),
      ...calls.map((c) => ({
        sort: 'call' as const,
        id: c.id,
        at: c.at.toISOString(),
        direction: c.direction as 'inbound',
        missed: c.state === 'missed',
        talkS: c.talk_s,
        ticketId: c.ticket_id,
      })),
    ].sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
    const shown = lines.slice(0, SHOWN)
    const last = shown.at(-1)
    return {
      lines: shown,
      next: lines.length > shown.length && last ? writePlace({ at: new Date(last.at), id: last.id }) : null,
    }
  })
}

function viewTicket(t: TicketLine, shopName: string): HistoryLine {
  return {
    sort: 'ticket',
    id: t.id,
    at: t.at.toISOString(),
    number: `HY-${t.number}`,
    title: t.title,
    status: t.status as 'assigned',
    kind: t.kind as 'complaint',
    priority: t.priority as 'P1',
    channel: t.channel_kind as 'qr',
    shopName,
    orderNumber: t.order_number,
    stars: t.stars,
  }
}
