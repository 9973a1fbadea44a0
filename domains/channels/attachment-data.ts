import { sql } from 'kysely'
import type { Tx } from '#platform/db/database'

export type NewAttachment = {
  brand_id: string
  id: string
  owner_key: string
  file_key: string
  thumb_key: string
  mime: string
  bytes: number
  width: number
  height: number
  sha256: Buffer
  name_enc?: Buffer | null
  created_at: Date
}

export function insertAttachment(tx: Tx, row: NewAttachment) {
  return tx.insertInto('channels.attachment').values(row).execute()
}

/** Ties uploads to their ticket; only those of the same owner that no other ticket has. Returns the ids taken. */
export async function takeAttachments(tx: Tx, ticketId: string, ids: string[], ownerKey: string) {
  const rows = await tx
    .updateTable('channels.attachment')
    .set({ ticket_id: ticketId })
    .where('id', 'in', ids)
    .where('owner_key', '=', ownerKey)
    .where((e) => e.or([e('ticket_id', 'is', null), e('ticket_id', '=', ticketId)]))
    .returning('id')
    .execute()
  return new Set(rows.map((r) => r.id))
}

/** Lets go of photos again; nobody else's. What no ticket takes within a day is removed. */
export async function releaseAttachments(tx: Tx, ticketId: string, ids: string[], ownerKey: string) {
  await tx
    .updateTable('channels.attachment')
    .set({ ticket_id: null })
    .where('id', 'in', ids)
    .where('owner_key', '=', ownerKey)
    .where('ticket_id', '=', ticketId)
    .execute()
}

/** Those of these ids that this owner has uploaded and no ticket has taken, in the order given. */
export async function findOwned(tx: Tx, ownerKey: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('channels.attachment')
    .select('id')
    .where('id', 'in', [...ids])
    .where('owner_key', '=', ownerKey)
    .where('ticket_id', 'is', null)
    .execute()
  const found = new Set(rows.map((row) => row.id))
  return ids.filter((id) => found.has(id))
}

/** Hands uploads that no ticket has taken to another owner. Returns how many. */
export async function handOver(tx: Tx, ids: readonly string[], from: string, to: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('channels.attachment')
    .set({ owner_key: to })
    .where('id', 'in', [...ids])
    .where('owner_key', '=', from)
    .where('ticket_id', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export function findAttachments(tx: Tx, ids: string[]) {
  return tx.selectFrom('channels.attachment').selectAll().where('id', 'in', ids).execute()
}

/** Uploads that no ticket took within a day, of all brands: the form was never sent. */
export function orphansBefore(tx: Tx, before: Date, most: number) {
  return tx
    .selectFrom('channels.attachment')
    .select(['id', 'file_key', 'thumb_key'])
    .where('ticket_id', 'is', null)
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(most)
    .execute()
}

export async function deleteAttachments(tx: Tx, ids: string[]) {
  await sql`delete from channels.attachment where id = any(${ids}::uuid[]) and ticket_id is null`.execute(tx)
}
