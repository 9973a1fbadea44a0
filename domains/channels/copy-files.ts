import { v4 as uuidv4 } from 'uuid'
import type { Ctx } from '#platform/context'
import { findAttachments, insertAttachment } from './attachment-data.ts'

/**
 * Keeps kept files a second time, for a ticket that is to have its own: what happens to one of them does not touch the other.
 * Shape:  the new ids in the order given; one that is gone is left out. Files are written before their rows.
 */
export async function copyFiles(ctx: Ctx, ids: readonly string[], ownerKey: string): Promise<string[]> {
  if (!ids.length) return []
  const rows = await ctx.transaction((tx) => findAttachments(tx, [...ids]))
  const known = new Map(rows.map((row) => [row.id, row]))
  const copies = ids.flatMap((id) => {
    const row = known.get(id)
    if (!row) return []
    const fresh = uuidv4()
    const moved = (key: string): string => key.replace(id, fresh)
    return [{ row, fresh, keys: [row.file_key, row.thumb_key].filter(Boolean), moved }]
  })
  for (const { keys, moved } of copies)
    for (const key of keys) await ctx.files.put(moved(key), Buffer.from(await ctx.files.get(key)))
  await ctx.transaction(async (tx) => {
    for (const { row, fresh, moved } of copies)
      await insertAttachment(tx, {
        brand_id: row.brand_id,
        id: fresh,
        owner_key: ownerKey,
        file_key: moved(row.file_key),
        thumb_key: moved(row.thumb_key),
        mime: row.mime,
        bytes: row.bytes,
        width: row.width,
        height: row.height,
        sha256: row.sha256,
        name_enc: row.name_enc,
        created_at: ctx.now(),
      })
  })
  return copies.map(({ fresh }) => fresh)
}
