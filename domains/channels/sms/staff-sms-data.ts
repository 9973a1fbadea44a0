import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { ConnectionRow } from '../connect/connection-data.ts'

/** The brand's first SMS channel that is connected, switched on and has a template for its staff: for texts, or for calls. */
export async function findStaffChannel(
  tx: Tx,
  template: 'staffTemplate' | 'voiceTemplate',
): Promise<ConnectionRow | undefined> {
  const row = await tx
    .selectFrom('channels.channel')
    .selectAll()
    .where('kind', '=', 'sms')
    .where('on', '=', true)
    .where('connected_at', 'is not', null)
    .where(sql<boolean>`coalesce(settings->>${template}::text, '') <> ''`)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  return row as ConnectionRow | undefined
}

/** Gives one of the day's allowance back: what was taken for it did not go out. Nothing when the day is another by now. */
export async function giveBack(tx: Tx, channelId: string, name: string, day: Date): Promise<void> {
  await tx
    .updateTable('channels.quota')
    .set((e) => ({ used: e('used', '-', 1) }))
    .where('channel_id', '=', channelId)
    .where('name', '=', name)
    .where('starts_at', '=', day)
    .where('used', '>', 0)
    .execute()
}
