import { LAYOUT, PIECE_OUTPUTS, scoreAt } from './outputs.ts'
import type { Scored } from './scored.ts'
import { addressOf, type Sums, sumsOf } from './sums/sums.ts'
import type { Weights } from './weights.ts'

/** What a run of a piece counts, in the wide part. */
export const WIDE_VALUE = 0.2
const PIECES_AT = scoreAt.get(`${PIECE_OUTPUTS[0]} by piece`)!
const ACROSS = PIECE_OUTPUTS.length
/** One over the probability that no piece speaks of a thing. */
const noneOf = new Float64Array(ACROSS)
const FAINT = -9

/** A text speaks of a thing when one of its pieces does: noisy or over the pieces, as log-odds again. */
export function scorePieces(weights: Weights, { grams, scores, pieces }: Scored): void {
  const { rich } = weights.vocabulary
  const { row, clause, begin, clauses } = grams
  const sums = sumsOf(weights.rows)
  const { addresses, ofPieces } = sums
  noneOf.fill(1)
  for (let piece = 0; piece < clauses; piece += 1) {
    const end = begin[piece + 1]!
    let n = 0
    for (let j = begin[piece]!; j < end; j += 1) {
      if (clause[j]! < 0 || row[j]! >= rich) continue
      addresses[n] = addressOf(row[j]!, LAYOUT.wide)
      n += 1
    }
    ofPieces(n)
    judgePiece(weights, sums, pieces, piece)
  }
  for (let k = 0; k < ACROSS; k += 1)
    scores[PIECES_AT + k] = Math.log(Math.min(1e15, Math.max(noneOf[k]! - 1, 1e-9)))
}

/** The sums of a piece: its outputs, how many of its runs have a meaning, that meaning. */
function judgePiece(
  { scales, bend, out, pieceBias }: Weights,
  { sums, state, outputs, ofLayer }: Sums,
  pieces: Float64Array,
  piece: number,
): void {
  const { hidden, deep, met } = LAYOUT
  const share = scales[deep]! / (sums[met]! || 1)
  for (let h = 0; h < hidden; h += 1) state[h] = squash(sums[deep + h]! * share + bend[h]!)
  ofLayer(out)
  for (let k = 0; k < ACROSS; k += 1) {
    const sum = sums[k]! * scales[k]! * WIDE_VALUE + pieceBias[k]! + outputs[k]!
    pieces[piece * ACROSS + k] = sum
    if (sum > FAINT) noneOf[k]! *= 1 + Math.exp(Math.min(30, sum))
  }
}

/** Hyperbolic tangent within 2e-4, by a continued fraction. */
function squash(x: number): number {
  if (x > 4.9) return 1
  if (x < -4.9) return -1
  const y = x * x
  return (x * (135_135 + y * (17_325 + y * (378 + y)))) / (135_135 + y * (62_370 + y * (3150 + y * 28)))
}
