import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'
import type { KeptToken, Renewal, TokenStore } from '#platform/jobs/renew-once'

/** Where a channel's token of this name is kept; a row that was forgotten meanwhile (other credentials) stays so. */
export function keptToken(ctx: Ctx, channelId: string, name: string): TokenStore {
  const brand_id = ctx.actor.brandId
  const ofMine = (tx: Tx, by: string) =>
    tx
      .updateTable('channels.access_token')
      .where('channel_id', '=', channelId)
      .where('name', '=', name)
      .where(sql<boolean>`renewal->>'by' = ${by}`)
  const keptIn = (row: Selectable<DB['channels.access_token']> | undefined): KeptToken => ({
    token: ctx.keys.open(brand_id, row?.token_enc ?? null),
    renewAt: row?.expires_at ?? null,
    endsAt: row?.ends_at ?? null,
    renewal: (row?.renewal ?? null) as Renewal | null,
  })
  return {
    read: async () => keptIn(await ctx.transaction((tx) => tokenRow(tx, channelId, name).executeTakeFirst())),
    look: (decide) =>
      ctx.transaction(async (tx) => {
        const row = (await lockToken(tx, channelId, name)) ?? (await beginToken(tx, ctx, channelId, name))
        const renewal = decide(keptIn(row))
        if (renewal)
          await tx
            .updateTable('channels.access_token')
            .set({ renewal: JSON.stringify(renewal) })
            .where('channel_id', '=', channelId)
            .where('name', '=', name)
            .execute()
      }),
    keep: (by, token, renewAt, endsAt) =>
      ctx.transaction(async (tx) => {
        await ofMine(tx, by)
          .set({
            token_enc: ctx.keys.seal(brand_id, token),
            expires_at: renewAt,
            ends_at: endsAt,
            renewal: null,
          })
          .execute()
      }),
    fail: (by, problem) =>
      ctx.transaction(async (tx) => {
        await ofMine(tx, by)
          .set({ renewal: JSON.stringify({ by, problem }) })
          .execute()
      }),
  }
}

function tokenRow(tx: Tx, channelId: string, name: string) {
  return tx
    .selectFrom('channels.access_token')
    .selectAll()
    .where('channel_id', '=', channelId)
    .where('name', '=', name)
}

function lockToken(tx: Tx, channelId: string, name: string) {
  return tokenRow(tx, channelId, name).forUpdate().executeTakeFirst()
}

async function beginToken(tx: Tx, ctx: Ctx, channelId: string, name: string) {
  await tx
    .insertInto('channels.access_token')
    .values({ brand_id: ctx.actor.brandId, channel_id: channelId, name, expires_at: ctx.now() })
    .onConflict((c) => c.doNothing())
    .execute()
  return (await lockToken(tx, channelId, name))!
}
