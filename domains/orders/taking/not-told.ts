import type { z } from 'zod'
import type { deliveryFailed } from '#contracts/channels/connect'
import { dropFailed, failedNews, writeToCustomer } from '#domains/channels'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { ordersByNumbers } from '../links/link-data.ts'
import { traceOf } from './order-data.ts'
import { ANY_ORDER, addTrace, type OrderDesk, openOrder, saveOrder, warn } from './order-desk.ts'
import { phoneOf } from './tell-customer.ts'

const OWN = /^D(\d{6,9})$/

/**
 * News of an order that did not arrive (O1): said once more by SMS where another channel failed and the number is known; otherwise the order is
 * marked and somebody must speak with the customer, as with one that lacks something. What the SMS stands in for is then no dead letter any more.
 */
export async function notTold(ctx: Ctx, { outboundId }: z.infer<typeof deliveryFailed.body>): Promise<void> {
  await ctx.transaction(async (tx) => {
    const failed = await failedNews(tx, ctx, outboundId)
    const number = OWN.exec(failed?.about.number ?? '')?.[1]
    const [found] = number ? await ordersByNumbers(tx, [Number(number)], []) : []
    const desk = found && (await openOrder(ctx, tx, found.id, ANY_ORDER))
    if (!failed || !desk || (await heardOf(tx, desk.order.id, outboundId))) return
    const { order, now } = desk
    const phone = failed.kind === 'sms' ? '' : phoneOf(desk)
    const { text, about } = failed
    const sent = await writeToCustomer(tx, ctx, { conversationId: null, phone, text, about })
    addTrace(desk, 'told', {
      what: 'again',
      of: outboundId,
      text,
      way: sent?.way ?? 'failed',
      ...(sent ?? {}),
    })
    if (sent) await dropFailed(tx, outboundId)
    else if (!order.closed_at && warn(desk, 'untold'))
      order.contact_by ??= new Date(now.getTime() + desk.playbook.playbook.orders.contactWithinMin * 60_000)
    await saveOrder(desk)
  })
}

/** Somebody has spoken with the customer: nobody need send once more what did not arrive. */
export async function dropUntold({ tx, order }: OrderDesk): Promise<void> {
  for (const { kind, data } of await traceOf(tx, order.id)) {
    const { messageId } = data as { messageId?: string }
    if (kind === 'told' && messageId) await dropFailed(tx, messageId)
  }
}

/** Events come at least once. */
async function heardOf(tx: Tx, orderId: string, outboundId: string): Promise<boolean> {
  return (await traceOf(tx, orderId)).some((line) => (line.data as { of?: string }).of === outboundId)
}
