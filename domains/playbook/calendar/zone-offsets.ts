import { IANAZone } from 'luxon'

/** A stretch of instants (ms) in which a zone keeps one offset: local wall clock = instant + offsetMs. */
export type OffsetSpan = { from: number; to: number; offsetMs: number }

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
const known = new Map<string, Map<number, OffsetSpan[]>>()

/**
 * The offsets a zone keeps around one calendar year, in order, from two days before it to two days after.
 * Shape: looked up weekly and the change found by halving, so a month of other time (Morocco's Ramadan) is not missed.
 */
export function offsetSpans(zone: string, year: number): OffsetSpan[] {
  const years = known.get(zone) ?? new Map<number, OffsetSpan[]>()
  known.set(zone, years)
  const spans = years.get(year) ?? findSpans(IANAZone.create(zone), year)
  years.set(year, spans)
  return spans
}

/** Offset in ms of a zone at an instant. */
export function offsetAt(zone: string, instant: number): number {
  for (const span of offsetSpans(zone, new Date(instant).getUTCFullYear())) {
    if (instant < span.to) return span.offsetMs
  }
  throw new RangeError(`no offset of ${zone} at ${instant}`)
}

function findSpans(zone: IANAZone, year: number): OffsetSpan[] {
  const start = Date.UTC(year, 0, 1) - 2 * DAY_MS
  const end = Date.UTC(year + 1, 0, 1) + 2 * DAY_MS
  const spans: OffsetSpan[] = []
  let from = start
  let offset = zone.offset(start)
  for (let at = start; at < end; ) {
    const next = Math.min(at + WEEK_MS, end)
    const later = zone.offset(next)
    if (later !== offset) {
      const change = findChange(zone, at, next, offset)
      spans.push({ from, to: change, offsetMs: offset * 60_000 })
      from = change
      offset = later
    }
    at = next
  }
  spans.push({ from, to: end, offsetMs: offset * 60_000 })
  return spans
}

/** The first second after `before` at which the zone no longer keeps `offset`. */
function findChange(zone: IANAZone, before: number, after: number, offset: number): number {
  let low = Math.floor(before / 1000)
  let high = Math.ceil(after / 1000)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (zone.offset(middle * 1000) === offset) low = middle
    else high = middle
  }
  return high * 1000
}
