import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'
import type { ConnectionRow } from '../connect/connection-data.ts'

/** The brand's first SMS channel that is connected, switched on and has a template for its staff. */
export async function findStaffSmsChannel(tx: Tx): Promise<ConnectionRow | undefined> {
  const row = await tx
    .selectFrom('channels.channel')
    .selectAll()
    .where('kind', '=', 'sms')
    .where('on', '=', true)
    .where('connected_at', 'is not', null)
    .where(sql<boolean>`coalesce(settings->>'staffTemplate', '') <> ''`)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  return row as ConnectionRow | undefined
}
