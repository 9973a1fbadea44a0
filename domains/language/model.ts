import { bucketsAt, type Features, readFeatures } from './features.ts'
import { normalise, type Signs } from './normalise.ts'
import { HEADS, OUTPUTS } from './outputs.ts'
import type { Table, Weights } from './weights.ts'

/** The network reads this many signs; the linear heads read all. */
export const NET_READS = 700

/** Heads that read piece by piece look at runs of one to three signs, each with this value. */
export const PIECE_VIEW = 1
export const PIECE_VALUE = 0.2

/** One text scored: the buffers belong to the model and are overwritten by the next text. */
export type Scored = {
  text: string
  signs: Signs
  features: Features
  /** Features that count, each hash once: places in `features`. */
  once: Int32Array
  onceLength: number
  /** Sums of the linear heads and of the network, and the probability mixed from both; by place in OUTPUTS. */
  linear: Float64Array
  net: Float64Array
  probability: Float64Array
}

const STAMP_BITS = 20
const stamps = new Int32Array(1 << STAMP_BITS)
let stamp = 0

/** Scores a text by every head. Same text, same numbers. */
export function scoreText(weights: Weights, text: string): Scored {
  const signs = normalise(text)
  const features = readFeatures(signs)
  const scored = own
  scored.text = text
  scored.signs = signs
  scored.features = features
  pickOnce(features, scored)
  scoreLinear(weights, scored)
  scoreNet(weights, scored)
  const { linear, net, probability } = scored
  for (let k = 0; k < OUTPUTS.length; k += 1) {
    const z = weights.mix[k * 4]! * linear[k]! + weights.mix[k * 4 + 1]! * net[k]! + weights.mix[k * 4 + 2]!
    probability[k] = 1 / (1 + Math.exp(-z))
  }
  return scored
}

const own: Scored = {
  text: '',
  signs: normalise(''),
  features: readFeatures(normalise('')),
  once: new Int32Array(3008 * 14),
  onceLength: 0,
  linear: new Float64Array(OUTPUTS.length),
  net: new Float64Array(OUTPUTS.length),
  probability: new Float64Array(OUTPUTS.length),
}

function pickOnce(features: Features, scored: Scored): void {
  stamp += 1
  let n = 0
  for (let j = 0; j < features.length; j += 1) {
    const place = features.hash[j]! >>> (32 - STAMP_BITS)
    if (stamps[place] === stamp) continue
    stamps[place] = stamp
    scored.once[n] = j
    n += 1
  }
  scored.onceLength = n
}

function scoreLinear(weights: Weights, { features, once, onceLength, linear }: Scored): void {
  let first = 0
  for (const { name, outputs, by, plain } of HEADS) {
    const table = weights.heads[name]!
    if (by === 'pieces') scorePieces(table, features, linear, first)
    else {
      const { columns, values } = table
      const shift = 32 - table.bits
      const sums = new Int32Array(columns)
      let counted = 0
      for (let j = 0; j < onceLength; j += 1) {
        const at = once[j]!
        if (plain && features.plain[at] === 0) continue
        counted += 1
        const base = (features.hash[at]! >>> shift) * columns
        for (let k = 0; k < columns; k += 1) sums[k]! += values[base + k]!
      }
      const value = 1 / Math.sqrt(counted || 1)
      for (let k = 0; k < columns; k += 1)
        linear[first + k] = sums[k]! * table.scale[k]! * value + table.bias[k]!
    }
    first += outputs.length
  }
}

/** A text speaks of a thing when one of its pieces does: noisy or over the pieces, as a log-odds again. */
function scorePieces(table: Table, features: Features, linear: Float64Array, first: number): void {
  const { columns, values, bias, scale } = table
  const shift = 32 - table.bits
  const sums = new Int32Array(features.clauses * columns)
  for (let j = 0; j < features.length; j += 1) {
    if (features.plain[j] !== PIECE_VIEW) continue
    const base = (features.hash[j]! >>> shift) * columns
    const into = features.clause[j]! * columns
    for (let k = 0; k < columns; k += 1) sums[into + k]! += values[base + k]!
  }
  for (let k = 0; k < columns; k += 1) {
    let none = 0
    for (let at = k; at < sums.length; at += columns)
      none += Math.log1p(Math.exp(Math.min(30, sums[at]! * scale[k]! * PIECE_VALUE + bias[k]!)))
    linear[first + k] = Math.log(Math.expm1(Math.max(none, 1e-9)))
  }
}

const at = new Int32Array(4)

function scoreNet({ rows, out, width }: Weights, { signs, net }: Scored): void {
  const end = Math.min(signs.length, NET_READS)
  const across = 2 * width + 1
  const pooled = new Float64Array(across)
  const place = new Int32Array(width)
  const { values } = rows
  for (let i = 0; i < end; i += 1) {
    bucketsAt(signs.signs, i, end, rows.bits, at)
    place.fill(0)
    for (let n = 0; n < 4; n += 1) {
      if (at[n]! < 0) continue
      const row = at[n]! * width
      for (let d = 0; d < width; d += 1) place[d]! += values[row + d]!
    }
    for (let d = 0; d < width; d += 1) {
      const sum = place[d]!
      if (sum <= 0) continue
      pooled[width + d]! += sum
      if (sum > pooled[d]!) pooled[d] = sum
    }
  }
  const scale = rows.scale[0]!
  const share = scale / Math.sqrt(end || 1)
  for (let d = 0; d < width; d += 1) {
    pooled[d]! *= scale
    pooled[width + d]! *= share
  }
  pooled[across - 1] = 1
  for (let k = 0; k < net.length; k += 1) {
    let sum = 0
    for (let d = 0; d < across; d += 1) sum += out[k * across + d]! * pooled[d]!
    net[k] = sum
  }
}
