import { PHOTO_BYTES, type Prepared } from './photo-queue.ts'

const LONGEST_PX = 2000
const QUALITY = 0.85
const THUMB_PX = 168
const THUMB_QUALITY = 0.6

/**
 * A photo made small enough for a slow line, with a thumbnail for the page.
 * Shape:  JPEG of at most 2000 px on the longer side; the original when the browser cannot draw it (HEIC on
 *         Android), would lose its orientation, or would make it larger.
 * Errors: rejects when the file cannot be a photo at all.
 */
export async function shrinkPhoto(file: File): Promise<Prepared> {
  if (file.type !== '' && !/^image\//.test(file.type)) throw new Error(`not a photo: ${file.type}`)
  let picture: HTMLImageElement | ImageBitmap
  try {
    picture = await decode(file)
  } catch {
    return { blob: file, thumb: '' }
  }
  const thumb = draw(picture, THUMB_PX).toDataURL('image/jpeg', THUMB_QUALITY)
  const blob = keepsOrientation() || file.size > PHOTO_BYTES ? await toJpeg(draw(picture, LONGEST_PX)) : null
  if ('close' in picture) picture.close()
  return { blob: blob && blob.size < file.size ? blob : file, thumb }
}

/** An <img> first: it applies the camera's orientation everywhere a canvas can use it. */
async function decode(file: File): Promise<HTMLImageElement | ImageBitmap> {
  const url = URL.createObjectURL(file)
  try {
    return await new Promise<HTMLImageElement>((done, fail) => {
      const image = new Image()
      image.onload = () => done(image)
      image.onerror = () => fail(new Error('undrawable'))
      image.src = url
    })
  } catch (cause) {
    if (typeof createImageBitmap !== 'function') throw cause
    return await createImageBitmap(file)
  } finally {
    URL.revokeObjectURL(url)
  }
}

function draw(picture: HTMLImageElement | ImageBitmap, longestPx: number): HTMLCanvasElement {
  const width = 'naturalWidth' in picture ? picture.naturalWidth : picture.width
  const height = 'naturalHeight' in picture ? picture.naturalHeight : picture.height
  const scale = Math.min(1, longestPx / Math.max(width, height, 1))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d')
  if (!context) return canvas
  // JPEG knows no transparency: a screenshot's clear parts would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

function toJpeg(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
}

/** Browsers from the years before this property drew photos without turning them, and the JPEG would lose the hint. */
function keepsOrientation(): boolean {
  return typeof CSS !== 'undefined' && CSS.supports('image-orientation', 'from-image')
}
