import { LAYOUT, PIECE_OUTPUTS, scoreAt } from './outputs.ts'
import type { Scored } from './scored.ts'
import type { Weights } from './weights.ts'

/** What a run of a piece counts, in the wide part. */
export const WIDE_VALUE = 0.2
const PIECES_AT = scoreAt.get(`${PIECE_OUTPUTS[0]} by piece`)!
const STRIDE = LAYOUT.across
/** Where the rows of a piece begin: sixteen signs have at most five runs each. */
const bases = new Int32Array(128)
const ACROSS = PIECE_OUTPUTS.length
/** Sums of a piece: its outputs, how many of its runs have a meaning, that meaning. */
const pieceSums = new Int32Array(LAYOUT.net)
/** One over the probability that no piece speaks of a thing. */
const noneOf = new Float64Array(ACROSS)
const FAINT = -9

/** A text speaks of a thing when one of its pieces does: noisy or over the pieces, as log-odds again. */
export function scorePieces(weights: Weights, { grams, scores, pieces }: Scored): void {
  const { rich } = weights.vocabulary
  const { row, clause, begin, clauses } = grams
  noneOf.fill(1)
  for (let piece = 0; piece < clauses; piece += 1) {
    const end = begin[piece + 1]!
    let n = 0
    for (let j = begin[piece]!; j < end; j += 1) {
      if (clause[j]! < 0 || row[j]! >= rich) continue
      bases[n] = row[j]! * STRIDE
      n += 1
    }
    sumPiece(weights.rows, n)
    judgePiece(weights, pieces, piece)
  }
  for (let k = 0; k < ACROSS; k += 1)
    scores[PIECES_AT + k] = Math.log(Math.min(1e15, Math.max(noneOf[k]! - 1, 1e-9)))
}

/** Sums the first `n` of `bases`; four columns at a time, so that the sums stay in registers. */
function sumPiece(rows: Int16Array, n: number): void {
  for (let k = 0; k < LAYOUT.net; k += 4) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let j = 0; j < n; j += 1) {
      const at = bases[j]! + k
      a = (a + rows[at]!) | 0
      b = (b + rows[at + 1]!) | 0
      c = (c + rows[at + 2]!) | 0
      d = (d + rows[at + 3]!) | 0
    }
    pieceSums[k] = a
    pieceSums[k + 1] = b
    pieceSums[k + 2] = c
    pieceSums[k + 3] = d
  }
}

const state = new Float64Array(LAYOUT.hidden)

function judgePiece({ scales, bend, out, pieceBias }: Weights, pieces: Float64Array, piece: number): void {
  const { hidden, deep, met } = LAYOUT
  const share = scales[deep]! / (pieceSums[met]! || 1)
  for (let h = 0; h < hidden; h += 1) state[h] = squash(pieceSums[deep + h]! * share + bend[h]!)
  for (let k = 0; k < ACROSS; k += 1) {
    const base = k * hidden
    let even = pieceSums[k]! * scales[k]! * WIDE_VALUE + pieceBias[k]!
    let odd = 0
    for (let h = 0; h < hidden; h += 2) {
      even += out[base + h]! * state[h]!
      odd += out[base + h + 1]! * state[h + 1]!
    }
    const sum = even + odd
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
