import type { DayPart, SeriesKind } from '#contracts/insights'
import type { SpokenOf } from '#domains/orders'
import type { Voice } from '#domains/tickets'
import { KINDS, PARTS } from '../early/kinds.ts'

/** One series by what it is about. Shape: `key` is a JSON list of ids and names; together with the kind it is unique in the brand. */
export type SeriesRef = { kind: SeriesKind; key: string }

/** Of this severity on something may do harm: batches are watched for these voices only. */
export const SERIOUS = 3
/** The categories that count: the main one and one beside it. */
const MOST_CATEGORIES = 2
const PARTS_OF_DAY: [number, DayPart][] = [
  [17, 'evening'],
  [14, 'afternoon'],
  [11, 'noon'],
  [5, 'morning'],
]

type Heard = Pick<Voice, 'kind' | 'severity' | 'categories' | 'shopId' | 'status'>
type About = Pick<SpokenOf, 'shopId' | 'itemIds' | 'batches' | 'riderId'>

/** Shape: `grave` are the categories that the playbook holds to be of this severity. */
export const isUrgent = (
  voice: Pick<Heard, 'kind' | 'severity' | 'categories'>,
  grave: ReadonlySet<string>,
) => voice.kind === 'emergency' || voice.severity >= SERIOUS || voice.categories.some((one) => grave.has(one))

/**
 * The series that a ticket is a voice of: none when it is no dissatisfied one, or was set aside.
 * Shape: what a pair is made of comes before it. `hour` is the hour of the day at the shop when it was bought, or said; `serious`: it may do
 *        harm.
 */
export function seriesOf(voice: Heard, about: About, hour: number, serious: boolean): SeriesRef[] {
  const { kind, status } = voice
  if (status === 'set_aside' || (kind !== 'complaint' && kind !== 'emergency')) return []
  const shop = about.shopId ?? voice.shopId
  const shops = shop ? [[shop]] : []
  const categories = voice.categories.slice(0, MOST_CATEGORIES).map((category) => [category])
  const topics = [...new Set(categories.map(([category]) => category!.split('.')[0]!))].map((one) => [one])
  const products = about.itemIds.map((id) => [id])
  const batches = about.batches.map(({ ingredient, code }) => [ingredient, code])
  const urgent = kind === 'emergency'
  const all: [SeriesKind, string[][]][] = [
    ['shop', shops],
    ['category', categories],
    ['topic', topics],
    ['product', products],
    ['rider', about.riderId ? [[about.riderId]] : []],
    ['shift', shops.map((one) => [...one, partOf(hour)])],
    ['batch', serious ? batches : []],
    ['shop_category', pairs(shops, categories)],
    ['product_category', pairs(products, categories)],
    ['batch_category', serious ? pairs(batches, categories) : []],
    ['emergency', urgent ? [[]] : []],
    ['emergency_shop', urgent ? shops : []],
    ['emergency_product', urgent ? products : []],
    ['emergency_batch', urgent ? batches : []],
  ]
  return all.flatMap(([of, keys]) => keys.map((key) => ({ kind: of, key: JSON.stringify(key) })))
}

const pairs = (some: string[][], others: string[][]) => some.flatMap((a) => others.map((b) => [...a, ...b]))

export function partOf(hour: number): DayPart {
  return PARTS_OF_DAY.find(([from]) => hour >= from)?.[1] ?? 'evening'
}

/** Hours of a part of the day, from and until. */
export const HOURS_OF: Record<DayPart, [number, number]> = {
  morning: [5, 11],
  noon: [11, 14],
  afternoon: [14, 17],
  evening: [17, 5],
}

export const nameOf = ({ kind, key }: SeriesRef) => `${kind}:${key}`
export function refOf(name: string): SeriesRef {
  const at = name.indexOf(':')
  return { kind: name.slice(0, at) as SeriesKind, key: name.slice(at + 1) }
}
export const partsOfKey = (key: string) => JSON.parse(key) as string[]

/** By which shop's hours a series is measured, and in which part of the day; nothing: by the brand's. */
export function placeOf({ kind, key }: SeriesRef): { shopId?: string; part?: DayPart } {
  if (!kind.includes('shop') && kind !== 'shift') return {}
  const [shopId, part] = partsOfKey(key)
  return kind === 'shift' ? { shopId: shopId!, part: part as DayPart } : { shopId: shopId! }
}

/** The series that a pair is made of. */
export function madeOf(ref: SeriesRef): SeriesRef[] {
  const parts = partsOfKey(ref.key)
  return (PARTS[ref.kind] ?? []).map((kind) => ({
    kind,
    key: JSON.stringify([kind === 'category' ? parts.at(-1)! : parts[0]!]),
  }))
}

/** The most particular first. */
export const byParticular = (a: SeriesRef, b: SeriesRef) => RANK[a.kind] - RANK[b.kind]
const RANK = Object.fromEntries(Object.keys(KINDS).map((kind, n) => [kind, n])) as Record<SeriesKind, number>
