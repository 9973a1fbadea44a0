import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { defineErrors } from '../errors.ts'

const errors = defineErrors('files', { notAnImage: 415, tooLarge: 413, tooManyPixels: 413, broken: 422 })

export const PHOTO_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  'image/avif',
  'image/gif',
]
const MOST_PIXELS = 60_000_000
const LONGEST_EDGE = 2400
const THUMB_EDGE = 360

export type Photo = { jpeg: Buffer; thumb: Buffer; width: number; height: number; sha256: Buffer }

sharp.cache(false)

/**
 * Re-encodes an uploaded picture: what leaves is a plain JPEG without metadata, whatever came in (G2, safe uploads).
 * Shape:  the type is sniffed from the bytes; name and declared type are never trusted.
 * Units:  edges in pixels; `limitBytes` in bytes.
 * Errors: files.notAnImage, files.tooLarge, files.tooManyPixels (decompression bomb), files.broken.
 */
export async function readPhoto(bytes: Buffer, limitBytes: number): Promise<Photo> {
  if (bytes.length > limitBytes)
    throw errors.tooLarge({ limitMb: Math.floor(limitBytes / 1024 / 1024) }, 'photo')
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !PHOTO_TYPES.includes(type.mime)) throw errors.notAnImage({}, 'photo')
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' as const }
  try {
    const upright = await sharp(bytes, options)
      .rotate()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82, mozjpeg: false })
      .toBuffer({ resolveWithObject: true })
    const thumb = await sharp(upright.data)
      .resize({ width: THUMB_EDGE, height: THUMB_EDGE, fit: 'cover' })
      .jpeg({ quality: 74 })
      .toBuffer()
    return {
      jpeg: upright.data,
      thumb,
      width: upright.info.width,
      height: upright.info.height,
      sha256: createHash('sha256').update(upright.data).digest(),
    }
  } catch (error) {
    if (/pixel limit/i.test((error as Error).message)) throw errors.tooManyPixels({}, 'photo')
    throw errors.broken({}, 'photo')
  }
}
