import type { SeriesKind } from '../contracts/insights.ts'

/** A batch of each ingredient is in use at each kitchen for some days. */
const BATCH_DAYS = 4
export type Size = {
  /** The first weeks are for learning; only alarms after them count. */
  weeks: { learning: number; watched: number }
  aDay: number
  shops: number
  products: number
  categories: number
  topics: number
  riders: number
  ingredients: number
  kitchens: number
  /** How many of each outbreak. */
  each: number
  plants: readonly Plant[]
  /** Written so many hours after it was bought, from and until; nothing: at once. */
  lagHours?: readonly [number, number]
}
/** What goes wrong: so many more are heard in so many hours, of the same of these. */
type Plant = {
  what: string
  tells: SeriesKind
  voices: number
  hours: number
  same: (keyof Facts)[]
  is?: Partial<Facts>
  /** The hour of the day at which it begins; nothing: any from eleven to seven. */
  from?: number
}
export const PLANTED: Plant[] = [
  {
    what: 'batch: 3 voices in an hour',
    tells: 'batch',
    voices: 3,
    hours: 1,
    same: ['batch', 'category'],
    is: { serious: true, known: true },
  },
  {
    what: 'batch: 5 voices in 3 h',
    tells: 'batch',
    voices: 5,
    hours: 3,
    same: ['batch', 'category'],
    is: { serious: true, known: true },
  },
  {
    what: 'emergency and product: 3 voices in 3 h',
    tells: 'emergency_product',
    voices: 3,
    hours: 3,
    same: ['product'],
    is: { emergency: true },
  },
  {
    what: 'emergency and shop: 3 voices in 3 h',
    tells: 'emergency_shop',
    voices: 3,
    hours: 3,
    same: ['shop'],
    is: { emergency: true },
  },
  {
    what: 'shop and category: 8 voices in a day',
    tells: 'shop_category',
    voices: 8,
    hours: 24,
    same: ['shop', 'category'],
  },
  { what: 'shop, all sorts: 25 voices in a day', tells: 'shop', voices: 25, hours: 24, same: ['shop'] },
  { what: 'rider: 10 voices in 2 days', tells: 'rider', voices: 10, hours: 48, same: ['rider'] },
  {
    what: 'product and category: 30 voices in 2 days',
    tells: 'product_category',
    voices: 30,
    hours: 48,
    same: ['product', 'category'],
  },
]

export const BIG: Size = {
  weeks: { learning: 6, watched: 8 },
  aDay: 2500,
  shops: 1000,
  products: 1000,
  categories: 40,
  topics: 8,
  riders: 1500,
  ingredients: 12,
  kitchens: 20,
  each: 25,
  plants: PLANTED,
}
/** Four shops, a dozen voices a day, watched from the first message on. */
export const SMALL: Size = {
  weeks: { learning: 0, watched: 6 },
  aDay: 12,
  shops: 4,
  products: 40,
  categories: 25,
  topics: 6,
  riders: 6,
  ingredients: 8,
  kitchens: 1,
  each: 1,
  plants: PLANTED,
}

/** Three shops, each of whose shifts is heard of twice a day, by people who write when they are at home. */
export const LAGGED: Size = {
  ...SMALL,
  weeks: { learning: 0, watched: 12 },
  shops: 3,
  aDay: 12,
  each: 3,
  plants: [
    { what: 'shift: 12 voices in 3 h', tells: 'shift', voices: 12, hours: 3, same: ['shop'], from: 17 },
  ],
  lagHours: [1, 12],
}

/** How many series of each kind there can be at a time. */
export function possible(size: Size): Record<SeriesKind, number> {
  const batches = size.ingredients * size.kitchens
  return {
    batch_category: batches * size.categories,
    emergency_batch: batches,
    batch: batches,
    emergency_product: size.products,
    emergency_shop: size.shops,
    product_category: size.products * size.categories,
    shop_category: size.shops * size.categories,
    rider: size.riders,
    product: size.products,
    shift: size.shops * 2,
    shop: size.shops,
    category: size.categories,
    topic: size.topics,
    emergency: 1,
  }
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
export const BEGIN = Date.parse('2026-01-05T00:00+08:00')

/** What one voice is about. Shape: numbers stand for shops, dishes and so on; `known`: its order, and so its batch, is known. */
export type Facts = {
  shop: number
  product: number
  category: number
  rider: number
  batch: string
  late: boolean
  known: boolean
  serious: boolean
  emergency: boolean
}
/** Shape: `at` is when it was written. */
export type Message = { at: number; boughtAt: number; facts: Facts; planted?: number }
export type Outbreak = { id: number; plant: number; at: number; until: number; facts: Facts }

/** Weeks of one brand, with outbreaks in the weeks that are watched. */
export function traffic(size: Size, next: () => number): { messages: Message[]; outbreaks: Outbreak[] } {
  const { weeks } = size
  const writtenAt = (boughtAt: number) => boughtAt + lagOf(size, next) * HOUR_MS
  const days = (weeks.learning + weeks.watched) * 7
  const messages: Message[] = []
  for (let n = 0; n < size.aDay * days; n++) {
    const boughtAt = busyMoment(next, days)
    messages.push({ at: writtenAt(boughtAt), boughtAt, facts: factsOf(size, next, boughtAt) })
  }
  const outbreaks: Outbreak[] = []
  size.plants.forEach(({ tells, voices, hours, same, is, from }, plant) => {
    for (let n = 0; n < size.each; n++) {
      const day = weeks.learning * 7 + 1 + Math.floor(next() * (weeks.watched * 7 - 5))
      const at = BEGIN + day * DAY_MS + (from ?? 11 + Math.floor(next() * 8)) * HOUR_MS
      const id = outbreaks.length
      let facts = { ...factsOf(size, next, at), ...is }
      while (!seriesOf(facts).some((key) => key.startsWith(`${tells} `)))
        facts = { ...factsOf(size, next, at), ...is }
      outbreaks.push({ id, plant, at, until: at + (hours + (size.lagHours?.[1] ?? 0)) * HOUR_MS, facts })
      for (let v = 0; v < voices; v++) {
        const own = at + (v / voices) * hours * HOUR_MS
        const kept = Object.fromEntries(same.map((key) => [key, facts[key]]))
        messages.push({
          at: writtenAt(own),
          boughtAt: own,
          facts: { ...factsOf(size, next, own), ...is, ...kept },
          planted: id,
        })
      }
    }
  })
  return { messages: messages.sort((a, b) => a.at - b.at), outbreaks }
}

function lagOf({ lagHours }: Size, next: () => number): number {
  if (!lagHours) return 0
  const [from, until] = lagHours
  return from + next() * (until - from)
}

/** The series that a voice belongs to, as `kind key`; what a pair is made of comes before it. */
export function seriesOf(f: Facts): string[] {
  return [
    `shop ${f.shop}`,
    `category ${f.category}`,
    `topic ${f.category % 8}`,
    `product ${f.product}`,
    `shop_category ${f.shop}-${f.category}`,
    `product_category ${f.product}-${f.category}`,
    `shift ${f.shop}-${f.late ? 'late' : 'early'}`,
    ...(f.serious && f.known ? [`batch_category ${f.batch}-${f.category}`, `batch ${f.batch}`] : []),
    ...(f.rider >= 0 ? [`rider ${f.rider}`] : []),
    ...(f.emergency ? ['emergency all', `emergency_shop ${f.shop}`, `emergency_product ${f.product}`] : []),
    ...(f.emergency && f.known ? [`emergency_batch ${f.batch}`] : []),
  ]
}

/** Some shops, products and categories are heard of much more than others. */
const skewed = (next: () => number, n: number) => Math.floor(n * next() ** 2)

function factsOf(size: Size, next: () => number, at: number): Facts {
  const day = Math.floor((at - BEGIN) / DAY_MS)
  const shop = skewed(next, size.shops)
  return {
    shop,
    product: skewed(next, size.products),
    category: skewed(next, size.categories),
    rider: next() < 0.3 ? Math.floor(next() * size.riders) : -1,
    batch: `${skewed(next, size.ingredients)}-${shop % size.kitchens}-${Math.floor((day + (shop % BATCH_DAYS)) / BATCH_DAYS)}`,
    late: Math.floor((at - BEGIN) / HOUR_MS) % 24 >= 14,
    known: next() < 0.4,
    serious: next() < 0.025,
    emergency: next() < 0.005,
  }
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
