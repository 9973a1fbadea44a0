import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { v4 as uuidv4 } from 'uuid'
import type { Ctx } from '#platform/context'
import { insertAttachment } from './attachment-data.ts'
import { channelErrors } from './errors.ts'
import { keepPhoto } from './keep-photo.ts'

const MOST_BYTES = 25 * 1024 * 1024
/** Kept as they came and only ever handed out as a download, never shown in a page. */
const KEPT: Record<string, string> = {
  'application/pdf': 'pdf',
  'audio/amr': 'amr',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/opus': 'opus',
  'audio/wav': 'wav',
  'audio/x-m4a': 'm4a',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
}

/**
 * Keeps a file that came with a message: pictures re-encoded like those of the form, sound, film and PDF as they are.
 * Shape:  what it is, is read from its bytes; the name and type that were told count for nothing but the label.
 * Errors: files.*, channels.fileUnwanted, channels.fileTooLarge.
 */
export async function keepFile(
  ctx: Ctx,
  ownerKey: string,
  bytes: Buffer,
  { name }: { name: string },
): Promise<{ id: string }> {
  if (bytes.length > MOST_BYTES) throw channelErrors.fileTooLarge()
  const type = await fileTypeFromBuffer(bytes)
  if (type?.mime.startsWith('image/')) return keepPhoto(ctx, ownerKey, bytes)
  const extension = KEPT[type?.mime ?? '']
  if (!type || !extension) throw channelErrors.fileUnwanted()
  const id = uuidv4()
  const key = `${ctx.actor.brandId}/${ctx.now().toISOString().slice(0, 10)}/${id}.${extension}`
  await ctx.files.put(key, bytes)
  await ctx.transaction((tx) =>
    insertAttachment(tx, {
      brand_id: ctx.actor.brandId,
      id,
      owner_key: ownerKey,
      file_key: key,
      thumb_key: '',
      mime: type.mime,
      bytes: bytes.length,
      width: 0,
      height: 0,
      sha256: createHash('sha256').update(bytes).digest(),
      name_enc: ctx.keys.seal(ctx.actor.brandId, name.slice(0, 120)),
      created_at: ctx.now(),
    }),
  )
  return { id }
}
