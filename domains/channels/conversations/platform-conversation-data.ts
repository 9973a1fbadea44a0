import { PlatformCaseKind } from '#contracts/tickets/platform-case'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'

export type PlatformConversation = {
  channelId: string
  kind: PlatformCaseKind
  address: string
  state: Record<string, unknown>
}

/** The complaint at a platform that a conversation is about; null for conversations with people. */
export async function platformConversation(
  tx: Tx,
  ctx: Ctx,
  id: string | null,
): Promise<PlatformConversation | null> {
  if (!id) return null
  const row = await tx
    .selectFrom('channels.conversation as v')
    .innerJoin('channels.channel as c', (j) =>
      j.onRef('c.brand_id', '=', 'v.brand_id').onRef('c.id', '=', 'v.channel_id'),
    )
    .select(['v.state', 'v.address_enc', 'c.id as channel_id', 'c.kind'])
    .where('v.id', '=', id)
    .where('c.kind', 'in', PlatformCaseKind.options)
    .executeTakeFirst()
  const state = (row?.state ?? {}) as Record<string, unknown>
  if (!row || state.complaint !== true) return null
  return {
    channelId: row.channel_id,
    kind: row.kind as PlatformConversation['kind'],
    address: ctx.keys.open(ctx.actor.brandId, row.address_enc),
    state,
  }
}
