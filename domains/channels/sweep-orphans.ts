import type { Services } from '#platform/context'
import { allBrands } from '#platform/jobs/worker'
import { deleteAttachments, orphansBefore } from './attachment-data.ts'

const KEEP_MS = 86_400_000
const EVERY_MS = 3_600_000
let lastAt = 0

/** Removes photos whose form was never sent, once an hour. The row goes first: a picture without a row is only wasted space. */
export async function sweepOrphans(services: Services): Promise<number> {
  const now = services.now().getTime()
  if (now - lastAt < EVERY_MS) return 0
  lastAt = now
  let removed = 0
  for (const brandId of await allBrands(services)) {
    const orphans = await services.db.inBrand(brandId, async (tx) => {
      const rows = await orphansBefore(tx, new Date(now - KEEP_MS), 200)
      if (rows.length)
        await deleteAttachments(
          tx,
          rows.map((r) => r.id),
        )
      return rows
    })
    for (const row of orphans)
      await Promise.all(
        [row.file_key, row.thumb_key].filter(Boolean).map((key) => services.files.delete(key)),
      )
    removed += orphans.length
  }
  return removed
}
