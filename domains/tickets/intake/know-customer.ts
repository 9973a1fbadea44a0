import { identifiedCustomers, identifyCustomers } from '#domains/customers'
import type { Desk } from '../handling/desk.ts'

/** A ticket of somebody who could not be reached belongs, from the moment a contact is given, to the customer who has it. */
export async function knowCustomer(
  { tx, ctx, ticket }: Desk,
  sender: { name?: string | undefined; contact?: string | undefined },
): Promise<void> {
  if (!sender.contact) return
  const id = ticket.customer_id
  if (id && (await identifiedCustomers(tx, [id])).has(id)) return
  const [who] = await identifyCustomers(tx, ctx, [sender])
  if (!who?.customerId) return
  Object.assign(ticket, { customer_id: who.customerId, customer_name: ticket.customer_name || who.name })
}
