import { linkMentioned } from '#domains/orders'
import type { Desk } from '../handling/desk.ts'
import { addFact, numberOf } from '../handling/desk-moves.ts'

/** Ties the ticket to an order that its customer has named later, if there is such an order; whoever compares tickets knows the number from then on. */
export async function linkNamed(desk: Desk, numbers: readonly string[]): Promise<void> {
  const { tx, ctx, ticket } = desk
  const about = { ticketId: ticket.id, number: numberOf(ticket), shopId: ticket.shop_id }
  const linked = await linkMentioned(
    tx,
    ctx,
    numbers.map((orderNumber) => ({ ...about, orderNumber })),
  )
  for (const { orderNumber } of linked) {
    addFact(desk, 'order_linked', { order: orderNumber })
    const fields = ticket.fields as { orderNumber?: string }
    if (!fields.orderNumber) ticket.fields = { ...fields, orderNumber }
  }
}
