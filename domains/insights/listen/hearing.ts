import type { AlarmPlot, SeriesKind } from '#contracts/insights'
import { everyDays, judge, leanOf, type Pooled, priorFor } from '../early/judge.ts'
import { KINDS } from '../early/kinds.ts'
import { newWatch, quiet, takeBack, usualRate, type Watched } from '../early/watch.ts'
import type { Clocks } from './clocks.ts'
import type { SeriesRow, Usual } from './listen-data.ts'
import { madeOf, nameOf, type SeriesRef } from './series-of.ts'

/** A series whose voices come too often: which, since when, and how unlikely that is. */
export type Fired = {
  ref: SeriesRef
  /** The tickets that tell it, oldest first. */
  ids: string[]
  usualWeek: number
  everyDays: number
}

const LEAST_DAYS = 0.1
/** What is watched for fewer days than these comes and goes. */
const SHORT_DAYS = 30

/** The series that some tickets belong to, as they stand; what is heard changes them in memory. */
export class Hearing {
  private watched = new Map<string, Watched>()
  private touched = new Map<string, SeriesRef>()
  private known: Usual
  private clocks: Clocks

  constructor(rows: readonly SeriesRow[], usual: Usual, clocks: Clocks) {
    this.known = usual
    this.clocks = clocks
    this.add(rows)
  }

  add(rows: readonly SeriesRow[]): void {
    for (const row of rows) this.watched.set(nameOf(refIn(row)), toWatched(row, this.clocks))
  }

  knows(ref: SeriesRef): boolean {
    return this.watched.has(nameOf(ref))
  }

  /** Hears one ticket's voice in one series, and says so when it is one too many. In ms; `boughtAt` places it in its shift, whose clock stands still when people write. */
  hear(ref: SeriesRef, id: string, at: number, boughtAt = at): Fired | null {
    const busy = this.clocks.for(ref).at(ref.kind === 'shift' ? boughtAt : at)
    const series = this.watched.get(nameOf(ref)) ?? newWatch(this.bornAt(ref, busy))
    this.watched.set(nameOf(ref), series)
    this.touched.set(nameOf(ref), ref)
    this.known.heard[ref.kind] = (this.known.heard[ref.kind] ?? 0) + 1
    const pooled = this.pooled(ref.kind, at)
    const lean = this.lean(ref, at)
    const verdict = judge(series, { at: busy, id }, ref.kind, pooled, lean)
    if (verdict.ratio < 1) return null
    const prior = priorFor(ref.kind, pooled, lean)
    return { ref, ids: verdict.ids, usualWeek: 7 * usualRate(series, prior), everyDays: everyDays(verdict) }
  }

  /** A voice that does not belong there after all. */
  takeBack(ref: SeriesRef, id: string, at: number): void {
    const series = this.watched.get(nameOf(ref))
    if (!series) return
    this.known.heard[ref.kind] = Math.max(0, (this.known.heard[ref.kind] ?? 0) - 1)
    takeBack(series, id, priorFor(ref.kind, this.pooled(ref.kind, at), this.lean(ref, at)))
    this.touched.set(nameOf(ref), ref)
  }

  /** Somebody has been told, or knows that it is nothing. */
  quiet(ref: SeriesRef): void {
    const series = this.watched.get(nameOf(ref))
    if (!series) return
    quiet(series)
    this.touched.set(nameOf(ref), ref)
  }

  /** How many are usual between two moments, in ms; never nothing at all. */
  usual(ref: SeriesRef, from: number, until: number): number {
    const clock = this.clocks.for(ref)
    return this.rate(ref, until) * Math.max(clock.at(until) - clock.at(from), MINUTE_BUSY)
  }

  /** Heard beside usual up to `until`: by the hour while it is young, else by the day. Times in ms. */
  plot(ref: SeriesRef, since: number, until: number): AlarmPlot {
    const clock = this.clocks.for(ref)
    const series = this.watched.get(nameOf(ref))
    const hours = until - since <= 2 * DAY_MS
    const [step, bars] = hours ? [HOUR_MS, since >= until - DAY_MS ? 24 : 60] : [DAY_MS, 21]
    const end = Math.ceil(until / HOUR_MS) * HOUR_MS
    const from = end - bars * step
    const rate = this.rate(ref, until)
    const begins = Array.from({ length: bars }, (_, n) => from + n * step)
    const times = (series?.recent ?? []).map((voice) => clock.moment(voice.at))
    return {
      from: new Date(from).toISOString(),
      stepMin: step / 60_000,
      heard: begins.map((begin) => times.filter((at) => at >= begin && at < begin + step).length),
      usual: begins.map((begin) => round(rate * (clock.at(begin + step) - clock.at(begin)))),
    }
  }

  /** What has to be written down. */
  rows(brandId: string): SeriesRow[] {
    return [...this.touched.values()].map((ref) =>
      toRow(brandId, ref, this.watched.get(nameOf(ref))!, this.clocks),
    )
  }

  /** A shop was there before anybody said something of it; a batch may have been opened today. */
  private bornAt(ref: SeriesRef, busy: number): number {
    if (KINDS[ref.kind].alive < SHORT_DAYS) return busy
    return Math.min(busy, this.clocks.for(ref).at(this.known.since.getTime()))
  }

  /** Voices a busy day. */
  private rate(ref: SeriesRef, at: number): number {
    const prior = priorFor(ref.kind, this.pooled(ref.kind, at), this.lean(ref, at))
    const series = this.watched.get(nameOf(ref))
    return series ? usualRate(series, prior) : prior.mean
  }

  private pooled(kind: SeriesKind, at: number): Pooled {
    const { heard, there, days, reckonedAt } = this.known
    const time = this.clocks.whole()
    return {
      heard: heard[kind] ?? 0,
      series: there[kind] ?? 1,
      days: Math.max(LEAST_DAYS, days + time.at(at) - time.at(reckonedAt.getTime())),
    }
  }

  private lean(ref: SeriesRef, at: number): number {
    return madeOf(ref).reduce((lean, part) => {
      const series = this.watched.get(nameOf(part))
      return series ? lean * leanOf(series, part.kind, this.pooled(part.kind, at)) : lean
    }, 1)
  }
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MINUTE_BUSY = 1 / 1440
const round = (n: number) => Math.round(n * 1000) / 1000

const refIn = (row: SeriesRow) => ({ kind: row.kind as SeriesKind, key: row.key })

function toWatched(row: SeriesRow, clocks: Clocks): Watched {
  const clock = clocks.for(refIn(row))
  const busy = (at: Date) => clock.at(at.getTime())
  return {
    r: row.r,
    last: busy(row.last_at),
    voices: row.voices,
    days: row.days,
    settled: busy(row.settled_at),
    quieted: row.quieted_at ? busy(row.quieted_at) : Number.NEGATIVE_INFINITY,
    recent: row.recent_at.map((at, n) => ({ at: busy(at as unknown as Date), id: row.recent_ids[n]! })),
  }
}

function toRow(brandId: string, ref: SeriesRef, series: Watched, clocks: Clocks): SeriesRow {
  const clock = clocks.for(ref)
  const moment = (busy: number) => new Date(clock.moment(busy))
  return {
    brand_id: brandId,
    kind: ref.kind,
    key: ref.key,
    r: series.r,
    last_at: moment(series.last),
    voices: series.voices,
    days: series.days,
    settled_at: moment(series.settled),
    quieted_at: Number.isFinite(series.quieted) ? moment(series.quieted) : null,
    recent_at: series.recent.map((voice) => moment(voice.at)) as unknown as SeriesRow['recent_at'],
    recent_ids: series.recent.map((voice) => voice.id),
  }
}
