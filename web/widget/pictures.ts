import { make } from './dom.ts'

/** As the form's (PHOTO_LIMIT). */
export const PICTURE_COUNT = 6
const MOST_BYTES = 10 * 1024 * 1024
const LONGEST_PX = 2000
const QUALITY = 0.85

export type Shrunk = { blob: Blob; width: number; height: number }

/**
 * A picture made small enough for a slow line. Nothing is loaded by address, so a page's policy about images does not matter.
 * Shape:  JPEG of at most 2000 px on the longer side; the original when this browser cannot draw it or it would grow.
 * Errors: rejects when it is no picture, or too large.
 */
export async function shrink(file: Blob): Promise<Shrunk> {
  if (file.type && !/^image\//.test(file.type)) throw new Error(file.type)
  const bitmap = await decode(file)
  const canvas = bitmap && draw(make('canvas'), bitmap, LONGEST_PX)
  const jpeg =
    canvas && (await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY)))
  const blob = jpeg && jpeg.size < file.size ? jpeg : file
  if (blob.size > MOST_BYTES) throw new Error('too large')
  return { blob, width: canvas?.width ?? 4, height: canvas?.height ?? 3 }
}

/** Draws a picture into a canvas, at most so many pixels long. False when this browser cannot. */
export async function paint(canvas: HTMLCanvasElement, blob: Blob, longestPx: number): Promise<boolean> {
  const bitmap = await decode(blob)
  if (bitmap) draw(canvas, bitmap, longestPx)
  return bitmap !== null
}

async function decode(blob: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' })
  } catch {
    return await createImageBitmap(blob).catch(() => null)
  }
}

function draw(canvas: HTMLCanvasElement, bitmap: ImageBitmap, longestPx: number): HTMLCanvasElement {
  const scale = Math.min(1, longestPx / Math.max(bitmap.width, bitmap.height, 1))
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return canvas
  // JPEG knows no transparency: a screenshot's clear parts would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return canvas
}
