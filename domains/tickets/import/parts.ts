import type { Readable } from 'node:stream'
import { IMPORT_LIMIT } from '#contracts/tickets/import'
import type { Ctx } from '#platform/context'
import { importErrors } from './errors.ts'

export type Cell = string | number | boolean | null
/** One row of a file; `n` is its number there, counted from 1. `bad`: it could not be read, and why. */
export type Row = { n: number; cells: Cell[]; bad?: string }

const PIECE_BYTES = 256 * 1024

/**
 * Where a file lies while it is brought in: sealed, in pieces as it came (`piece`) and in parts of rows as it was read (`rows`), so that what
 * customers wrote lies open on no disk and any process can go on at any part.
 */
const pieceKey = (brandId: string, id: string, n: number) => `imports/${brandId}/${id}/piece-${n}`
const partKey = (brandId: string, id: string, sheet: number, n: number) =>
  `imports/${brandId}/${id}/rows-${sheet}-${n}`

/** Keeps an upload as it streams in. Errors: import.tooLarge, import.nothingInIt; what was kept by then is removed. */
export async function keepUpload(
  ctx: Ctx,
  id: string,
  bytes: Readable,
): Promise<{ bytes: number; uploads: number }> {
  const { brandId } = ctx.actor
  const kept = { bytes: 0, uploads: 0 }
  let waiting: Buffer[] = []
  let held = 0
  const put = async () => {
    const piece = Buffer.concat(waiting)
    waiting = []
    held = 0
    await ctx.files.put(pieceKey(brandId, id, kept.uploads), ctx.keys.sealBytes(brandId, piece))
    kept.uploads += 1
  }
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      kept.bytes += chunk.length
      held += chunk.length
      if (kept.bytes > IMPORT_LIMIT.packedBytes) throw tooLarge()
      waiting.push(chunk)
      if (held >= PIECE_BYTES) await put()
    }
    if (held) await put()
    if (!kept.bytes) throw importErrors.nothingInIt({}, 'file')
    return kept
  } catch (error) {
    await removeUpload(ctx, id, kept.uploads + 1)
    throw (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge() : error
  }
}

const tooLarge = () => importErrors.tooLarge({ most: IMPORT_LIMIT.packedBytes / 1024 / 1024 }, 'file')

/** The file as it came, piece by piece. */
export async function* readUpload(ctx: Ctx, id: string, uploads: number): AsyncGenerator<Buffer> {
  const { brandId } = ctx.actor
  for (let n = 0; n < uploads; n++) {
    yield ctx.keys.openBytes(brandId, bytesOf(await ctx.files.get(pieceKey(brandId, id, n))))
  }
}

export function removeUpload(ctx: Ctx, id: string, uploads: number): Promise<void> {
  return removeAll(
    ctx,
    Array.from({ length: uploads }, (_, n) => pieceKey(ctx.actor.brandId, id, n)),
  )
}

export async function keepPart(ctx: Ctx, id: string, sheet: number, n: number, rows: readonly Row[]) {
  const { brandId } = ctx.actor
  const packed = rows.map((row) => (row.bad ? [row.n, row.bad] : [row.n, '', ...row.cells]))
  await ctx.files.put(
    partKey(brandId, id, sheet, n),
    ctx.keys.seal(brandId, JSON.stringify(packed)) ?? Buffer.alloc(0),
  )
}

export async function readPart(ctx: Ctx, id: string, sheet: number, n: number): Promise<Row[]> {
  const { brandId } = ctx.actor
  const sealed = bytesOf(await ctx.files.get(partKey(brandId, id, sheet, n)))
  const packed = JSON.parse(ctx.keys.open(brandId, sealed)) as [number, string, ...Cell[]][]
  return packed.map(([row, bad, ...cells]) => (bad ? { n: row, cells: [], bad } : { n: row, cells }))
}

export function removeParts(ctx: Ctx, id: string, sheets: readonly { parts: number }[]): Promise<void> {
  const { brandId } = ctx.actor
  const keys = sheets.flatMap(({ parts }, sheet) =>
    Array.from({ length: parts }, (_, n) => partKey(brandId, id, sheet, n)),
  )
  return removeAll(ctx, keys)
}

/** The same bytes, not a copy of them. */
const bytesOf = (kept: Uint8Array) => Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength)

async function removeAll(ctx: Ctx, keys: readonly string[]): Promise<void> {
  for (const key of keys) await ctx.files.delete(key).catch(() => {})
}
