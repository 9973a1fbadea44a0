import type { SeriesKind } from '../contracts/insights.ts'
import { FALSE_PER_WEEK, judge, leanOf, type Pooled } from '../domains/insights/early/judge.ts'
import { KIND_ORDER, KINDS, PARTS } from '../domains/insights/early/kinds.ts'
import { BusyTime, HOURS, type Season, seasonOf, within } from '../domains/insights/early/seasons.ts'
import { newWatch, quiet, type Watched } from '../domains/insights/early/watch.ts'
import { numbers } from '../test/support/numbers.ts'
import {
  BEGIN,
  BIG,
  DAY_MS,
  HOUR_MS,
  LAGGED,
  type Message,
  type Outbreak,
  PLANTED,
  possible,
  type Size,
  SMALL,
  seriesOf,
  traffic,
} from './early-traffic.ts'
import { percentiles, round } from './measure.ts'

/**
 * Early warning on simulated traffic: a brand with 100 thousand series, rush hours and weekends, many small counts, with outbreaks planted in the
 * watched weeks; and twenty small brands from their first day. Says what one message costs, how many alarms nothing was behind, and how soon
 * the planted ones were found.
 */
export function measureEarly() {
  const big = watchOver(BIG, 20_261_122)
  const small = TWENTY.map((n) => watchOver(SMALL, 11 + n))
  // At so small a brand an outbreak is a good part of all that is heard: what nothing is behind is counted without any.
  const calm = TWENTY.map((n) => watchOver({ ...SMALL, each: 0 }, 111 + n))
  const cost = percentiles(big.took)
  return {
    series: { value: big.series },
    'messages a day': { value: round(big.took.length / ((BIG.weeks.learning + BIG.weeks.watched) * 7), 0) },
    'cost of a message, µs': {
      value: round((big.took.reduce((sum, ms) => sum + ms, 0) / big.took.length) * 1000, 1),
      p99: round(cost.p99Ms * 1000, 1),
    },
    [`false alarms a week (asked for: ${FALSE_PER_WEEK})`]: falseAlarms([big], BIG),
    'the same at a small brand': falseAlarms(calm, SMALL),
    ...Object.fromEntries(PLANTED.map(({ what }, plant) => [what, delaysOf([big], plant)])),
    ...Object.fromEntries(PLANTED.map(({ what }, plant) => [`small: ${what}`, delaysOf(small, plant)])),
    ...measureLagged(),
  }
}

/** What was bought at noon is written of in the evening: whether the shifts of a small brand alarm anybody for that. */
function measureLagged() {
  const calm = TWENTY.map((n) => watchOver({ ...LAGGED, each: 0 }, 311 + n))
  const planted = TWENTY.map((n) => watchOver(LAGGED, 511 + n))
  return {
    'false alarms a week, written 1 to 12 h later': falseAlarms(calm, LAGGED),
    ...Object.fromEntries(
      LAGGED.plants.map(({ what }, plant) => [`later: ${what}`, delaysOf(planted, plant)]),
    ),
  }
}
const TWENTY = Array.from({ length: 20 }, (_, n) => n)

type Watch = {
  series: number
  took: number[]
  outbreaks: Outbreak[]
  found: Map<number, number>
  falsely: Map<SeriesKind, number>
}

function watchOver(size: Size, seed: number): Watch {
  const { messages, outbreaks } = traffic(size, numbers(seed))
  const watchedFrom = BEGIN + size.weeks.learning * 7 * DAY_MS
  const watcher = watcherOf(size)
  const found = new Map<number, number>()
  const falsely = new Map<SeriesKind, number>()
  const took: number[] = []
  for (const [n, message] of messages.entries()) {
    watcher.season(message)
    const begun = performance.now()
    const alarms = watcher.hear(message, String(n))
    took.push(performance.now() - begun)
    if (message.at < watchedFrom) continue
    for (const key of alarms) {
      const cause = message.planted ?? outbreakBehind(outbreaks, key, message.at)
      if (cause === undefined) falsely.set(kindOf(key), (falsely.get(kindOf(key)) ?? 0) + 1)
      else if (!found.has(cause)) found.set(cause, message.at)
    }
  }
  return { series: watcher.all.size, took, outbreaks, found, falsely }
}

function falseAlarms(watches: readonly Watch[], { weeks }: Size) {
  const byKind = new Map<SeriesKind, number>()
  for (const { falsely } of watches)
    for (const [kind, n] of falsely) byKind.set(kind, (byKind.get(kind) ?? 0) + n)
  const all = [...byKind.values()].reduce((sum, n) => sum + n, 0)
  return {
    value: round(all / weeks.watched / watches.length, 2),
    of: [...byKind].map(([kind, n]) => `${kind} ${n}`).join(', '),
  }
}

function delaysOf(watches: readonly Watch[], plant: number) {
  const own = watches.flatMap(({ outbreaks, found }) =>
    outbreaks.filter((o) => o.plant === plant).map((o) => ({ o, at: found.get(o.id) })),
  )
  const delays = own.flatMap(({ o, at }) => (at === undefined ? [] : [(at - o.at) / HOUR_MS]))
  const sorted = delays.toSorted((a, b) => a - b)
  return {
    planted: own.length,
    found: delays.length,
    'median delay, h': round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, 1),
  }
}

/** Everything that is watched, in memory; `hear` answers the series that alarm, `season` learns anew every day what is usual at which hour. */
function watcherOf(size: Size) {
  const [said, bought] = [noHours(), noHours()]
  let [day, clocks] = [0, clocksFrom(said, bought)]
  const all = new Map<string, Watched>()
  const there = possible(size)
  const kinds = Object.fromEntries(
    KIND_ORDER.map((kind) => [kind, { heard: 0, series: there[kind], days: 0 }]),
  ) as Record<SeriesKind, Pooled>
  const began = clocks.whole.at(BEGIN)
  const season = ({ at, boughtAt }: Message) => {
    const today = Math.floor((at - BEGIN) / DAY_MS)
    if (today > day && today <= 42) clocks = clocksFrom(said, bought)
    day = today
    said[hourOf(at)]! += 1
    bought[hourOf(boughtAt)]! += 1
  }
  const leanFor = (kind: SeriesKind, keys: readonly string[]) =>
    (PARTS[kind] ?? []).reduce((lean, part) => {
      const watch = all.get(keys.find((key) => key.startsWith(`${part} `))!)!
      return lean * leanOf(watch, part, kinds[part])
    }, 1)
  const hear = ({ at, boughtAt, facts }: Message, id: string): string[] => {
    const keys = seriesOf(facts)
    return keys.filter((key) => {
      const kind = kindOf(key)
      const busy =
        kind === 'shift' ? (facts.late ? clocks.late : clocks.early).at(boughtAt) : clocks.whole.at(at)
      const pooled = kinds[kind]
      const watch = all.get(key) ?? newWatch(KINDS[kind].alive < 30 ? busy : began)
      all.set(key, watch)
      pooled.heard += 1
      pooled.days = Math.max(0.1, busy - began)
      const { ratio } = judge(watch, { at: busy, id }, kind, pooled, leanFor(kind, keys))
      if (ratio >= 1) quiet(watch)
      return ratio >= 1
    })
  }
  return { all, hear, season }
}

const noHours = () => Array.from({ length: HOURS }, () => 0)
const hourOf = (at: number) => Math.floor((at - BEGIN) / HOUR_MS) % HOURS

function clocksFrom(said: readonly number[], bought: readonly number[]) {
  const shifts = seasonOf(bought)
  const clock = (own: Season) => new BusyTime(own, 'Asia/Shanghai')
  return {
    whole: clock(seasonOf(said)),
    early: clock(within(shifts, 5, 14)),
    late: clock(within(shifts, 14, 5)),
  }
}

const kindOf = (key: string) => key.slice(0, key.indexOf(' ')) as SeriesKind

function outbreakBehind(outbreaks: readonly Outbreak[], key: string, at: number): number | undefined {
  return outbreaks.find((o) => seriesOf(o.facts).includes(key) && at >= o.at && at <= o.until + DAY_MS)?.id
}
