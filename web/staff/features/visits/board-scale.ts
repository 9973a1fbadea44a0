import type { VisitBoard } from '#contracts/orders/visits'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** So high is one minute. */
const MINUTE_PX = 1.4
const SHORTEST_PX = 24

export type Scale = { from: number; to: number; height: number; hours: number[] }

/** Whole hours around the opening hours and everything that is booked outside of them. */
export function scaleOf(board: Pick<VisitBoard, 'open' | 'visits' | 'begins'>): Scale {
  const begins = Date.parse(board.begins)
  const marks = [
    ...board.open.flatMap(({ from, to }) => [from, to]),
    ...board.visits.flatMap((visit) => [visit.startsAt, visit.busyUntil]),
  ]
    .map((at) => Date.parse(at) - begins)
    // What somebody has forgotten to end lies on other days as well.
    .filter((ms) => ms >= 0 && ms <= DAY_MS)
  const first = marks.length ? Math.min(...marks) : 10 * HOUR_MS
  const last = marks.length ? Math.max(...marks) : 20 * HOUR_MS
  const from = begins + Math.floor(first / HOUR_MS) * HOUR_MS
  const to = begins + Math.ceil(last / HOUR_MS) * HOUR_MS
  const hours = Array.from({ length: Math.round((to - from) / HOUR_MS) + 1 }, (_, n) => from + n * HOUR_MS)
  return { from, to, height: px(to - from), hours }
}

const px = (ms: number) => Math.round((ms / 60_000) * MINUTE_PX)

export function topOf(scale: Scale, at: string | number): number {
  const ms = typeof at === 'number' ? at : Date.parse(at)
  return px(Math.min(Math.max(ms, scale.from), scale.to) - scale.from)
}

/** Where something stands in a column. Units: pixels. */
export function boxOf(scale: Scale, from: string, to: string): { top: number; height: number } {
  const top = topOf(scale, from)
  return { top, height: Math.max(SHORTEST_PX, topOf(scale, to) - top) - 2 }
}

type Box = { top: number; height: number }

/** What stands at one time stands side by side: the place of each box in its row, and how many places that row has. */
export function placesOf(boxes: readonly Box[]): { place: number; of: number }[] {
  const found = boxes.map(() => ({ place: 0, of: 1 }))
  const order = boxes.map((_, n) => n).sort((a, b) => boxes[a]!.top - boxes[b]!.top || a - b)
  let row: number[] = []
  let ends: number[] = []
  for (const n of order) {
    const { top, height } = boxes[n]!
    if (ends.every((end) => end <= top)) [row, ends] = [[], []]
    const free = ends.findIndex((end) => end <= top)
    const place = free < 0 ? ends.length : free
    ends[place] = top + height
    row.push(n)
    found[n]!.place = place
    for (const one of row) found[one]!.of = ends.length
  }
  return found
}

/** Which quarter of an hour lies at this height. */
export function timeAt(scale: Scale, y: number): string {
  const quarters = Math.floor(y / MINUTE_PX / 15)
  return new Date(scale.from + quarters * 15 * 60_000).toISOString()
}
