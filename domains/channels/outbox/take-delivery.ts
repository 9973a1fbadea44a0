import { deliveryFailed } from '#contracts/channels/connect'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { eventRow, publish } from '#platform/events/publish'
import { ChannelFault } from '../connect/channel-fault.ts'
import type { Heard } from '../connect/connector.ts'
import { takeReceipts } from './outbox-data.ts'

const TRIES_BEFORE_SENT = 2
const WAIT_S = 10

type Receipt = Extract<Heard, { sort: 'receipt' }>
type Delivery = {
  channel: { id: string; kind: string }
  stored: { id: string; tries: number }
  heard: Receipt
}

/**
 * What a service says became of a message of ours. One that we never sent changes nothing.
 * Errors: ChannelFault('notSentYet'), to be tried again: a quick service tells the fate before the sending is committed.
 */
export async function takeDelivery(
  tx: Tx,
  ctx: Ctx,
  { channel, stored }: { channel: Delivery['channel']; stored: Delivery['stored'] },
  heard: Receipt,
): Promise<void> {
  const early = await takeDeliveries(tx, ctx, [{ channel, stored, heard }])
  if (early.length) throw new ChannelFault('notSentYet', { again: true, afterS: WAIT_S })
}

/** The same for several. Shape: returns the ids of the raw messages that came before what they tell of was sent. */
export async function takeDeliveries(tx: Tx, ctx: Ctx, all: readonly Delivery[]): Promise<string[]> {
  if (!all.length) return []
  const taken = await takeReceipts(
    tx,
    all.map(({ channel, heard: { externalId, state, problem = '', at = ctx.now() } }) => ({
      channelId: channel.id,
      ...{ externalId, state, problem, at },
    })),
  )
  const failures = all.flatMap(({ channel, heard }, n) => {
    const found = taken[n]
    if (!found?.changed || heard.state !== 'failed') return []
    const { id: outboundId, ticket_id: ticketId } = found
    const told = { outboundId, ticketId, problem: heard.problem ?? '', kind: channel.kind }
    return [eventRow(deliveryFailed, told, ticketId ? { ticketId } : {})]
  })
  await publish(tx, ctx, ...failures)
  return all.filter(({ stored }, n) => !taken[n] && stored.tries < TRIES_BEFORE_SENT).map((d) => d.stored.id)
}
