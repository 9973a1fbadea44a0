import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Based, Field, Judged } from '../corrections/judged.ts'
import { hearPart, type Lesson, learnPart, type Part } from './part.ts'

/** One correction: what the base said and what a person meant. */
export type Sample = { grams: readonly number[]; base: Based; meant: Judged }
export type Weights = Partial<Record<Field, Part>>
/** A layer as it is used: which of its parts are on. */
export type Layer = { id: string; parts: readonly Field[]; weights: Weights }

const KINDS = ['complaint', 'suggestion', 'inquiry', 'praise']
const LEVELS = ['1', '2', '3', '4']
/** A category is learnt when it was meant so often where the base said another. */
const CATEGORY_SEEN = 5
/** How firmly the base's own word stands: log-odds over a class that nothing speaks for. */
const BASE_CATEGORY = 2.5
const ALSO_BASE = 1
/** What the base is certain of can still be turned, but only by much. */
const FLOOR = 0.01
/** So much surer than the base's word another one has to be. */
const MARGIN = 0.3

/** Learns all parts from these corrections, the oldest first. */
export async function learnLayer(samples: readonly Sample[]): Promise<Weights> {
  const weights: Weights = {}
  for (const field of ['kind', 'category', 'severity'] as const) {
    const classes = field === 'kind' ? KINDS : field === 'severity' ? LEVELS : categoriesOf(samples)
    const lessons = samples.flatMap((sample) => lessonOf(field, classes, sample) ?? [])
    if (classes.length > 0 && lessons.some((lesson) => !lesson.baseRight))
      weights[field] = await learnPart(classes, lessons)
  }
  return weights
}

/**
 * What the brand's habits make of a judgement.
 * Shape: parts that are off, and texts without a piece that was learnt, leave it as it is. An emergency stays one and none is made: danger is not a habit.
 */
export function bend(layer: Pick<Layer, 'parts' | 'weights'>, grams: readonly number[], base: Based): Judged {
  const kind = pick(layer, 'kind', grams, base) ?? base.kind
  const severity = pick(layer, 'severity', grams, base)
  return {
    kind,
    categories: bendCategories(pick(layer, 'category', grams, base), base.categories),
    severity: severity === undefined ? base.severity : Number(severity),
  }
}

function bendCategories(first: string | undefined, base: readonly string[]): readonly string[] {
  return first === undefined ? base : [first, ...base.filter((key) => key !== first)].slice(0, 3)
}

function pick(
  { parts, weights }: Pick<Layer, 'parts' | 'weights'>,
  field: Field,
  grams: readonly number[],
  base: Based,
): string | undefined {
  const part = weights[field]
  if (!part || !parts.includes(field) || !concerns(field, base)) return undefined
  const own = wordOf(field, base)
  const scores = hearPart(part, grams, offsetsOf(field, part.classes, base))
  const baseAt = part.classes.indexOf(own)
  const baseScore = scores[baseAt < 0 ? part.classes.length : baseAt]!
  const best = part.classes.reduce((top, _, c) => (scores[c]! > scores[top]! ? c : top), 0)
  return scores[best]! > baseScore + MARGIN ? part.classes[best] : undefined
}

/** Emergencies are not learnt; severity only of complaints. */
function concerns(field: Field, { kind }: Based): boolean {
  if (kind === 'emergency') return false
  return field !== 'severity' || kind === 'complaint'
}

function wordOf(field: Field, said: Judged): string {
  if (field === 'kind') return said.kind
  return field === 'category' ? (said.categories[0] ?? '') : String(said.severity)
}

/** Log-odds that the base gives each class; one more at the end for its own word when that is none of them. */
function offsetsOf(field: Field, classes: readonly string[], base: Based): number[] {
  if (field === 'kind') return classes.map((kind) => Math.log((base.kinds[kind] ?? 0) + FLOOR))
  if (field === 'severity') return classes.map((level) => -1.5 * (Number(level) - base.severity) ** 2)
  const own = base.categories[0] ?? ''
  const offsets = classes.map((key) =>
    key === own ? BASE_CATEGORY : base.categories.includes(key) ? ALSO_BASE : 0,
  )
  return classes.includes(own) ? offsets : [...offsets, BASE_CATEGORY]
}

function lessonOf(field: Field, classes: readonly string[], { grams, base, meant }: Sample): Lesson | null {
  if (!concerns(field, base)) return null
  const own = wordOf(field, base)
  const right = isRight(field, base, meant)
  const wanted = right ? own : wordOf(field, meant)
  const offsets = offsetsOf(field, classes, base)
  const place = classes.indexOf(wanted)
  if (place >= 0) return { grams, offsets, wanted: place, baseRight: right }
  return right && offsets.length > classes.length
    ? { grams, offsets, wanted: classes.length, baseRight: true }
    : null
}

/** A category is right when the one that was said first is among those that were meant. */
export function isRight(field: Field, said: Judged, meant: Judged): boolean {
  if (field === 'kind') return said.kind === meant.kind
  if (field === 'category') return meant.categories.includes(said.categories[0] ?? '')
  return said.severity === meant.severity
}

function categoriesOf(samples: readonly Sample[]): string[] {
  const missed = new Map<string, number>()
  for (const { base, meant } of samples) {
    const key = meant.categories[0]
    if (key && !isRight('category', base, meant)) missed.set(key, (missed.get(key) ?? 0) + 1)
  }
  return [...missed].flatMap(([key, n]) => (n >= CATEGORY_SEEN ? key : [])).sort()
}

export const packLayer = (weights: Weights): Buffer => deflateRawSync(JSON.stringify(weights))
export const unpackLayer = (packed: Buffer): Weights =>
  JSON.parse(inflateRawSync(packed).toString('utf8')) as Weights
