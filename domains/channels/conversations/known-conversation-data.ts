import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'

/** Of these addresses of a channel, those that are talked with already. Shape: the ticket by the address; null where there is none now. */
export async function knownConversations(
  tx: Tx,
  ctx: Ctx,
  channelId: string,
  addresses: readonly string[],
): Promise<Map<string, string | null>> {
  if (!addresses.length) return new Map()
  const byIndex = new Map(
    addresses.map((address) => [
      ctx.keys.blindIndex(ctx.actor.brandId, `address ${channelId}`, address).toString('hex'),
      address,
    ]),
  )
  const rows = await tx
    .selectFrom('channels.conversation')
    .select(['address_index', 'ticket_id'])
    .where('channel_id', '=', channelId)
    .where(
      'address_index',
      'in',
      [...byIndex.keys()].map((hex) => Buffer.from(hex, 'hex')),
    )
    .execute()
  return new Map(rows.map((row) => [byIndex.get(row.address_index.toString('hex'))!, row.ticket_id]))
}
