import { deliveryFailed } from '#contracts/channels/connect'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard } from '../connect/connector.ts'
import { takeReceipt } from './outbox-data.ts'

const TRIES_BEFORE_SENT = 2
const WAIT_S = 10

/**
 * What a service says became of a message of ours. One that we never sent changes nothing.
 * Errors: ChannelFault('notSentYet'), to be tried again: a quick service tells the fate before the sending is committed.
 */
export async function takeDelivery(
  tx: Tx,
  ctx: Ctx,
  { channel, stored }: { channel: { id: string; kind: string }; stored: { tries: number } },
  heard: Extract<Heard, { sort: 'receipt' }>,
): Promise<void> {
  const { state, problem = '', at = ctx.now() } = heard
  const found = await takeReceipt(tx, channel.id, heard.externalId, { state, problem, at })
  if (!found && stored.tries < TRIES_BEFORE_SENT)
    throw new ChannelFault('notSentYet', { again: true, afterS: WAIT_S })
  if (!found?.changed || state !== 'failed') return
  const told = { outboundId: found.id, ticketId: found.ticket_id, problem, kind: channel.kind }
  await publish(tx, ctx, eventRow(deliveryFailed, told, found.ticket_id ? { ticketId: found.ticket_id } : {}))
}
