import type { Ctx } from '#platform/context'

/** What a connector has kept of a conversation so far; nothing when there has been none. */
export async function knownState(
  ctx: Ctx,
  channelId: string,
  address: string,
): Promise<Record<string, unknown>> {
  const index = ctx.keys.blindIndex(ctx.actor.brandId, `address ${channelId}`, address)
  const row = await ctx.transaction((tx) =>
    tx
      .selectFrom('channels.conversation')
      .select('state')
      .where('channel_id', '=', channelId)
      .where('address_index', '=', index)
      .executeTakeFirst(),
  )
  return (row?.state as Record<string, unknown> | undefined) ?? {}
}
