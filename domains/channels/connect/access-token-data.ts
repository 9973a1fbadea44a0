import type { Ctx } from '#platform/context'

const EARLY_MS = 5 * 60_000
const LEAST_MS = 30_000

/**
 * A service's access token, renewed by one process at a time: whoever renews holds its row, the others wait and read the new one.
 * Shape: `stale` is a token that the service has just refused; if it is still the stored one it is renewed at once.
 * Errors: those of `renew`.
 */
export function takeToken(
  ctx: Ctx,
  channelId: string,
  name: string,
  renew: () => Promise<{ token: string; expiresInS: number }>,
  stale?: string,
): Promise<string> {
  return ctx.transaction(async (tx) => {
    const brand_id = ctx.actor.brandId
    const now = ctx.now()
    await tx
      .insertInto('channels.access_token')
      .values({ brand_id, channel_id: channelId, name, expires_at: now })
      .onConflict((c) => c.doNothing())
      .execute()
    const row = await tx
      .selectFrom('channels.access_token')
      .selectAll()
      .where('channel_id', '=', channelId)
      .where('name', '=', name)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const known = ctx.keys.open(brand_id, row.token_enc)
    if (known && known !== stale && row.expires_at > now) return known
    const fresh = await renew()
    const lifeMs = Math.max(fresh.expiresInS * 1000 - EARLY_MS, LEAST_MS)
    await tx
      .updateTable('channels.access_token')
      .set({
        token_enc: ctx.keys.seal(brand_id, fresh.token),
        expires_at: new Date(now.getTime() + lifeMs),
      })
      .where('channel_id', '=', channelId)
      .where('name', '=', name)
      .execute()
    return fresh.token
  })
}
