import { identifiedCustomers, identifyCustomers, noteTicket, type Sender } from '#domains/customers'
import type { Desk } from '../handling/desk.ts'

/**
 * A ticket of somebody who was not known belongs, from the moment that the channel or a contact says who it is, to that customer.
 * A contact that comes later becomes known of the customer whose ticket it is, as far as it is nobody else's.
 */
export async function knowCustomer({ tx, ctx, ticket }: Desk, sender: Sender): Promise<void> {
  if (!sender.contact && !sender.known?.length) return
  const id = ticket.customer_id
  const known = id !== null && (await identifiedCustomers(tx, [id])).has(id)
  if (known && !(sender.contact && sender.known?.length)) return
  const [who] = await identifyCustomers(tx, ctx, [sender])
  if (known || !who?.customerId) return
  Object.assign(ticket, { customer_id: who.customerId, customer_name: ticket.customer_name || who.name })
  if (who.unproven) ticket.fields = { ...(ticket.fields as object), contactUnproven: true }
  const { id: ticketId, kind, opened_at, shop_id } = ticket
  await noteTicket(tx, ctx, [
    { id: ticketId, kind, customerId: who.customerId, at: opened_at, shopId: shop_id },
  ])
}
