import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

export function findOutbound(tx: Tx, id: string) {
  return tx
    .selectFrom('channels.outbound_message as m')
    .innerJoin('channels.channel as c', (j) =>
      j.onRef('c.brand_id', '=', 'm.brand_id').onRef('c.id', '=', 'm.channel_id'),
    )
    .select(['m.state', 'm.ticket_id', 'm.payload_enc', 'c.kind'])
    .where('m.id', '=', id)
    .executeTakeFirst()
}

/** The brand's first connected SMS channel that may stand in for others. */
export function fallbackChannel(tx: Tx): Promise<{ id: string } | undefined> {
  return tx
    .selectFrom('channels.channel')
    .select('id')
    .where('kind', '=', 'sms')
    .where('on', '=', true)
    .where('connected_at', 'is not', null)
    .where(sql<boolean>`(settings->>'fallback')::boolean`)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
}
