import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'

const MOST = 100

/** What a visitor has said, the newest first, as it was stored. */
export function saidBy(tx: Tx, ctx: Ctx, channelId: string, visitorId: string) {
  return tx
    .selectFrom('channels.inbound_message')
    .select(['id', 'payload_enc', 'received_at'])
    .where('channel_id', '=', channelId)
    .where('thread', '=', threadOf(ctx, visitorId))
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
}

/** What a visitor has been answered, the newest first. */
export async function answeredTo(tx: Tx, ctx: Ctx, channelId: string, visitorId: string) {
  return tx
    .selectFrom('channels.conversation as v')
    .innerJoin('channels.outbound_message as m', (j) =>
      j.onRef('m.brand_id', '=', 'v.brand_id').onRef('m.conversation_id', '=', 'v.id'),
    )
    .select(['m.id', 'm.payload_enc', 'm.sent_at', 'm.created_at', 'm.state'])
    .where('v.channel_id', '=', channelId)
    .where('v.address_index', '=', ctx.keys.blindIndex(ctx.actor.brandId, `address ${channelId}`, visitorId))
    .where('m.state', 'in', ['sent', 'delivered', 'read'])
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(MOST)
    .execute()
}

export async function markFetched(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (!ids.length) return
  await tx
    .updateTable('channels.outbound_message')
    .set({ state: 'delivered', delivered_at: at })
    .where('id', 'in', [...ids])
    .where('state', '=', 'sent')
    .execute()
}

export async function markSeen(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (!ids.length) return
  await tx
    .updateTable('channels.outbound_message')
    .set({ state: 'read', read_at: at })
    .where('id', 'in', [...ids])
    .where('state', 'in', ['sent', 'delivered'])
    .execute()
}

/** Settings of the brand's channels that name websites: its chats that are in use, and its website. */
export function channelsWithSites(tx: Tx) {
  return tx
    .selectFrom('channels.channel')
    .select('settings')
    .where('on', '=', true)
    .where((e) =>
      e.or([e('kind', '=', 'website'), e.and([e('kind', '=', 'chat'), e('connected_at', 'is not', null)])]),
    )
    .execute()
}

/** As insertRaw keeps the thread of a message. */
function threadOf(ctx: Ctx, visitorId: string): string {
  return ctx.keys.blindIndex(ctx.actor.brandId, 'thread', visitorId).toString('hex').slice(0, 32)
}
