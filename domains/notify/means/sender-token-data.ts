import { sql } from 'kysely'
import type { Means } from '#contracts/notify'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import type { KeptToken, Renewal, TokenStore } from '#platform/jobs/renew-once'
import { SendFault } from '../send/send-fault.ts'
import { findSender, type SenderRow } from './sender-data.ts'

/** Where a sender's token is kept. Errors of `read` and `look`: SendFault('meansOff') without the sender. */
export function keptSenderToken(ctx: Ctx, kind: Means): TokenStore {
  const brandId = ctx.actor.brandId
  const ofMine = (tx: Tx, by: string) =>
    tx.updateTable('notify.sender').where('kind', '=', kind).where(sql<boolean>`renewal->>'by' = ${by}`)
  const keptIn = (row: SenderRow | undefined): KeptToken => {
    if (!row) throw new SendFault('meansOff')
    return {
      token: ctx.keys.open(brandId, row.token_enc),
      renewAt: row.token_until,
      endsAt: row.token_ends_at,
      renewal: row.renewal as Renewal | null,
    }
  }
  return {
    read: async () => keptIn(await ctx.transaction((tx) => findSender(tx, kind))),
    look: (decide) =>
      ctx.transaction(async (tx) => {
        const renewal = decide(keptIn(await lockSender(tx, kind)))
        if (renewal)
          await tx
            .updateTable('notify.sender')
            .set({ renewal: JSON.stringify(renewal) })
            .where('kind', '=', kind)
            .execute()
      }),
    keep: (by, token, renewAt, endsAt) =>
      ctx.transaction(async (tx) => {
        await ofMine(tx, by)
          .set({
            token_enc: ctx.keys.seal(brandId, token),
            token_until: renewAt,
            token_ends_at: endsAt,
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

function lockSender(tx: Tx, kind: Means) {
  return tx.selectFrom('notify.sender').selectAll().where('kind', '=', kind).forUpdate().executeTakeFirst()
}
