import { type Insertable, sql } from 'kysely'
import type { Database, Tx } from '#platform/db/database'
import type { DB } from '#platform/db/schema.gen'

export type StoredKey = {
  brandId: string
  keyId: string
  channelId: string
  name: string
  scopes: string[]
  lastUsedAt: string | null
}

/** The key with this hash, of whatever brand, unless it was revoked. */
export async function keyByHash(db: Database['open'], hash: Buffer): Promise<StoredKey | null> {
  const { rows } = await sql<{
    key: StoredKey | null
  }>`select channels.api_key_by_hash(${hash}) as key`.execute(db)
  return rows[0]?.key ?? null
}

export async function markUsed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('channels.api_key').set({ last_used_at: at }).where('id', '=', id).execute()
}

export function readKeys(tx: Tx) {
  return tx.selectFrom('channels.api_key').selectAll().orderBy('created_at', 'desc').limit(200).execute()
}

export async function insertKey(tx: Tx, row: Insertable<DB['channels.api_key']>): Promise<void> {
  await tx.insertInto('channels.api_key').values(row).execute()
}

/** The name of the key that is now revoked; undefined when there was none to revoke. */
export function revokeKey(tx: Tx, id: string, at: Date) {
  return tx
    .updateTable('channels.api_key')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
}
