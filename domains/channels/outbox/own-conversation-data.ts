import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'

/** By what a person is addressed in each kind of channel where the brand may write first; platforms lend theirs for one order or review only. */
const ADDRESSED_BY: Record<string, string> = {
  wechat: 'wechat_openid',
  mini_program: 'mini_openid',
  chat: 'chat',
  email: 'email',
  sms: 'phone',
}

/** Where the person of these identities (in the clear) was heard last and can be written to; null: nowhere. */
export async function findOwnConversation(
  tx: Tx,
  ctx: Ctx,
  identities: readonly { kind: string; value: string }[],
): Promise<string | null> {
  const channels = await tx
    .selectFrom('channels.channel')
    .select(['id', 'kind'])
    .where('kind', 'in', Object.keys(ADDRESSED_BY))
    .where('on', '=', true)
    .execute()
  const indexes = channels.flatMap(({ id, kind }) =>
    identities
      .filter((identity) => identity.kind === ADDRESSED_BY[kind])
      .map(({ value }) => ctx.keys.blindIndex(ctx.actor.brandId, `address ${id}`, value)),
  )
  if (!indexes.length) return null
  const row = await tx
    .selectFrom('channels.conversation')
    .select('id')
    .where(
      'channel_id',
      'in',
      channels.map(({ id }) => id),
    )
    .where('address_index', 'in', indexes)
    .where('unreachable', '=', '')
    .orderBy(sql`last_in_at desc nulls last`)
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
