import { BusyTime, HOURS, seasonOf } from '../domains/insights/early/seasons.ts'
import { hear, newWatch, priorOf, quiet, threshold, type Watched } from '../domains/insights/early/watch.ts'
import { numbers } from '../test/support/numbers.ts'
import { percentiles, round } from './measure.ts'

const WEEKS = { learning: 6, watched: 8 }
const A_DAY = 2500
const SHOPS = 300
const PRODUCTS = 250
const CATEGORIES = 40
const RIDERS = 1500
/** A batch of each of this many ingredients is in use at each of the central kitchens for some days. */
const INGREDIENTS = 12
const BATCH_DAYS = 4
const KITCHENS = 20
const BATCHES = INGREDIENTS * KITCHENS
/** Each sort of series has the same share of the false alarms. */
const KINDS = 9
const PER_WEEK = 1
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const BEGIN = Date.parse('2026-01-05T00:00+08:00')

/** What goes wrong, how much more is then heard, for how long; `series` names which of them tells. */
const PLANTED = [
  { what: 'batch: 3 voices in an hour', kind: 'batch', voices: 3, hours: 1 },
  { what: 'batch: 5 voices in 3 h', kind: 'batch', voices: 5, hours: 3 },
  { what: 'shop and category: 8 voices in a day', kind: 'shop-category', voices: 8, hours: 24 },
  { what: 'rider: 10 voices in 2 days', kind: 'rider', voices: 10, hours: 48 },
  { what: 'product and category: 30 voices in 2 days', kind: 'product-category', voices: 30, hours: 48 },
] as const
const EACH = 25

type Message = { at: number; series: string[]; planted?: number }

/**
 * Early warning on simulated traffic of a brand: 100 thousand series, rush hours and weekends, many small counts, with outbreaks planted in
 * the watched weeks. Says what one message costs, how many alarms nothing was behind, and how soon the planted ones were found.
 */
export function measureEarly() {
  const next = numbers(20_261_122)
  const { messages, outbreaks } = traffic(next)
  const counts = Array.from({ length: HOURS }, () => 0)
  const watchedFrom = BEGIN + WEEKS.learning * 7 * DAY_MS
  for (const { at } of messages)
    if (at < watchedFrom) counts[Math.floor((at - BEGIN) / HOUR_MS) % HOURS]! += 1
  const time = new BusyTime(seasonOf(counts), 'Asia/Shanghai')
  const all = new Map<string, Watched>()
  const kinds = new Map<string, { heard: number; series: number }>()
  const found = new Map<number, number>()
  const took: number[] = []
  let falseAlarms = 0
  const began = time.at(BEGIN)
  messages.forEach(({ at, series, planted }, n) => {
    const busy = time.at(at)
    const begun = performance.now()
    for (const key of series) {
      const kind = key.slice(0, key.indexOf(' '))
      const known = kinds.get(kind) ?? { heard: 0, series: 0 }
      kinds.set(kind, known)
      let watch = all.get(key)
      if (!watch) {
        watch = newWatch(kind === 'batch' ? busy : began)
        all.set(key, watch)
        known.series += 1
      }
      known.heard += 1
      const there = alive(kind, known.series)
      const prior = priorOf(known.heard / there / Math.max(1, busy - began))
      const limit = threshold(there, PER_WEEK / KINDS)
      if (hear(watch, { at: busy, id: String(n) }, prior) <= limit) continue
      quiet(watch)
      if (at < watchedFrom) continue
      const cause = planted ?? outbreakBehind(outbreaks, key, at)
      if (cause === undefined) falseAlarms += 1
      else if (!found.has(cause)) found.set(cause, at)
    }
    took.push(performance.now() - begun)
  })
  const cost = percentiles(took)
  return {
    series: { value: all.size },
    'messages a day': { value: round(messages.length / ((WEEKS.learning + WEEKS.watched) * 7), 0) },
    'cost of a message, µs': {
      value: round((took.reduce((sum, ms) => sum + ms, 0) / took.length) * 1000, 1),
      p99: round(cost.p99Ms * 1000, 1),
    },
    'false alarms a week (asked for: 1)': { value: round(falseAlarms / WEEKS.watched, 2) },
    ...Object.fromEntries(
      PLANTED.map(({ what }, p) => {
        const own = outbreaks.filter((o) => o.plant === p)
        const delays = own.flatMap((o) => (found.has(o.id) ? [(found.get(o.id)! - o.at) / HOUR_MS] : []))
        const sorted = delays.toSorted((a, b) => a - b)
        return [
          what,
          {
            planted: own.length,
            found: delays.length,
            'median delay, h': round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, 1),
          },
        ]
      }),
    ),
  }
}

/** Series of a kind that there are at a time: how many batches are in use is known, of the others those that were heard of. */
const alive = (kind: string, series: number) => (kind === 'batch' ? BATCHES : series)

type Outbreak = { id: number; plant: number; at: number; until: number; key: string }

function outbreakBehind(outbreaks: readonly Outbreak[], key: string, at: number): number | undefined {
  return outbreaks.find((o) => o.key === key && at >= o.at && at <= o.until + DAY_MS)?.id
}

function traffic(next: () => number): { messages: Message[]; outbreaks: Outbreak[] } {
  const days = (WEEKS.learning + WEEKS.watched) * 7
  const messages: Message[] = []
  for (let n = 0; n < A_DAY * days; n++) {
    const at = busyMoment(next, days)
    messages.push({ at, series: seriesOf(next, at) })
  }
  const outbreaks: Outbreak[] = []
  PLANTED.forEach(({ kind, voices, hours }, plant) => {
    for (let n = 0; n < EACH; n++) {
      const day = WEEKS.learning * 7 + Math.floor(next() * (WEEKS.watched * 7 - 4))
      const at = BEGIN + day * DAY_MS + (11 + Math.floor(next() * 8)) * HOUR_MS
      const id = outbreaks.length
      let key: string | undefined
      while (!key) key = seriesOf(next, at).find((one) => one.startsWith(`${kind} `))
      outbreaks.push({ id, plant, at, until: at + hours * HOUR_MS, key })
      for (let v = 0; v < voices; v++) {
        const own = at + (v / voices) * hours * HOUR_MS
        messages.push({
          at: own,
          series: [key, ...seriesOf(next, own).filter((one) => !one.startsWith(`${kind} `))],
          planted: id,
        })
      }
    }
  })
  return { messages: messages.sort((a, b) => a.at - b.at), outbreaks }
}

/** Some shops, products and categories are heard of much more than others. */
const skewed = (next: () => number, n: number) => Math.floor(n * next() ** 2)

function seriesOf(next: () => number, at: number): string[] {
  const day = Math.floor((at - BEGIN) / DAY_MS)
  const hour = Math.floor((at - BEGIN) / HOUR_MS) % 24
  const shop = skewed(next, SHOPS)
  const [product, category] = [skewed(next, PRODUCTS), skewed(next, CATEGORIES)]
  // Batches are watched for what may make ill, one voice of a hundred; riders for what was brought.
  const batch = `${Math.floor(next() * INGREDIENTS)}-${shop % KITCHENS}-${Math.floor((day + (shop % BATCH_DAYS)) / BATCH_DAYS)}`
  return [
    `shop ${shop}`,
    `category ${category}`,
    `shop-category ${shop}-${category}`,
    `product ${product}`,
    `product-category ${product}-${category}`,
    ...(next() < 0.01 ? [`batch ${batch}`] : []),
    ...(next() < 0.3 ? [`rider ${Math.floor(next() * RIDERS)}`] : []),
    `shift ${shop}-${hour < 14 ? 'early' : 'late'}-${category}`,
    `product-shop ${product}-${shop}`,
  ]
}

/** Between ten and ten, most of it at noon and in the evening, Saturdays half as much again. */
function busyMoment(next: () => number, days: number): number {
  for (;;) {
    const day = Math.floor(next() * days)
    if (next() > (day % 7 >= 5 ? 1 : 0.67)) continue
    const hour = 10 + next() * 12
    const peak = Math.max(Math.exp(-((hour - 12.5) ** 2) / 2), Math.exp(-((hour - 18.5) ** 2) / 3), 0.2)
    if (next() < peak) return BEGIN + day * DAY_MS + hour * HOUR_MS
  }
}
