import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LearntKind, topKindOf } from './choose.ts'
import { scoreText } from './model.ts'
import {
  ANSWERS,
  answerAt,
  BEAUTY_ASPECTS,
  DINING_ASPECTS,
  FIRST_OF,
  KINDS,
  LAYOUT,
  type Polarity,
  SEVERITIES,
  scoreAt,
  TOPICS,
} from './outputs.ts'
import { choosePolarity, piecesOf, polarityOf, polarityPlaces } from './polarity.ts'
import type { Scored } from './scored.ts'
import categories from './tables/categories.json' with { type: 'json' }
import { unpackWeights, type Weights } from './weights.ts'
import { wordsFor, worth } from './words.ts'

export type { LearntKind } from './choose.ts'
/** What is known of a text besides its words. `industry` is the playbook's pack: restaurant, milk_tea, takeaway, beauty, general. */
export type Known = { stars?: number; channel?: string; industry?: string }

export type AspectRead = {
  /** As the labelled files call it. */
  name: string
  family: 'dining' | 'beauty'
  probability: number
  polarity: Polarity
  polarityProbability: number
  words: string[]
  /** Of the playbook, `parent.child`: the first one that a playbook has is meant. */
  categories: string[]
}

export type Reading = {
  kind: { value: LearntKind; probability: number; all: Record<LearntKind, number>; words: string[] }
  /** `positive`: probability that the text is content in the main. */
  sentiment: { positive: number; words: string[] }
  /** Food safety in particular, and any immediate danger; `sure` when it should be taken for one. */
  danger: { foodSafety: number; emergency: number; sure: boolean; words: string[] }
  aspects: AspectRead[]
  /** 1 to 4 for complaints and emergencies, else 0; `all` are the probabilities of 1 to 4. */
  severity: { value: number; probability: number; all: number[]; words: string[] }
}

let own: Weights | undefined
/** The weights in the repository, read once per process. */
export function ownWeights(): Weights {
  own ??= unpackWeights(readFileSync(join(import.meta.dirname, 'weights', 'model.bin')))
  return own
}

/**
 * Reads one text: what it is, how it sounds, of what it speaks and how bad it is.
 * Shape:  each probability is calibrated on texts kept aside from learning; words are cut from the text itself. Never throws on any string.
 * Source: shared labelling rules for kinds and severity; docs/triage-model.md.
 */
export function readText(text: string, known: Known = {}, weights: Weights = ownWeights()): Reading {
  const scored = scoreText(weights, text)
  const kinds = kindsOf(scored, known)
  const kind = topKindOf(kinds, emergencyFrom(weights))
  const bad = kind === 'complaint' || kind === 'emergency'
  const severities = severitiesOf(weights, scored)
  const value = bad ? severityFrom(weights, scored, kind) : 0
  const positive = positiveOf(scored, known)
  const foodSafety = probabilityOf(scored, 'safety')
  const safe = foodSafety < thresholdOf(weights, 'safety')
  const topic = (name: string) => topicWords(weights, scored, name)
  return {
    kind: {
      value: kind,
      probability: kinds[KINDS.indexOf(kind)]!,
      all: Object.fromEntries(KINDS.map((name, k) => [name, kinds[k]!])) as Record<LearntKind, number>,
      words: topic(`kind.${kind}`),
    },
    sentiment: { positive, words: moodWords(weights, scored, positive < 0.5) },
    danger: {
      foodSafety,
      emergency: kinds[0]!,
      sure: kind === 'emergency' || !safe,
      words: kind === 'emergency' ? topic('kind.emergency') : safe ? [] : topic('safety'),
    },
    aspects: [
      ...aspectsOf(weights, scored, 'dining', DINING_ASPECTS, known),
      ...aspectsOf(weights, scored, 'beauty', BEAUTY_ASPECTS, known),
    ],
    severity: {
      value,
      probability: value ? severities[value - 1]! : 1,
      all: severities,
      words: value ? topic(`severity.${value}`) : [],
    },
  }
}

export const probabilityOf = (scored: Scored, answer: string): number =>
  scored.answers[answerAt.get(answer)!]!
export const thresholdOf = (weights: Weights, answer: string): number =>
  weights.thresholds[answerAt.get(answer)!]!
export const emergencyFrom = (weights: Weights): number => weights.thresholds[ANSWERS.length]!

/** A star more or less, in log-odds. */
const STARS_PULL = 1.5

/** Stars weigh as they do for a person. */
export function positiveOf(scored: Scored, { stars }: Known): number {
  const positive = probabilityOf(scored, 'mood')
  if (stars === undefined) return positive
  const z = Math.log((positive + 1e-6) / (1 - positive + 1e-6)) + (stars - 3) * STARS_PULL
  return 1 / (1 + Math.exp(-z))
}

/** Stars pull between praise and complaint; they say nothing of danger. A text without any sign to read is none of the five. In the order of KINDS. */
export function kindsOf(scored: Scored, { stars }: Known): Float64Array {
  const kinds = Float64Array.from(scored.kinds)
  if (stars !== undefined) {
    kinds[KINDS.indexOf('praise')]! *= Math.exp((stars - 3) * STARS_PULL)
    kinds[KINDS.indexOf('complaint')]! *= Math.exp((3 - stars) * STARS_PULL)
  }
  if (scored.grams.onceLength < 3 && scored.signs.length < 3)
    kinds.fill(1e-6).set([1], KINDS.indexOf('other'))
  const all = kinds.reduce((a, b) => a + b, 0)
  return kinds.map((one) => one / all)
}

/** Probabilities of levels 1 to 4, if it is a complaint or an emergency. */
export function severitiesOf({ levels }: Weights, { badness }: Scored): number[] {
  const atLeast = (level: number) =>
    level === 1 ? 1 : level > 4 ? 0 : 1 / (1 + Math.exp(-levels[0]! * (badness - levels[level - 1]!)))
  return SEVERITIES.map((level) => Math.max(0, atLeast(level) - atLeast(level + 1)))
}

/** The level by its cuts; an emergency is at least a clear failure. */
export function severityFrom({ cuts }: Weights, { badness }: Scored, kind: LearntKind): number {
  const level = 1 + cuts.filter((cut) => badness >= cut).length
  return kind === 'emergency' ? Math.max(2, level) : level
}

function topicWords({ rows, vocabulary }: Weights, scored: Scored, name: string): string[] {
  const column = LAYOUT.topics + TOPICS.indexOf(name)
  const { rich, idf } = vocabulary
  const { row, length } = scored.grams
  for (let j = 0; j < length; j += 1) {
    const at = row[j]!
    worth[j] = at < rich ? rows[at * LAYOUT.across + column]! * idf[at]! : 0
  }
  return wordsFor(scored)
}

function moodWords({ mood }: Weights, scored: Scored, against: boolean): string[] {
  const { row, length } = scored.grams
  const side = against ? -1 : 1
  for (let j = 0; j < length; j += 1) worth[j] = side * mood[row[j]!]!
  return wordsFor(scored)
}

function aspectWords(
  { rows, vocabulary }: Weights,
  scored: Scored,
  k: number,
  pieces: readonly number[],
): string[] {
  const column = LAYOUT.wide + k
  const { row, begin } = scored.grams
  for (const piece of pieces)
    for (let j = begin[piece]!; j < begin[piece + 1]!; j += 1) {
      const at = row[j]!
      worth[j] = at < vocabulary.rich ? rows[at * LAYOUT.across + column]! : 0
    }
  return wordsFor(scored, pieces)
}

function aspectsOf(
  weights: Weights,
  scored: Scored,
  family: 'dining' | 'beauty',
  names: readonly string[],
  { industry }: Known,
): AspectRead[] {
  if (scored.signs.length === 0 || isOfOtherTrade(scored, family, industry)) return []
  const found: AspectRead[] = []
  for (const [k, name] of names.entries()) {
    const answer = FIRST_OF[family] + k
    const probability = scored.answers[answer]!
    if (probability < weights.thresholds[answer]!) continue
    const aspect = placeOf(family, k)
    const pieces = piecesOf(scored, aspect)
    const polarities = polarityOf(weights, polarityPlaces(weights, scored, aspect, pieces))
    const polarity = choosePolarity(weights, polarities)
    found.push({
      name,
      family,
      probability,
      polarity,
      polarityProbability: polarities[polarity],
      words: aspectWords(weights, scored, aspect, pieces),
      categories: categoriesOf(family, name, polarity),
    })
  }
  return found
}

const GOODS_BY_TEXT = scoreAt.get('line.goods by text')!
/** How plainly a text must sound like one trade to be read as that, when its trade isn't known. */
const PLAINLY = 0.5

function isOfOtherTrade(scored: Scored, family: 'dining' | 'beauty', industry?: string): boolean {
  if (industry) return (industry === 'beauty' || industry === 'general') !== (family === 'beauty')
  const goods = scored.scores[GOODS_BY_TEXT]!
  return family === 'dining' ? goods > PLAINLY : goods < -PLAINLY
}

/** Of an aspect among the outputs of the pieces, which begin with the aspects of both families. */
const placeOf = (family: 'dining' | 'beauty', k: number) =>
  family === 'dining' ? k : DINING_ASPECTS.length + k

export function readPolarity(
  weights: Weights,
  scored: Scored,
  family: 'dining' | 'beauty',
  k: number,
): Record<Polarity, number> {
  const aspect = placeOf(family, k)
  return polarityOf(weights, polarityPlaces(weights, scored, aspect, piecesOf(scored, aspect)))
}

type Mapped = Record<string, { negative: string[]; positive: string[] }>

function categoriesOf(family: 'dining' | 'beauty', name: string, polarity: Polarity): string[] {
  const found = (categories[family] as Mapped)[name]
  return found?.[polarity === 'positive' ? 'positive' : 'negative'] ?? []
}
