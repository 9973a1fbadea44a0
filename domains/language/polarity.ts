import { normalise } from './normalise.ts'
import {
  BEAUTY_ASPECTS,
  DINING_ASPECTS,
  PIECE_OUTPUTS,
  POLARITIES,
  type Polarity,
  scoreAt,
} from './outputs.ts'
import type { Scored } from './scored.ts'
import { IDF_STEP } from './vocabulary.ts'
import type { Weights } from './weights.ts'

/** Aspects of both families, and one more for words that belong to none. */
export const ASPECT_COUNT = DINING_ASPECTS.length + BEAUTY_ASPECTS.length + 1
const TOP_PIECES = 3
const BOTH_BITS = 17
const LEVELS = 8
const MOOD_VIEWS = 3
const MOOD_TIMES = 3
const own = new Int32Array(3008 * 8 + 64)
const nearness = new Uint8Array(3012)
const MOOD_BY_TEXT = scoreAt.get('mood by text')!
const MOOD_BY_NET = scoreAt.get('mood by net')!

/** Rows of the polarity table: runs of its pieces, runs beside them, runs together with the aspect, moods. */
export const polarityRows = (rich: number): number =>
  2 * rich + (1 << BOTH_BITS) + MOOD_VIEWS * LEVELS * (ASPECT_COUNT + 1)

/** What is said of one aspect: the pieces of the text that speak of it most; at least one. `column` is its place in PIECE_OUTPUTS. */
export function piecesOf({ pieces, grams }: Scored, column: number): number[] {
  const across = PIECE_OUTPUTS.length
  const best: number[] = []
  const oddsOf = (piece: number) => pieces[piece * across + column]!
  for (let piece = 0; piece < grams.clauses; piece += 1) {
    if (best.length < TOP_PIECES) best.push(piece)
    else if (oddsOf(piece) > oddsOf(best[TOP_PIECES - 1]!)) best[TOP_PIECES - 1] = piece
    else continue
    for (let i = best.length - 1; i > 0 && oddsOf(best[i]!) > oddsOf(best[i - 1]!); i -= 1)
      [best[i], best[i - 1]] = [best[i - 1]!, best[i]!]
  }
  const least = sureOf(oddsOf(best[0]!)) * NEARLY
  return best.filter((piece, i) => i === 0 || sureOf(oddsOf(piece)) > least)
}

const NEARLY = 0.35
const sureOf = (odds: number) => 1 / (1 + Math.exp(-odds))

/**
 * Rows by which the polarity of an aspect is judged: of its own pieces, of the pieces beside them, and how they and the whole text sound.
 * Shape: a view of one buffer that the next call overwrites.
 */
export function polarityPlaces(
  weights: Weights,
  scored: Scored,
  aspect: number,
  chosen: readonly number[],
): Int32Array {
  const { grams, scores } = scored
  const { rich, idf } = weights.vocabulary
  nearness.fill(0, 0, grams.clauses + 2)
  for (const piece of chosen) {
    if (piece > 0) nearness[piece - 1] = nearness[piece - 1]! || 1
    if (piece + 1 < grams.clauses) nearness[piece + 1] = nearness[piece + 1]! || 1
  }
  for (const piece of chosen) nearness[piece] = 2
  let n = 0
  let sound = 0
  let square = 0
  for (let piece = 0; piece < grams.clauses; piece += 1) {
    const near = nearness[piece]!
    if (near === 0) continue
    for (let j = grams.begin[piece]!; j < grams.begin[piece + 1]!; j += 1) {
      const row = grams.row[j]!
      if (near === 2 && grams.clause[j]! >= 0) {
        sound += weights.mood[row]!
        square += idf[row]! ** 2
      }
      if (row >= rich || (near === 1 && grams.size[j] !== 2)) continue
      if (near === 1) {
        own[n] = rich + row
        n += 1
        continue
      }
      own[n] = row
      own[n + 1] = 2 * rich + (Math.imul(row * ASPECT_COUNT + aspect + 1, 0x9e3779b1) >>> (32 - BOTH_BITS))
      n += 2
    }
  }
  const moods = 2 * rich + (1 << BOTH_BITS)
  const heard = square ? sound / (Math.sqrt(square) * IDF_STEP) : 0
  for (const [view, level] of [heard * 2, scores[MOOD_BY_TEXT]! * 2, scores[MOOD_BY_NET]!].entries()) {
    const step = Math.max(0, Math.min(LEVELS - 1, Math.floor(level + LEVELS / 2))) + view * LEVELS
    for (let times = 0; times < MOOD_TIMES; times += 1) {
      own[n] = moods + step
      own[n + 1] = moods + MOOD_VIEWS * LEVELS * (aspect + 1) + step
      n += 2
    }
  }
  return own.subarray(0, n)
}

/** The pieces in which words stand that a person has marked. `scored` must be of the same text. */
export function piecesWith(scored: Scored, words: string): number[] {
  const place = scored.text.indexOf(words)
  if (place < 0) return []
  const { at, length } = normalise(scored.text)
  let from = 0
  while (from < length && at[from]! < place) from += 1
  const found = new Set<number>()
  const { grams } = scored
  for (let j = 0; j < grams.length; j += 1)
    if (grams.clause[j]! >= 0 && grams.from[j]! >= from && grams.from[j]! < from + words.length)
      found.add(grams.clause[j]!)
  return [...found]
}

const sums = new Float64Array(POLARITIES.length)

/** Probability of each polarity, in the order of POLARITIES. */
export function polarityOf(weights: Weights, places: Int32Array): Record<Polarity, number> {
  const { polarity, polarityScale, polarityBias } = weights
  sums.fill(0)
  for (let j = 0; j < places.length; j += 1) {
    const base = places[j]! * 3
    sums[0]! += polarity[base]!
    sums[1]! += polarity[base + 1]!
    sums[2]! += polarity[base + 2]!
  }
  const share = 1 / Math.sqrt(places.length || 1)
  const heat = weights.polarityHeat[0]!
  let all = 0
  for (let k = 0; k < 3; k += 1) {
    sums[k] = Math.exp((sums[k]! * polarityScale[k]! * share + polarityBias[k]!) * heat)
    all += sums[k]!
  }
  return { negative: sums[0]! / all, neutral: sums[1]! / all, positive: sums[2]! / all }
}

/** Which polarity to say when one must be said. */
export function choosePolarity(weights: Weights, probability: Record<Polarity, number>): Polarity {
  let best: Polarity = 'positive'
  let top = -Infinity
  for (const [k, name] of POLARITIES.entries()) {
    const score = Math.log(probability[name] + 1e-9) + weights.polarityShift[k]!
    if (score > top) {
      top = score
      best = name
    }
  }
  return best
}
