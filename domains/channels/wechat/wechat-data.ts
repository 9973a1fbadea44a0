import type { Tx } from '#platform/db/database'
import type { ConnectionRow } from '../connect/connection-data.ts'

const MOST_ACCOUNTS = 20

/** The brand's official accounts that are connected and on, the oldest first. */
export async function connectedAccounts(tx: Tx): Promise<ConnectionRow[]> {
  const rows = await tx
    .selectFrom('channels.channel')
    .selectAll()
    .where('kind', '=', 'wechat')
    .where('on', '=', true)
    .where('connected_at', 'is not', null)
    .orderBy('created_at')
    .limit(MOST_ACCOUNTS)
    .execute()
  return rows as unknown as ConnectionRow[]
}

export function findScenes(tx: Tx, channelId: string) {
  return tx
    .selectFrom('channels.wechat_scene')
    .select(['shop_id', 'ticket'])
    .where('channel_id', '=', channelId)
    .orderBy('shop_id')
    .execute()
}

/** A shop whose code has changed gets another scene; its old picture goes on leading to the old one. */
export async function saveScene(
  tx: Tx,
  row: {
    brand_id: string
    channel_id: string
    shop_id: string
    scene: string
    ticket: string
    created_at: Date
  },
): Promise<void> {
  const { scene, ticket, created_at } = row
  await tx
    .insertInto('channels.wechat_scene')
    .values(row)
    .onConflict((c) =>
      c.columns(['brand_id', 'channel_id', 'shop_id']).doUpdateSet({ scene, ticket, created_at }),
    )
    .execute()
}

/** Keeps the published menu beside the settings; the settings form does not know it. */
export async function saveMenu(tx: Tx, channelId: string, settings: object): Promise<void> {
  await tx
    .updateTable('channels.channel')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', channelId)
    .execute()
}
