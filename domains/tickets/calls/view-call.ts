import type { TicketStatus } from '#contracts/tickets'
import type { Call, CallPop, CallTicket } from '#contracts/tickets/calls'
import { customerNames, familyOf, maskedCustomer } from '#domains/customers'
import { findStaffNames } from '#domains/people'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { covers, scopeOf } from '#platform/permissions'
import type { CallRow } from './call-data.ts'
import * as data from './call-data.ts'

const BRAND = { shopId: null }
const SHOWN_TICKETS = 5

type TicketOf = Awaited<ReturnType<typeof data.ticketsByIds>>[number]

/** Calls as their reader may see them; names and tickets are asked for once. */
export async function viewCalls(tx: Tx, ctx: Ctx, rows: readonly CallRow[]): Promise<Call[]> {
  const pick = <K extends 'staff_id' | 'ticket_id' | 'task_id' | 'customer_id'>(key: K) => [
    ...new Set(rows.flatMap((r) => r[key] ?? [])),
  ]
  const [names, tickets, owed, nameOf] = await Promise.all([
    findStaffNames(tx, pick('staff_id')),
    data.ticketsByIds(tx, scopeOf(ctx.actor, 'tickets.read'), pick('ticket_id')),
    data.openTasksOf(tx, pick('task_id')),
    customerNames(tx, pick('customer_id')),
  ])
  const ticketOf = new Map(tickets.map((t) => [t.id, t]))
  const may = (action: string) => covers(scopeOf(ctx.actor, action), BRAND)
  const [hears, reveals] = [may('tickets.hearCalls'), may('customers.reveal')]
  return rows.map((row) => {
    const ticket = row.ticket_id ? ticketOf.get(row.ticket_id) : undefined
    const can: Call['can'] = []
    if (hears && row.recording) can.push('hear')
    if (reveals && row.number_enc) can.push('reveal')
    return {
      id: row.id,
      direction: row.direction as Call['direction'],
      state: row.state as Call['state'],
      caller: row.number_masked,
      customerName: nameOf.get(row.customer_id ?? '') ?? '',
      queue: row.queue,
      extension: row.extension,
      agentName: names.get(row.staff_id ?? '') ?? '',
      startedAt: row.started_at.toISOString(),
      answeredAt: row.answered_at?.toISOString() ?? null,
      endedAt: row.ended_at?.toISOString() ?? null,
      talkS: row.talk_s,
      ticket: ticket ? viewTicket(ticket) : null,
      owed: row.state === 'missed' && owed.has(row.task_id ?? ''),
      can,
    }
  })
}

/** The same with the customer's file, as whoever picks up the phone needs it. */
export async function viewPops(tx: Tx, ctx: Ctx, rows: readonly CallRow[]): Promise<CallPop[]> {
  const calls = await viewCalls(tx, ctx, rows)
  const reach = scopeOf(ctx.actor, 'tickets.read')
  return Promise.all(
    calls.map(async (call, n) => {
      const { customer_id } = rows[n]!
      if (!customer_id) return { ...call, customer: null, tickets: [], lastOrder: '' }
      const [customer, tickets] = await Promise.all([
        maskedCustomer(tx, ctx, customer_id),
        data.ticketsOfCustomer(tx, reach, await familyOf(tx, customer_id), SHOWN_TICKETS),
      ])
      const ordered = tickets.toSorted((a, b) => b.opened_at.getTime() - a.opened_at.getTime())
      return {
        ...call,
        customer: customer && { ...customer, tickets: tickets.length },
        tickets: tickets.map((t) => ({ ...viewTicket(t), open: t.closed_at === null })),
        lastOrder: ordered.map((t) => (t.fields as { orderNumber?: string }).orderNumber).find(Boolean) ?? '',
      }
    }),
  )
}

function viewTicket(t: TicketOf): CallTicket {
  return {
    id: t.id,
    number: `HY-${t.number}`,
    title: t.title,
    status: t.status as TicketStatus,
    openedAt: t.opened_at.toISOString(),
  }
}
