import { v5 as uuidv5 } from 'uuid'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { openConversation, updateConversation } from '../conversations/conversation-data.ts'
import { insertOutbound } from '../message-data.ts'
import { openPayload } from './payload.ts'
import { fallbackChannel, findOutbound } from './second-way-data.ts'

/** Names the SMS after the message that it stands in for: it is queued once, however often that is asked. */
const SMS_OF = 'b1f6a9c4-55c6-4b0e-9b0c-7d0f6f2b9a11'

/**
 * Queues the words of a message that another channel could not deliver as an SMS, when the brand wants that (channel setting `fallback`).
 * Shape: false when there is no such channel, the number has opted out, the message was a deed or had no words, or it has been done already.
 */
export async function sendBySms(tx: Tx, ctx: Ctx, outboundId: string, phone: string): Promise<boolean> {
  const failed = await findOutbound(tx, outboundId)
  if (failed?.state !== 'failed' || failed.kind === 'sms' || !failed.ticket_id) return false
  const payload = openPayload(ctx, failed.payload_enc)
  const channel = payload.deed || !payload.text.trim() ? undefined : await fallbackChannel(tx)
  if (!channel) return false
  const id = uuidv5(outboundId, SMS_OF)
  if (await findOutbound(tx, id)) return false
  const conversation = await openConversation(tx, ctx, channel.id, { address: phone, contact: phone })
  if (conversation.unreachable) return false
  await updateConversation(tx, ctx, conversation, { ticketId: failed.ticket_id })
  await insertOutbound(tx, ctx, ctx.now(), [
    { id, channel_id: channel.id, ticket_id: failed.ticket_id, conversation_id: conversation.id, payload },
  ])
  return true
}
