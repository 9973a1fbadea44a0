import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Scored, scoreText } from './model.ts'
import {
  BEAUTY_ASPECTS,
  DINING_ASPECTS,
  firstOf,
  KINDS,
  MOODS,
  outputAt,
  type Polarity,
  SEVERITIES,
} from './outputs.ts'
import { choosePolarity, piecesOf, polarityHashes, polarityOf } from './polarity.ts'
import categories from './tables/categories.json' with { type: 'json' }
import { unpackWeights, type Weights } from './weights.ts'
import { wordsFor } from './words.ts'

export type LearntKind = (typeof KINDS)[number]
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
  const kind = topKind(kinds)
  const severities = severitiesOf(scored)
  const value = kind === 'complaint' || kind === 'emergency' ? severityFrom(severities, kind) : 0
  const positive = positiveOf(scored, known)
  const foodSafety = probabilityOf(scored, 'safety')
  const emergency = kinds.emergency
  const safe = foodSafety < thresholdOf(weights, 'safety')
  const words = (head: string, column: number, against = false) =>
    scored.signs.length ? wordsFor(weights.heads[head]!, column, scored, against) : []
  return {
    kind: { value: kind, probability: kinds[kind], all: kinds, words: words('kind', KINDS.indexOf(kind)) },
    sentiment: { positive, words: words('mood', MOODS.length, positive < 0.5) },
    danger: {
      foodSafety,
      emergency,
      sure: kind === 'emergency' || !safe,
      words: kind === 'emergency' ? words('kind', 0) : safe ? [] : words('safety', 0),
    },
    aspects: [
      ...aspectsOf(weights, scored, 'dining', DINING_ASPECTS, known),
      ...aspectsOf(weights, scored, 'beauty', BEAUTY_ASPECTS, known),
    ],
    severity: {
      value,
      probability: value ? severities[value - 1]! : 1,
      all: severities,
      words: value ? words('severity', value - 1) : [],
    },
  }
}

export const probabilityOf = (scored: Scored, output: string): number =>
  scored.probability[outputAt.get(output)!]!
export const thresholdOf = (weights: Weights, output: string): number =>
  weights.mix[outputAt.get(output)! * 4 + 3]!

const LINE_OF: Record<string, (typeof MOODS)[number]> = {
  takeaway: 'takeaway',
  milk_tea: 'takeaway',
  restaurant: 'dining',
  beauty: 'goods',
  hotel: 'stay',
  goods: 'goods',
}

/** Each line of business has its own ear; when none is known, they are heard as far as the text sounds like theirs. Stars weigh as they do for a person. */
export function positiveOf(scored: Scored, { stars, industry }: Known): number {
  const line = industry ? LINE_OF[industry] : undefined
  let sum = 0
  let all = 0
  for (const mood of MOODS) {
    const share = line ? (line === mood ? 1 : 0) : probabilityOf(scored, `line.${mood}`) ** 2 + 1e-6
    sum += share * (0.75 * probabilityOf(scored, `mood.${mood}`) + 0.25 * probabilityOf(scored, 'mood.any'))
    all += share
  }
  const positive = sum / all
  if (stars === undefined) return positive
  const z = Math.log((positive + 1e-6) / (1 - positive + 1e-6)) + (stars - 3) * 0.9
  return 1 / (1 + Math.exp(-z))
}

/** Stars pull between praise and complaint; they say nothing of danger. A text without any sign to read is none of the five. */
export function kindsOf(scored: Scored, { stars }: Known): Record<LearntKind, number> {
  const z = KINDS.map((kind) => {
    const p = probabilityOf(scored, `kind.${kind}`)
    return p / (1 - p + 1e-9)
  })
  if (stars !== undefined) {
    z[KINDS.indexOf('praise')]! *= Math.exp((stars - 3) * 0.8)
    z[KINDS.indexOf('complaint')]! *= Math.exp((3 - stars) * 0.8)
  }
  if (scored.onceLength < 3) z[KINDS.indexOf('other')] = 1e6
  const all = z.reduce((a, b) => a + b, 0)
  return Object.fromEntries(KINDS.map((kind, k) => [kind, z[k]! / all])) as Record<LearntKind, number>
}

/** What is overlooked costs more than what is looked at in vain: an emergency wins from this probability on. */
const EMERGENCY_FROM = 0.22

export function topKind(kinds: Record<LearntKind, number>): LearntKind {
  if (kinds.emergency >= EMERGENCY_FROM) return 'emergency'
  return KINDS.reduce((best, kind) => (kinds[kind] > kinds[best] ? kind : best), 'complaint' as LearntKind)
}

export function severitiesOf(scored: Scored): number[] {
  const odds = SEVERITIES.map((level) => {
    const p = probabilityOf(scored, `severity.${level}`)
    return p / (1 - p + 1e-9)
  })
  const all = odds.reduce((a, b) => a + b, 0)
  return odds.map((one) => one / all)
}

/** The level in the middle of what is likely; an emergency is at least serious. */
export function severityFrom(all: readonly number[], kind: LearntKind): number {
  const mean = all.reduce((sum, p, place) => sum + p * (place + 1), 0)
  return Math.min(4, Math.max(kind === 'emergency' ? 3 : 1, Math.round(mean)))
}

function aspectsOf(
  weights: Weights,
  scored: Scored,
  family: 'dining' | 'beauty',
  names: readonly string[],
  { industry }: Known,
): AspectRead[] {
  const beauty = industry === 'beauty' || industry === 'general'
  if (industry && beauty !== (family === 'beauty')) return []
  const first = firstOf(family)
  return names.flatMap((name, k) => {
    const probability = scored.probability[first + k]!
    if (scored.signs.length === 0 || probability < weights.mix[(first + k) * 4 + 3]!) return []
    const polarities = readPolarity(weights, scored, family, k)
    const polarity = choosePolarity(weights, polarities)
    const table = weights.heads[family]!
    return [
      {
        name,
        family,
        probability,
        polarity,
        polarityProbability: polarities[polarity],
        words: wordsFor(table, k, scored),
        categories: categoriesOf(family, name, polarity),
      },
    ]
  })
}

export function readPolarity(
  weights: Weights,
  scored: Scored,
  family: 'dining' | 'beauty',
  k: number,
): Record<Polarity, number> {
  const pieces = piecesOf(weights.heads[family]!, k, scored)
  const aspect = family === 'dining' ? k : DINING_ASPECTS.length + k
  return polarityOf(weights, polarityHashes(scored, aspect, pieces))
}

type Mapped = Record<string, { negative: string[]; positive: string[] }>

function categoriesOf(family: 'dining' | 'beauty', name: string, polarity: Polarity): string[] {
  const found = (categories[family] as Mapped)[name]
  return found?.[polarity === 'positive' ? 'positive' : 'negative'] ?? []
}
