import { BEAUTY_ASPECTS, DINING_ASPECTS, POLARITIES } from '../outputs.ts'
import { piecesOf, piecesWith, polarityPlaces, polarityRows } from '../polarity.ts'
import type { Scored } from '../scored.ts'
import table from '../tables/categories.json' with { type: 'json' }
import { shrink, type Weights } from '../weights.ts'
import { byOthers, type Example } from './examples.ts'
import { learnRatio } from './learn-ratio.ts'

/** Shampoo and restaurant terms that the table doesn't know are learnt under an aspect of their own. */
const OTHER_ASPECT = DINING_ASPECTS.length + BEAUTY_ASPECTS.length
const WORDS: Record<string, number> = { 正面: 2, 中性: 1, 负面: 0, Positive: 2, Neutral: 1, Negative: 0 }
const terms = Object.entries(table.terms).map(
  ([name, words]) => [DINING_ASPECTS.indexOf(name as never), new Set(words.split('|'))] as const,
)
/** Words that a person has marked in other texts count less than the aspects themselves. */
const MARK_WEIGHT = 0.4
const FOLDS = 3

/** What is said of one aspect in one text, by rows of the polarity table; read by heads that have not seen the text. */
export type Said = { places: Int32Array; polarity: number; weight: number; fold: number; settles: boolean }

/** Gathers what an example says of its aspects. `scored` must be of its text. */
export function gatherSaid(weights: Weights, scored: Scored, example: Example, fold: number): Said[] {
  const { line } = example
  const found: Said[] = []
  const { aspects, category_polarity, triples } = line
  const keep = (
    aspect: number,
    chosen: readonly number[],
    polarity: number,
    weight: number,
    settles: boolean,
  ) =>
    found.push({
      places: polarityPlaces(weights, scored, aspect, chosen).slice(),
      polarity,
      weight,
      fold,
      settles,
    })
  if (aspects && !Array.isArray(aspects))
    for (const [k, name] of DINING_ASPECTS.entries())
      if ((aspects[name] ?? -2) !== -2) keep(k, piecesOf(scored, k), aspects[name]! + 1, 1, byOthers(example))
  const named = new Map<string, Set<number>>()
  for (const [name, word] of category_polarity ?? [])
    named.set(name, (named.get(name) ?? new Set()).add(WORDS[word] ?? 1))
  for (const [name, polarities] of named) {
    const k = DINING_ASPECTS.length + BEAUTY_ASPECTS.indexOf(name as never)
    if (k >= DINING_ASPECTS.length && polarities.size === 1)
      keep(k, piecesOf(scored, k), [...polarities][0]!, 1, false)
  }
  const marks = triples?.map(({ aspect, opinion, polarity }) => ({ aspect, words: opinion, polarity }))
  const own = Array.isArray(aspects)
    ? aspects.map(({ term, polarity }) => ({ aspect: '', words: term, polarity }))
    : []
  for (const { aspect, words, polarity } of [...(marks ?? []), ...own]) {
    const chosen = piecesWith(scored, words)
    if (chosen.length === 0 || WORDS[polarity] === undefined) continue
    keep(
      terms.find(([, set]) => set.has(aspect))?.[0] ?? OTHER_ASPECT,
      chosen,
      WORDS[polarity]!,
      MARK_WEIGHT,
      false,
    )
  }
  return found
}

/** Learns how each aspect is spoken of from those that `use` names. */
export function learnPolarity(weights: Weights, said: readonly Said[], use: (one: Said) => boolean): void {
  const start = new Int32Array(said.length + 1)
  for (const [i, { places }] of said.entries()) start[i + 1] = start[i]! + places.length
  const column = new Int32Array(start[said.length]!)
  for (const [i, { places }] of said.entries()) column.set(places, start[i]!)
  const learnt = learnRatio({
    column,
    start,
    columns: polarityRows(weights.vocabulary.rich),
    pick: Int32Array.from(said.flatMap((one, i) => (use(one) ? [i] : []))),
    right: Uint8Array.from(said, ({ polarity }) => polarity),
    outputs: POLARITIES.length,
    weight: Float32Array.from(said, ({ weight }) => weight),
    epochs: 4,
    rate: 0.15,
  })
  const { squares, scale } = shrink(learnt.weights, POLARITIES.length)
  weights.polarity = squares
  weights.polarityScale = scale
  weights.polarityBias = learnt.bias
}

/** Runs `judge` over every part of what is said, with the polarity learnt from the other parts. */
export function acrossFolds(weights: Weights, said: readonly Said[], judge: (one: Said) => void): void {
  for (let fold = 0; fold < FOLDS; fold += 1) {
    learnPolarity(weights, said, (one) => one.fold !== fold)
    for (const one of said) if (one.fold === fold && one.settles) judge(one)
  }
}
