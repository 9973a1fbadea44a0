import { ImportProblem } from '../errors.ts'

type Bytes = AsyncIterable<Buffer>
export type Encoding = 'UTF-8' | 'UTF-16' | 'GB18030'

/**
 * In which encoding a text was written: strictly UTF-8 to its last byte, otherwise GB18030.
 * Shape:  reads the whole file; a byte order mark decides at once for UTF-16.
 * Errors: ImportProblem unknownEncoding when it is neither.
 */
export async function encodingOf(open: () => Bytes): Promise<Encoding> {
  const mark = await firstBytes(open())
  if ((mark[0] === 0xff && mark[1] === 0xfe) || (mark[0] === 0xfe && mark[1] === 0xff)) return 'UTF-16'
  if (await decodes(open(), 'utf-8')) return 'UTF-8'
  if (await decodes(open(), 'gb18030')) return 'GB18030'
  throw new ImportProblem('unknownEncoding')
}

/** The text, piece by piece, without a byte order mark. */
export async function* decode(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(labelOf(encoding, piece), { fatal: true })
    const text = decoder.decode(piece, { stream: true })
    if (text) yield text
  }
  const rest = decoder?.decode()
  if (rest) yield rest
}

function labelOf(encoding: Encoding, first: Buffer): string {
  if (encoding === 'UTF-16') return first[0] === 0xfe ? 'utf-16be' : 'utf-16le'
  return encoding === 'UTF-8' ? 'utf-8' : 'gb18030'
}

async function decodes(bytes: Bytes, label: string): Promise<boolean> {
  const decoder = new TextDecoder(label, { fatal: true })
  try {
    for await (const piece of bytes) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

export async function firstBytes(bytes: Bytes): Promise<Buffer> {
  for await (const piece of bytes) return piece
  return Buffer.alloc(0)
}
