import { sql } from 'kysely'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'

/** By what a person is addressed in each kind of channel where the brand may write first; platforms lend theirs for one order or review only. */
export const ADDRESSED_BY: Record<string, string> = {
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
  const found = await ownConversations(tx, ctx, [{ id: '', identities }])
  return found.get('')?.conversationId ?? null
}

type Known = { id: string; identities: readonly { kind: string; value: string }[] }

/** The same for many people at once, with the kind of channel. */
export async function ownConversations(
  tx: Tx,
  ctx: Ctx,
  people: readonly Known[],
): Promise<Map<string, { conversationId: string; way: string }>> {
  const channels = await tx
    .selectFrom('channels.channel')
    .select(['id', 'kind'])
    .where('kind', 'in', Object.keys(ADDRESSED_BY))
    .where('on', '=', true)
    .execute()
  const owners = new Map<string, string[]>()
  for (const { id: person, identities } of people)
    for (const { id, kind } of channels)
      for (const identity of identities) {
        if (identity.kind !== ADDRESSED_BY[kind]) continue
        const index = ctx.keys.blindIndex(ctx.actor.brandId, `address ${id}`, identity.value).toString('hex')
        owners.set(index, [...(owners.get(index) ?? []), person])
      }
  if (!owners.size) return new Map()
  const { rows } = await sql<{ id: string; channel_id: string; address: string }>`
    select id, channel_id, encode(address_index, 'hex') as address from channels.conversation
    where channel_id = any(${channels.map((c) => c.id)}::uuid[]) and unreachable = ''
      and address_index in (select decode(x, 'hex') from unnest(${[...owners.keys()]}::text[]) as x)
    order by last_in_at desc nulls last, id`.execute(tx)
  const found = new Map<string, { conversationId: string; way: string }>()
  for (const row of rows)
    for (const person of owners.get(row.address) ?? [])
      if (!found.has(person))
        found.set(person, {
          conversationId: row.id,
          way: channels.find((c) => c.id === row.channel_id)!.kind,
        })
  return found
}
