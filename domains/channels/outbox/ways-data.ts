import type { Tx } from '#platform/db/database'

/** The kind of channel of each conversation that can be written to: its channel is on, and it is not out of reach. */
export async function kindsOfConversations(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const rows = await tx
    .selectFrom('channels.conversation as v')
    .innerJoin('channels.channel as c', (j) =>
      j.onRef('c.brand_id', '=', 'v.brand_id').onRef('c.id', '=', 'v.channel_id'),
    )
    .select(['v.id', 'c.kind'])
    .where('v.id', 'in', [...new Set(ids)])
    .where('v.unreachable', '=', '')
    .where('c.on', '=', true)
    .execute()
  return new Map(rows.map((row) => [row.id, row.kind]))
}
