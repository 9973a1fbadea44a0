import { type News, writeToCustomer } from '#domains/channels'
import { addTrace, type OrderDesk, orderNumber } from './order-desk.ts'
import { type OrderWords, orderText } from './order-words.ts'

const OF_PLATFORMS: readonly string[] = ['meituan', 'eleme', 'douyin']

/**
 * Tells the customer about the own order in the own channel: where the order came from, else by SMS; the tracking page says it in any case.
 * Shape: the way it went (`page` when there was no other); the trace keeps it with what was said.
 */
export async function tellCustomer(
  desk: OrderDesk,
  what: OrderWords,
  values: Record<string, string>,
): Promise<'conversation' | 'sms' | 'page'> {
  const { ctx, tx, order } = desk
  const link = trackingLink(desk)
  const number = orderNumber(order)
  const text = orderText(what, order.locale, { number, link, ...values })
  const news: News = {
    conversationId: order.conversation_id,
    phone: phoneOf(desk),
    text,
    about: { number, title: order.summary, progress: link },
  }
  const sent = await writeToCustomer(tx, ctx, news)
  const way = sent?.way ?? 'page'
  addTrace(desk, 'told', { what, text, way, ...(sent ? { messageId: sent.messageId } : {}) })
  return way
}

export function trackingLink({ ctx, order }: Pick<OrderDesk, 'ctx' | 'order'>): string {
  return `${ctx.origin}/o/${ctx.keys.tokenFor('order', order.id)}`
}

/** In the clear; empty where we may not write: a platform lends its customers' numbers for the delivery, not for messages of ours. */
export function phoneOf({ ctx, order }: OrderDesk): string {
  if (OF_PLATFORMS.includes(order.source)) return ''
  const contact = ctx.keys.open(order.brand_id, order.contact_enc)
  return contact.includes('@') ? '' : contact
}
