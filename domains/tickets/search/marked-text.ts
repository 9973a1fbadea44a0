import type { Segment } from '#contracts/tickets/search'
import type { Place } from './judge-hit.ts'

const LENGTH = 60
const BEFORE = 18

/** A text cut into what was asked for and what stands between. */
export function segmentsOf(text: string, places: readonly Place[]): Segment[] {
  const segments: Segment[] = []
  let at = 0
  const put = (to: number, hit: boolean) => {
    if (to > at) segments.push({ text: text.slice(at, to), hit })
    at = Math.max(at, to)
  }
  for (const { from, to } of places) {
    put(Math.min(from, text.length), false)
    put(Math.min(to, text.length), true)
  }
  put(text.length, false)
  return segments
}

/**
 * About 60 characters around the first place, on one line.
 * Shape: places are those of the whole text; … marks where it was cut; no character is cut in two.
 */
export function excerptAround(text: string, places: readonly Place[]): Segment[] {
  const line = text.replace(/\s/g, ' ')
  const first = places[0] ?? { from: 0, to: 0 }
  const room = Math.max(0, Math.min(first.from - BEFORE, line.length - LENGTH))
  const from = whole(line, room)
  const to = whole(line, Math.max(Math.min(line.length, from + LENGTH), Math.min(first.to, line.length)))
  const inside = places
    .filter((place) => place.from < to && place.to > from)
    .map((place) => ({ from: Math.max(place.from, from) - from, to: Math.min(place.to, to) - from }))
  const segments = segmentsOf(line.slice(from, to), inside)
  if (from > 0) segments.unshift({ text: '…', hit: false })
  if (to < line.length) segments.push({ text: '…', hit: false })
  return segments
}

/** Moves back from the middle of a character of two units. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff && at > 0 ? at - 1 : at
}
