import type { CustomerValue } from '#contracts/playbook'
import { ticketChanged } from '#contracts/tickets'
import { customerValue, setCustomerValue } from '#domains/customers'
import type { Ctx } from '#platform/context'
import { ticketErrors } from '../errors.ts'
import { atDesk } from '../handling/desk.ts'
import { addFact, record, tell } from '../handling/desk-moves.ts'

/** Says what the ticket's customer is worth to the brand: what is offered depends on it. Errors: tickets.noCustomer. */
export function saveCustomerValue(ctx: Ctx, ticketId: string, value: CustomerValue): Promise<void> {
  return atDesk(ctx, ticketId, 'tickets.compensate', async (desk) => {
    const id = desk.ticket.customer_id
    if (!id) throw ticketErrors.noCustomer()
    const before = await customerValue(desk.tx, id)
    if (before === value) return
    await setCustomerValue(desk.tx, ctx, id, value)
    addFact(desk, 'customer_valued', { value })
    record(desk, 'tickets.valueCustomer', { customer: id, before, after: value })
    tell(desk, ticketChanged)
  })
}
