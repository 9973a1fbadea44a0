import type { WorkCalendar } from './work-calendar.ts'

const MINUTE_MS = 60_000
/** A shop open an hour a week would need forty years for a ninety-day target; nobody waits longer than that. */
const LAST_DAY_OF_SEARCH = 15_000

/** A stretch in which a clock stands still (waiting for the customer); `to: null` while it still does. */
export type Pause = { from: Date; to: Date | null }

/** `at` is null while an open pause keeps the target from being reached. */
export type Due = { at: Date | null; provisional: boolean }

/**
 * The instant at which a clock has run for `minutes` of working time outside its pauses.
 * Shape:  computed from the whole history each time, never from a counter, so a changed priority or calendar needs no
 *         repair. Pauses may overlap and come in any order. If the target was reached before an open pause began, that
 *         instant is the answer; else `at` is null until the pause ends. `provisional` is true when a day of a year
 *         without published holidays was counted: compute again when the year arrives.
 * Units:  minutes are real elapsed minutes (a repeated hour counts twice) and may be a fraction.
 * Source: requirement H2.
 */
export function dueAt(
  startedAt: Date,
  minutes: number,
  calendar: WorkCalendar,
  pauses: readonly Pause[] = [],
): Due {
  const start = startedAt.getTime()
  const still = inOrder(pauses)
  const openFrom = still.length > 0 && still.at(-1) === Number.POSITIVE_INFINITY ? still.at(-2) : undefined
  let left = minutes * MINUTE_MS
  let provisional = false
  const first = calendar.dayAt(start)
  for (let day = first; day <= first + LAST_DAY_OF_SEARCH; day++) {
    const { spans, workMs, certain } = calendar.on(day)
    provisional ||= !certain
    if (still.length === 0 && day > first && workMs < left) {
      left -= workMs
      continue
    }
    for (let i = 0; i < spans.length; i += 2) {
      const at = runThrough(Math.max(spans[i] ?? 0, start), spans[i + 1] ?? 0, left, still)
      if (at.reached) return { at: new Date(at.instant), provisional }
      left = at.left
    }
    if (openFrom !== undefined && calendar.dayAt(Math.max(openFrom, start)) <= day) {
      return { at: null, provisional }
    }
  }
  return { at: new Date(start + LAST_DAY_OF_SEARCH * 86_400_000), provisional: true }
}

/** The instant at which a share (0 … 1) of the target is used up and the assignee is warned. */
export function warnAt(
  startedAt: Date,
  minutes: number,
  share: number,
  calendar: WorkCalendar,
  pauses: readonly Pause[] = [],
): Due {
  return dueAt(startedAt, minutes * share, calendar, pauses)
}

/** Working minutes, maybe a fraction, between two instants outside the pauses; 0 when `to` is not after `from`. */
export function workedMinutes(
  from: Date,
  to: Date,
  calendar: WorkCalendar,
  pauses: readonly Pause[] = [],
): number {
  const start = from.getTime()
  const end = to.getTime()
  if (end <= start) return 0
  const still = inOrder(pauses)
  const last = calendar.dayAt(end)
  let worked = 0
  for (let day = calendar.dayAt(start); day <= last; day++) {
    const { spans } = calendar.on(day)
    for (let i = 0; i < spans.length; i += 2) {
      const run = runThrough(
        Math.max(spans[i] ?? 0, start),
        Math.min(spans[i + 1] ?? 0, end),
        Number.MAX_SAFE_INTEGER,
        still,
      )
      worked += Number.MAX_SAFE_INTEGER - run.left
    }
  }
  return worked / MINUTE_MS
}

/** Lets `left` ms run within [from, to) around the pauses: where it ends, or how much is left over. */
function runThrough(from: number, to: number, left: number, still: readonly number[]) {
  let at = from
  for (let i = 0; i < still.length && at < to; i += 2) {
    const pausedFrom = still[i] ?? 0
    const pausedTo = still[i + 1] ?? 0
    if (pausedTo <= at) continue
    const run = Math.min(pausedFrom, to) - at
    if (run > 0) {
      if (run >= left) return { reached: true, instant: at + left, left: 0 }
      left -= run
    }
    at = pausedTo
  }
  if (at < to) {
    if (to - at >= left) return { reached: true, instant: at + left, left: 0 }
    left -= to - at
  }
  return { reached: false, instant: 0, left }
}

/** Pauses as [from, to, from, to, …] in ms, sorted and merged; an open one ends at infinity. */
function inOrder(pauses: readonly Pause[]): number[] {
  if (pauses.length === 0) return []
  const sorted = pauses
    .map((p) => [p.from.getTime(), p.to?.getTime() ?? Number.POSITIVE_INFINITY] as const)
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0])
  const merged: number[] = []
  for (const [from, to] of sorted) {
    const last = merged.length - 1
    if (last > 0 && from <= (merged[last] ?? 0)) merged[last] = Math.max(merged[last] ?? 0, to)
    else merged.push(from, to)
  }
  return merged
}
