import type { z } from 'zod'
import type { Locale } from '#contracts/kit'
import type { SaidAboutOrder, SayAboutOrder } from '#contracts/orders/order-page'
import { customerContext, storeInbound } from '#domains/channels'
import { type AboutOrder, aboutOrder, findOrderByToken } from '#domains/orders'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { ticketErrors } from '../errors.ts'
import { addCustomerMessage } from '../followup/customer-deeds.ts'
import { OWN_TICKET } from '../followup/progress-door.ts'
import { newId } from '../handling/desk.ts'
import { findTicket } from '../handling/desk-data.ts'
import { openAboutOrder } from './open-about-order.ts'

type Said = z.infer<typeof SaidAboutOrder>

/**
 * What the customer says on the order's page: to the ticket that is open about it, else it opens one. Sent again it is said once.
 * Errors: orders.linkUnknown; those of opening.
 */
export async function sayAboutOrder(
  outer: Ctx,
  token: string,
  input: z.infer<typeof SayAboutOrder>,
  locale: Locale,
): Promise<Said> {
  const { brandId, orderId } = await findOrderByToken(outer, token)
  const ctx = customerContext(outer, brandId, locale, outer.requestId)
  const done = await ctx.transaction(async (tx) => {
    const order = await aboutOrder(tx, ctx, orderId)
    if (!order) throw ticketErrors.notFound()
    const open = await openTalk(tx, order)
    if (open) return { ticketId: open, more: true }
    const ticketId = await openAboutOrder(tx, ctx, order, {
      externalId: `order:${orderId}:${input.messageId}`,
      content: input.text,
      photos: [],
      photoOwner: `order:${orderId}`,
    })
    await rememberFirst(tx, ctx, ticketId, input)
    return { ticketId, more: false }
  })
  const progress = ctx.keys.tokenFor('progress', done.ticketId)
  if (done.more)
    await addCustomerMessage(
      ctx,
      progress,
      { messageId: input.messageId, text: input.text, photos: [] },
      locale,
    )
  const ticket = await ctx.transaction((tx) => findTicket(tx, OWN_TICKET, done.ticketId))
  return { number: `HY-${ticket?.number ?? ''}`, progress: `/t/${progress}` }
}

/** The latest ticket from this page that is still being handled. */
async function openTalk(tx: Tx, order: AboutOrder): Promise<string | null> {
  for (const { ticketId } of order.talks) {
    const ticket = await findTicket(tx, OWN_TICKET, ticketId)
    if (ticket && !['closed', 'merged', 'set_aside'].includes(ticket.status)) return ticketId
  }
  return null
}

/** The same words sent once more are then known on the ticket that they have opened. */
async function rememberFirst(
  tx: Tx,
  ctx: Ctx,
  ticketId: string,
  input: z.infer<typeof SayAboutOrder>,
): Promise<void> {
  const ticket = await findTicket(tx, OWN_TICKET, ticketId)
  if (!ticket) return
  const payload = ctx.keys.seal(ctx.actor.brandId, JSON.stringify(input))!.toString('hex')
  const external_id = `${ticketId}:${input.messageId}`
  await storeInbound(tx, ctx.actor.brandId, ctx.now(), [
    { id: newId(), channel_id: ticket.channel_id, external_id, payload, ticket_id: ticketId },
  ])
}
