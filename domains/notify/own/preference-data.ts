import { type Selectable, sql } from 'kysely'
import type { Means } from '#contracts/notify'
import type { Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type PreferenceRow = Selectable<DB['notify.preference']>
export type SubscriptionRow = Selectable<DB['notify.push_subscription']>

export async function readPreferences(
  tx: Tx,
  staffIds: readonly string[],
): Promise<Map<string, PreferenceRow>> {
  if (!staffIds.length) return new Map()
  const rows = await tx
    .selectFrom('notify.preference')
    .selectAll()
    .where('staff_id', 'in', [...staffIds])
    .execute()
  return new Map(rows.map((row) => [row.staff_id, row]))
}

type Saved = {
  brand_id: string
  staff_id: string
  means: object
  quiet: boolean
  addresses_enc: Buffer | null
  updated_at: Date
}
export async function savePreference(tx: Tx, { brand_id, staff_id, ...saved }: Saved): Promise<void> {
  const row = { ...saved, means: JSON.stringify(saved.means) }
  await tx
    .insertInto('notify.preference')
    .values({ brand_id, staff_id, ...row })
    .onConflict((c) => c.columns(['brand_id', 'staff_id']).doUpdateSet(row))
    .execute()
}

export async function readSubscribed(tx: Tx, staffIds: readonly string[]): Promise<Set<string>> {
  if (!staffIds.length) return new Set()
  const rows = await tx
    .selectFrom('notify.push_subscription')
    .select('staff_id')
    .distinct()
    .where('staff_id', 'in', [...staffIds])
    .execute()
  return new Set(rows.map((row) => row.staff_id))
}

export function subscriptionsOf(tx: Tx, staffId: string): Promise<SubscriptionRow[]> {
  return tx
    .selectFrom('notify.push_subscription')
    .selectAll()
    .where('staff_id', '=', staffId)
    .orderBy('created_at')
    .limit(20)
    .execute()
}

/** A browser belongs to whoever subscribed with it last. */
export async function saveSubscription(tx: Tx, row: SubscriptionRow): Promise<void> {
  const { brand_id, id, endpoint_index, ...set } = row
  await tx
    .insertInto('notify.push_subscription')
    .values(row)
    .onConflict((c) => c.columns(['brand_id', 'endpoint_index']).doUpdateSet(set))
    .execute()
}

/** False when this browser is nobody's, or somebody else's than `staffId`. */
export async function deleteSubscription(tx: Tx, id: string, staffId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('notify.push_subscription')
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** How many messages reached this person by one means since then, by kind. */
export async function sentSince(
  tx: Tx,
  staffId: string,
  means: Means,
  since: Date,
): Promise<{ kind: string; n: number }[]> {
  const { rows } = await sql<{ kind: string; n: number }>`select kind, count(*)::int as n from notify.delivery
    where staff_id = ${staffId}::uuid and means = ${sql.lit(means)} and sent_at > ${since} group by kind`.execute(
    tx,
  )
  return rows
}
