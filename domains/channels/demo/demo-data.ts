import type { ChannelHealth, ConnectableKind } from '#contracts/channels/connect'
import type { Tx } from '#platform/db/database'

type NewDemoChannel = {
  brand_id: string
  id: string
  kind: ConnectableKind
  key: string
  name: string
  owner_id: string
  health: ChannelHealth
  settings: Record<string, unknown>
  created_at: Date
  connected_at: Date
}

export async function insertDemoChannel(tx: Tx, row: NewDemoChannel): Promise<void> {
  await tx
    .insertInto('channels.channel')
    .values({ ...row, health: JSON.stringify(row.health), settings: JSON.stringify(row.settings) })
    .execute()
}

export function findHeard(tx: Tx, channelId: string, externalId: string) {
  return tx
    .selectFrom('channels.inbound_message')
    .select('id')
    .where('channel_id', '=', channelId)
    .where('external_id', '=', externalId)
    .executeTakeFirstOrThrow()
}

/** What still waits to go out of a ticket, the oldest first. */
export function queuedOf(tx: Tx, ticketId: string) {
  return tx
    .selectFrom('channels.outbound_message')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('state', '=', 'queued')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
