import type { AttachmentView } from '#contracts/channels'
import { keepFile, photoViews, readPhotoOf, takePhotos } from '#domains/channels'
import { type Ctx, staffOf } from '#platform/context'
import { atIncident, type IncidentDesk } from '../desk/change-room.ts'
import { record } from '../desk/moves.ts'
import { incidentErrors } from '../errors.ts'
import { headInReach, readFor } from '../reading/read-room.ts'
import { photosOfShops } from '../seal/shop-photos-data.ts'
import { insertFile, knownFiles } from './file-data.ts'

/** Keeps an upload and puts it among the room's files. Errors: incidents.notFound, incidents.closed, files.*, channels.fileUnwanted. */
export async function addFile(
  ctx: Ctx,
  id: string,
  upload: () => Promise<Buffer>,
  name: string,
): Promise<AttachmentView> {
  const head = await headInReach(ctx, id, 'incidents.work')
  if (head.incident.status === 'closed') throw incidentErrors.closed()
  const owner = `staff:${staffOf(ctx).staffId}`
  const kept = await keepFile(ctx, owner, await upload(), { name })
  return atIncident(ctx, id, 'incidents.work', async (desk) => {
    const { tx, incident, now } = desk
    await takePhotos(tx, id, [kept.id], owner)
    const { staffId, name } = staffOf(ctx)
    const row = { incident_id: id, file_id: kept.id, by_id: staffId, by_name: name, at: now }
    await insertFile(tx, { brand_id: incident.brand_id, ...row })
    record(desk, 'addFile', { file: kept.id })
    const views = await photoViews(tx, ctx, [kept.id], filesOf(id))
    return views.get(kept.id)!
  })
}

export const filesOf = (id: string): string => `/api/incidents/${id}/files`

/** The bytes of one file of the room; whoever reads it for the sake of a shop has that shop's own and what they have put in. Errors: incidents.notFound, channels.notFound. */
export async function readFile(ctx: Ctx, id: string, fileId: string, size: 'full' | 'thumb') {
  const read = await readFor(ctx, id, await headInReach(ctx, id))
  const own = read === 'all' ? null : await ctx.transaction((tx) => photosOfShops(tx, id, read.shops))
  if (read !== 'all' && !own?.has(fileId) && !read.fileIds.includes(fileId)) throw incidentErrors.notFound()
  return readPhotoOf(ctx, id, fileId, size)
}

/** Errors: incidents.fileUnknown when one is not among the room's files. */
export async function refuseUnknownFiles(desk: IncidentDesk, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  const known = await knownFiles(desk.tx, desk.incident.id, ids)
  const unknown = ids.find((fileId) => !known.has(fileId))
  if (unknown) throw incidentErrors.fileUnknown({ id: unknown }, 'fileIds')
}
