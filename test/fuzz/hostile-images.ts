import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** What is uploaded as a photo, what it must be answered with, and by which code. */
export type Upload = { name: string; bytes: Buffer; fileName?: string; type?: string } & (
  | { refused: number; code: string }
  | { refused?: undefined; code?: undefined }
)

const SIDE = { width: 64, height: 48 }
const plain = () => sharp({ create: { ...SIDE, channels: 3, background: '#c0392b' } })

export function goodJpeg(): Promise<Buffer> {
  return plain().jpeg().toBuffer()
}

/** A phone's photo: place, device and owner in its EXIF, turned by 90°. */
export function jpegWithPlace(): Promise<Buffer> {
  return plain()
    .withExif({
      IFD0: { Make: 'HuiyinPhone', Artist: 'Lin Xiaoyu', Copyright: 'private' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '30/1 15/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 9/1 0/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>West Lake</place></x:xmpmeta>')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

export async function hostileImages(limitBytes: number): Promise<Upload[]> {
  const jpeg = await goodJpeg()
  const noisy = await noise()
  const frames = await sharp({ create: { width: 20, height: 60, channels: 3, background: '#fff' } })
    .gif()
    .toBuffer()
  const notAnImage = { refused: 415, code: 'files.notAnImage' }
  const broken = { refused: 422, code: 'files.broken' }
  const bomb = { refused: 413, code: 'files.tooManyPixels' }
  return [
    { name: 'zero bytes', bytes: Buffer.alloc(0), ...notAnImage },
    { name: 'one byte', bytes: Buffer.from([0xff]), ...notAnImage },
    { name: 'only a JPEG signature', bytes: jpeg.subarray(0, 12), ...broken },
    { name: 'half a JPEG', bytes: noisy.subarray(0, noisy.length / 2), ...broken },
    { name: 'a PNG of 60,000 × 60,000', bytes: png(60_000, 60_000), ...bomb },
    { name: 'a PNG of 2³¹−1 × 2³¹−1', bytes: png(2 ** 31 - 1, 2 ** 31 - 1), ...broken },
    { name: 'a PNG without pixels', bytes: png(0, 0), ...broken },
    { name: 'a PNG whose data is too short', bytes: png(2000, 2000), ...broken },
    {
      name: 'an SVG',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      ...notAnImage,
    },
    {
      name: 'an SVG with a prologue',
      bytes: Buffer.from(
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
      ),
      type: 'image/png',
      ...notAnImage,
    },
    {
      name: 'HTML named .jpg',
      bytes: Buffer.from('<!doctype html><script>alert(1)</script>'),
      ...notAnImage,
    },
    { name: 'a PDF', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n'), ...notAnImage },
    { name: 'a ZIP', bytes: Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000'), ...notAnImage },
    { name: 'PostScript for an image library', bytes: Buffer.from('%!PS\n%pipe%id\nquit'), ...notAnImage },
    {
      name: 'an image library script',
      bytes: Buffer.from('push graphic-context\nviewbox 0 0 9 9\nimage over 0,0 0,0 "|id"\n'),
      ...notAnImage,
    },
    { name: 'a GIF that is JavaScript', bytes: Buffer.from('GIF89a/*\u0001\u0000*/=1;alert(1);'), ...broken },
    { name: 'garbage behind a HEIC header', bytes: heic(), ...broken },
    {
      name: 'garbage behind a WebP header',
      bytes: Buffer.from('RIFF\u00ff\u00ff\u00ff\u007fWEBPVP8 garbage', 'latin1'),
      ...broken,
    },
    {
      name: 'eleven megabytes',
      bytes: Buffer.concat([jpeg, Buffer.alloc(11 * 1024 * 1024)]),
      refused: 413,
      code: 'http.tooLarge',
    },
    {
      name: 'one byte too much',
      bytes: Buffer.concat([jpeg, Buffer.alloc(limitBytes + 1 - jpeg.length)]),
      refused: 413,
      code: 'http.tooLarge',
    },
    {
      name: 'a real GIF with a script behind it',
      bytes: Buffer.concat([frames, Buffer.from('<script>alert(1)</script>')]),
    },
    { name: 'a JPEG damaged in the middle', bytes: holed(noisy) },
    { name: 'an animated GIF', bytes: await animated() },
    { name: 'a JPEG with place, owner and XMP', bytes: await jpegWithPlace() },
    {
      name: 'a JPEG with a script behind it',
      bytes: Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]),
    },
    {
      name: 'a transparent 16-bit PNG',
      bytes: await plain().ensureAlpha(0.5).toColourspace('rgb16').png().toBuffer(),
    },
    { name: 'a CMYK JPEG', bytes: await plain().toColourspace('cmyk').jpeg().toBuffer() },
    { name: 'one pixel', bytes: await plain().resize(1, 1).png().toBuffer() },
    {
      name: 'a thread of 1 × 12,000',
      bytes: await plain().resize(1, 12_000, { fit: 'fill' }).png().toBuffer(),
    },
    { name: 'a WebP', bytes: await plain().webp().toBuffer() },
    { name: 'an AVIF', bytes: await plain().avif({ effort: 0 }).toBuffer() },
    { name: 'a JPEG named as a path', bytes: jpeg, fileName: '../../../../etc/cron.d/x', type: 'text/html' },
    { name: 'a JPEG named in odd signs', bytes: jpeg, fileName: '照片\u202Egnp.jpg', type: '' },
  ]
}

/** Picture data that a cut or a hole cannot spare. */
function noise(): Promise<Buffer> {
  return sharp({
    create: {
      width: 200,
      height: 200,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer()
}

/** Its scan ends in the middle, and goes on with what belongs to nothing. */
function holed(jpeg: Buffer): Buffer {
  const at = Math.floor(jpeg.length / 3)
  const copy = Buffer.from(jpeg)
  copy.fill(0xd9, at, at + 500)
  copy[at] = 0xff
  return copy
}

async function animated(): Promise<Buffer> {
  const pages = await Promise.all(
    ['#f00', '#0f0', '#00f'].map((background) =>
      sharp({ create: { ...SIDE, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(pages, { join: { animated: true } })
    .gif({ delay: [80, 80, 80] })
    .toBuffer()
}

/** A well-formed PNG that says this size and brings data for one line. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function heic(): Buffer {
  const head = Buffer.alloc(24)
  head.writeUInt32BE(24, 0)
  head.write('ftypheic', 4, 'latin1')
  head.write('heicmif1', 16, 'latin1')
  return Buffer.concat([head, Buffer.alloc(400, 0x5a)])
}
