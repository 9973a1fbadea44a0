import type { z } from 'zod'
import type { CustomerRevealed } from '#contracts/customers'
import { revealedCustomer } from '#domains/customers'
import { audit } from '#platform/audit/audit'
import type { Ctx } from '#platform/context'
import { scopeOf } from '#platform/permissions'
import { ticketErrors } from '../errors.ts'
import { findTicket } from '../handling/desk-data.ts'

/** Name and numbers in the clear, with the reason in the audit trail (G1). Errors: tickets.notFound, tickets.noCustomer. */
export function revealContact(
  ctx: Ctx,
  id: string,
  reason: string,
): Promise<z.infer<typeof CustomerRevealed>> {
  return ctx.transaction(async (tx) => {
    const ticket = await findTicket(tx, scopeOf(ctx.actor, 'customers.reveal'), id)
    if (!ticket) throw ticketErrors.notFound()
    if (!ticket.customer_id) throw ticketErrors.noCustomer()
    await audit(tx, ctx, {
      action: 'customers.reveal',
      subjectKind: 'customer',
      subjectId: ticket.customer_id,
      subject: `HY-${ticket.number}`,
      data: { reason },
    })
    return revealedCustomer(tx, ctx, ticket.customer_id)
  })
}
