import type { Tx } from '#platform/db/database'
import type { Place } from '#platform/keyset'

export function findStrays(tx: Tx, channelId: string | null, after: Place | null, most: number) {
  let query = tx
    .selectFrom('channels.inbound_message as m')
    .innerJoin('channels.channel as c', (j) =>
      j.onRef('c.brand_id', '=', 'm.brand_id').onRef('c.id', '=', 'm.channel_id'),
    )
    .select(['m.id', 'm.channel_id', 'm.received_at', 'm.problem', 'm.payload_enc', 'c.name', 'c.kind'])
    .where('m.state', '=', 'needs_look')
  if (channelId) query = query.where('m.channel_id', '=', channelId)
  if (after)
    query = query.where((e) =>
      e.or([
        e('m.received_at', '<', after.at),
        e.and([e('m.received_at', '=', after.at), e('m.id', '<', after.id)]),
      ]),
    )
  return query.orderBy('m.received_at', 'desc').orderBy('m.id', 'desc').limit(most).execute()
}

/** Returns the channel's id; undefined when it is no stray (any more). */
export async function againStray(
  tx: Tx,
  id: string,
  state: 'received' | 'dismissed',
  at: Date,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('channels.inbound_message')
    .set({ state, tries: 0, next_try_at: state === 'received' ? at : null })
    .where('id', '=', id)
    .where('state', '=', 'needs_look')
    .returning('channel_id')
    .executeTakeFirst()
  return row?.channel_id
}
