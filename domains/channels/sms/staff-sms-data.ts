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

/** Holds what a channel's day allows for the length of the transaction: two never take the last one. */
export async function lockDay(tx: Tx, channelId: string, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${name} ${channelId}`}, 0))`.execute(tx)
}

/** What this day has seen by now, by what stands behind the colon. */
export async function countUsed(
  tx: Tx,
  channelId: string,
  name: string,
  day: Date,
): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('channels.quota')
    .select(['name', 'used'])
    .where('channel_id', '=', channelId)
    .where('name', 'like', `${name}:%`)
    .where('starts_at', '=', day)
    .execute()
  return new Map(rows.map((row) => [row.name.slice(name.length + 1), row.used]))
}

export async function takeOne(
  tx: Tx,
  brandId: string,
  channelId: string,
  name: string,
  day: Date,
): Promise<void> {
  await sql`
    insert into channels.quota as q (brand_id, channel_id, name, starts_at, used)
    values (${brandId}::uuid, ${channelId}::uuid, ${name}, ${day}, 1)
    on conflict (brand_id, channel_id, name) do update
      set used = case when q.starts_at = excluded.starts_at then q.used else 0 end + 1, starts_at = excluded.starts_at`.execute(
    tx,
  )
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
