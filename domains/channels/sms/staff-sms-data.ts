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
