import { type Grams, LONGEST_RUN } from './grams.ts'
import { LONGEST } from './normalise.ts'
import type { Scored } from './scored.ts'

const MOST = 3
const LONGEST_WORDS = 8
const weight = new Float64Array(3016)
const sums = new Float64Array(3016)
/** What each of the text's runs is worth, by its place in `grams`; filled before `wordsFor` is asked. */
export const worth = new Float64Array((LONGEST + 8) * (LONGEST_RUN + 1))

/**
 * The words of the text that speak most for something, by `worth`. Looked for in `pieces`, or in those that speak for it most.
 * Shape:  up to three runs cut from the text itself, strongest first, none across the end of a piece.
 */
export function wordsFor(
  { grams, signs, text }: Scored,
  pieces: readonly number[] = strongestPieces(grams),
): string[] {
  const found: { words: string; weight: number }[] = []
  for (const piece of pieces) {
    const begin = grams.begin[piece]!
    const end = grams.begin[piece + 1]!
    if (begin === end) continue
    const first = grams.from[begin]!
    const last = Math.min(signs.length, grams.from[end - 1]! + grams.size[end - 1]!)
    weight.fill(0, first, last + 4)
    for (let j = begin; j < end; j += 1) {
      if (grams.clause[j]! < 0) continue
      const size = grams.size[j]!
      const value = worth[j]! / size
      for (let place = grams.from[j]!; place < grams.from[j]! + size; place += 1) weight[place]! += value
    }
    for (let turn = 0; turn < MOST; turn += 1) {
      const best = strongest(first, last)
      if (!best) break
      const words = text.slice(signs.at[best.from]!, signs.at[best.to]!).trim()
      if (words) found.push({ words, weight: best.sum })
      weight.fill(-1, best.from, best.to)
    }
  }
  found.sort((a, b) => b.weight - a.weight)
  const least = (found[0]?.weight ?? 0) * 0.3
  const kept: string[] = []
  for (const { words, weight: own } of found)
    if (kept.length < MOST && own >= least && !kept.includes(words)) kept.push(words)
  return kept
}

/** The three pieces whose runs are worth most, in all. */
function strongestPieces({ begin, clauses, clause }: Grams): number[] {
  const best: number[] = []
  for (let piece = 0; piece < clauses; piece += 1) {
    let sum = 0
    for (let j = begin[piece]!; j < begin[piece + 1]!; j += 1) if (clause[j]! >= 0) sum += worth[j]!
    sums[piece] = sum
    if (sum <= 0) continue
    if (best.length < MOST) best.push(piece)
    else if (sum > sums[best[MOST - 1]!]!) best[MOST - 1] = piece
    else continue
    for (let i = best.length - 1; i > 0 && sums[best[i]!]! > sums[best[i - 1]!]!; i -= 1)
      [best[i], best[i - 1]] = [best[i - 1]!, best[i]!]
  }
  return best
}

/** The run of signs with the largest sum, from `first` to before `last`. */
function strongest(first: number, last: number) {
  let from = -1
  let to = 0
  let top = 0
  for (let begin = first; begin < last; begin += 1) {
    if (weight[begin]! <= 0) continue
    let sum = 0
    for (let end = begin; end < Math.min(last, begin + LONGEST_WORDS) && weight[end]! > 0; end += 1) {
      sum += weight[end]!
      if (sum <= top) continue
      top = sum
      from = begin
      to = end + 1
    }
  }
  return from < 0 ? undefined : { from, to, sum: top }
}
