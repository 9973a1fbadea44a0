import { v4 as uuidv4 } from 'uuid'
import { type AttachmentView, PHOTO_LIMIT } from '#contracts/channels'
import type { Ctx } from '#platform/context'
import type { Tx } from '#platform/db/database'
import { readPhoto } from '#platform/files/photo'
import { findAttachments, insertAttachment, releaseAttachments, takeAttachments } from './attachment-data.ts'
import { channelErrors } from './errors.ts'

/**
 * Keeps one uploaded photo, re-encoded and without metadata, until a ticket takes it.
 * Shape:  `ownerKey` names who uploaded it (a form, a progress page, a person): nobody else can attach it. The files are
 *         written before the row, so a row always has its picture.
 * Errors: files.notAnImage, files.tooLarge, files.tooManyPixels, files.broken.
 */
export async function keepPhoto(ctx: Ctx, ownerKey: string, bytes: Buffer): Promise<AttachmentView> {
  const photo = await readPhoto(bytes, PHOTO_LIMIT.bytes)
  const id = uuidv4()
  const day = ctx.now().toISOString().slice(0, 10)
  const file_key = `${ctx.actor.brandId}/${day}/${id}.jpg`
  const thumb_key = `${ctx.actor.brandId}/${day}/${id}.thumb.jpg`
  await Promise.all([ctx.files.put(file_key, photo.jpeg), ctx.files.put(thumb_key, photo.thumb)])
  await ctx.transaction((tx) =>
    insertAttachment(tx, {
      brand_id: ctx.actor.brandId,
      id,
      owner_key: ownerKey,
      file_key,
      thumb_key,
      mime: 'image/jpeg',
      bytes: photo.jpeg.length,
      width: photo.width,
      height: photo.height,
      sha256: photo.sha256,
      created_at: ctx.now(),
    }),
  )
  return {
    id,
    url: '',
    width: photo.width,
    height: photo.height,
    bytes: photo.jpeg.length,
    mime: 'image/jpeg',
    name: '',
  }
}

/** Ties photos to a ticket; again changes nothing. Errors: channels.photoUnknown when one is not the owner's or belongs to another ticket. */
export async function takePhotos(
  tx: Tx,
  ticketId: string,
  ids: readonly string[],
  ownerKey: string,
): Promise<void> {
  if (!ids.length) return
  const taken = await takeAttachments(tx, ticketId, [...ids], ownerKey)
  const missing = ids.find((id) => !taken.has(id))
  if (missing) throw channelErrors.photoUnknown({ id: missing }, 'photos')
}

/** Takes photos off a ticket that shows them nowhere: left out of a draft. They are removed after a day. */
export async function releasePhotos(
  tx: Tx,
  ticketId: string,
  ids: readonly string[],
  ownerKey: string,
): Promise<void> {
  if (ids.length) await releaseAttachments(tx, ticketId, [...ids], ownerKey)
}

/** Views of photos and files by id, with addresses under `base` (`<base>/<id>`). */
export async function photoViews(
  tx: Tx,
  ctx: Ctx,
  ids: string[],
  base: string,
): Promise<Map<string, AttachmentView>> {
  if (!ids.length) return new Map()
  const rows = await findAttachments(tx, ids)
  return new Map(
    rows.map((r) => [
      r.id,
      {
        id: r.id,
        url: `${base}/${r.id}`,
        width: r.width,
        height: r.height,
        bytes: r.bytes,
        mime: r.mime,
        name: ctx.keys.open(r.brand_id, r.name_enc),
      },
    ]),
  )
}

/** The bytes of one photo or file of one ticket. Errors: channels.notFound. */
export async function readPhotoOf(
  ctx: Ctx,
  ticketId: string | null,
  id: string,
  size: 'full' | 'thumb',
): Promise<{ bytes: Uint8Array; mime: string; ticketId: string | null }> {
  const [row] = await ctx.transaction((tx) => findAttachments(tx, [id]))
  if (!row || (ticketId !== null && row.ticket_id !== ticketId)) throw channelErrors.notFound()
  const bytes = await ctx.files.get(size === 'thumb' && row.thumb_key ? row.thumb_key : row.file_key)
  return { bytes, mime: row.mime, ticketId: row.ticket_id }
}
