import type { CompensationPolicy } from '#contracts/playbook'
import type { EarlierCompensation } from '#contracts/tickets/compensation'
import { covers, type Scope } from '#platform/permissions'
import type { EarlierRow, Subject } from './compensation-data.ts'

const DAY_MS = 86_400_000

/** From when on a second one for the same customer or order is warned of. */
export function doublesSince(policy: CompensationPolicy, now: Date): Date {
  return new Date(now.getTime() - policy.doubleDays * DAY_MS)
}

/** Money and dates are for everybody who might pay twice; the ticket behind them only for whoever may read it. */
export function viewEarlier(row: EarlierRow, subject: Subject, scope: Scope | null): EarlierCompensation {
  const takesPart = scope?.staffId != null && row.participants.includes(scope.staffId)
  const within = takesPart || covers(scope, { shopId: row.shop_id, ownerId: row.assignee_id })
  const byCustomer = row.customer_id !== null && subject.family.includes(row.customer_id)
  const byOrder = row.order_number !== '' && row.order_number === subject.orderNumber
  return {
    id: row.id,
    ticketId: within ? row.ticket_id : null,
    number: `HY-${row.number}`,
    title: within ? row.title : '',
    kind: row.kind as EarlierCompensation['kind'],
    amountMinor: row.amount_minor,
    points: row.points,
    currency: row.currency,
    state: row.state as EarlierCompensation['state'],
    at: (row.issued_at ?? row.proposed_at).toISOString(),
    same: byCustomer && byOrder ? 'both' : byOrder ? 'order' : 'customer',
  }
}
