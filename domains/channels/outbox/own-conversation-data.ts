import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

/** A person answers there, and so can we: platforms lend their conversations for one review or one order only. */
const OWN = ['wechat', 'chat', 'email', 'sms', 'mini_program']

/** Where somebody of this family was heard last and can be written to; null: nowhere. */
export async function findConversationOf(tx: Tx, family: readonly string[]): Promise<string | null> {
  const row = await tx
    .selectFrom('channels.conversation as v')
    .innerJoin('channels.channel as c', (j) =>
      j.onRef('c.brand_id', '=', 'v.brand_id').onRef('c.id', '=', 'v.channel_id'),
    )
    .select('v.id')
    .where('v.customer_id', 'in', [...family])
    .where('v.unreachable', '=', '')
    .where('c.on', '=', true)
    .where('c.kind', 'in', OWN)
    .orderBy(sql`v.last_in_at desc nulls last`)
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
