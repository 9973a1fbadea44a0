import { httpErrors } from '#platform/errors'
import type { Key } from './hits-data.ts'

/** A stretch is ranked anew for each of its pages: where it starts, and how many of it were shown. */
export type SearchCursor = { start: Key | null; skip: number }

/** The start of the stretch in hand; of the first one just before its newest ticket, so that what comes in meanwhile moves nothing. */
export function stretchFrom(start: Key | null, newest: Key): Key {
  return start ?? { at: newest.at, id: idAfter(newest.id) }
}

function idAfter(id: string): string {
  const next = BigInt(`0x${id.replaceAll('-', '')}`) + 1n
  return next
    .toString(16)
    .padStart(32, '0')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

export function makeCursor({ start, skip }: SearchCursor): string {
  return Buffer.from(JSON.stringify([start?.at.toISOString() ?? null, start?.id ?? null, skip])).toString(
    'base64url',
  )
}

/** Errors: http.badInput when the cursor is not one of ours. */
export function readCursor(text: string): SearchCursor {
  try {
    const [at, id, skip] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string, number]
    const date = new Date(at)
    if (
      Number.isNaN(date.getTime()) ||
      !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ||
      !(skip >= 0)
    )
      throw new Error('not a cursor')
    return { start: { at: date, id }, skip }
  } catch {
    throw httpErrors.badInput({ problem: 'cursor' }, 'cursor')
  }
}
