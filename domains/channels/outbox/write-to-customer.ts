import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { findConversation, openConversation } from '../conversations/conversation-data.ts'
import { insertOutbound } from '../message-data.ts'
import { fallbackChannel } from './second-way-data.ts'

export type News = {
  /** Where this customer talks with the brand; null: not known. */
  conversationId: string | null
  /** In the clear; empty: not known. */
  phone: string
  text: string
  /** What a service's template says outside of the time in which it lets us write freely. */
  about: { number: string; title: string; progress: string }
}

/**
 * Queues news that belong to no ticket (an order's confirmation, a new promise): in the customer's own conversation, otherwise as an SMS
 * when the brand has a channel for that. Shape: the way it goes and the message's id; null when there is none.
 */
export async function writeToCustomer(
  tx: Tx,
  ctx: Ctx,
  { conversationId, phone, text, about }: News,
): Promise<{ way: 'conversation' | 'sms'; messageId: string } | null> {
  const known = conversationId ? await findConversation(tx, conversationId) : undefined
  const own = known && !known.unreachable ? known : undefined
  const channel = own || !phone ? undefined : await fallbackChannel(tx)
  const to =
    own ?? (channel && (await openConversation(tx, ctx, channel.id, { address: phone, contact: phone })))
  if (!to || to.unreachable) return null
  const messageId = uuidv7()
  await insertOutbound(tx, ctx, ctx.now(), [
    {
      id: messageId,
      channel_id: to.channel_id,
      ticket_id: null,
      conversation_id: to.id,
      payload: { text, photos: [], purpose: 'notice', ticket: about },
    },
  ])
  return { way: own ? 'conversation' : 'sms', messageId }
}
