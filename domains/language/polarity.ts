import { readFeatures } from './features.ts'
import type { Scored } from './model.ts'
import { normalise } from './normalise.ts'
import { outputAt, POLARITIES, type Polarity } from './outputs.ts'
import type { Table, Weights } from './weights.ts'

const NEAR = 0x5bd1e995
const MOODS = 0x68bc21eb
const TOP_PIECES = 3
const buffer = new Uint32Array(3008 * 28 + 64)

/** What is said of one aspect: the pieces of the text that speak of it most, by the linear head's weights; at least one. */
export function piecesOf(table: Table, column: number, { features, signs }: Scored): number[] {
  const sums = new Float64Array(features.clauses)
  const shift = 32 - table.bits
  for (let j = 0; j < features.length; j += 1)
    sums[features.clause[j]!]! += table.values[(features.hash[j]! >>> shift) * table.columns + column]!
  if (signs.length === 0) return [0]
  const order = [...sums.keys()].sort((a, b) => sums[b]! - sums[a]! || a - b).slice(0, TOP_PIECES)
  const best = sums[order[0]!]!
  return order.filter((piece, place) => place === 0 || (sums[piece]! > 0 && sums[piece]! > best * 0.45))
}

/**
 * Hashes by which the polarity of an aspect is judged: those of its own pieces, of the pieces beside them, and how the whole text sounds;
 * each as it is and once more together with the aspect.
 * Shape: a view of one buffer that the next call overwrites.
 */
export function polarityHashes(scored: Scored, aspect: number, pieces: readonly number[]): Uint32Array {
  const { features, probability } = scored
  const nearness = new Uint8Array(features.clauses + 2)
  for (const piece of pieces) {
    nearness[piece + 2] = nearness[piece + 2]! || 1
    if (piece > 0) nearness[piece] = nearness[piece]! || 1
  }
  for (const piece of pieces) nearness[piece + 1] = 2
  const salt = Math.imul(aspect + 1, 0x9e3779b1)
  let n = 0
  for (let j = 0; j < features.length; j += 1) {
    const near = nearness[features.clause[j]! + 1]!
    if (near === 0 || (near === 1 && features.size[j]! !== 2)) continue
    const hash = near === 2 ? features.hash[j]! : Math.imul(features.hash[j]! ^ NEAR, 0x2c1b3c6d)
    buffer[n] = hash >>> 0
    n += 1
    if (near === 2 && features.size[j]! <= 3) {
      buffer[n] = Math.imul(hash ^ salt, 0x297a2d39) >>> 0
      n += 1
    }
  }
  for (const [place, mood] of ['mood.dining', 'mood.any', 'mood.goods'].entries()) {
    const level = Math.floor(probability[outputAt.get(mood)!]! * 7.99)
    for (const mixed of [0, salt])
      for (let times = 0; times < 3; times += 1) {
        buffer[n] = Math.imul((level + 1 + 16 * place + 64 * times) ^ MOODS ^ mixed, 0x85ebca6b) >>> 0
        n += 1
      }
  }
  return buffer.subarray(0, n)
}

/** The same for words that a person has marked: the pieces in which `words` stand. */
export function piecesWith(text: string, words: string): number[] {
  const place = text.indexOf(words)
  if (place < 0) return []
  const before = normalise(text)
  const from = before.at.findIndex((at, i) => i < before.length && at >= place)
  const features = readFeatures(before)
  const found = new Set<number>()
  for (let j = 0; j < features.length; j += 1)
    if (features.from[j]! >= from && features.from[j]! < from + words.length) found.add(features.clause[j]!)
  return [...found]
}

/** Probability of each polarity, in the order of POLARITIES. */
export function polarityOf(weights: Weights, hashes: Uint32Array): Record<Polarity, number> {
  const { values, scale, bias, bits } = weights.polarity
  const sums = [0, 0, 0]
  for (const hash of hashes) {
    const base = (hash >>> (32 - bits)) * 3
    for (let k = 0; k < 3; k += 1) sums[k]! += values[base + k]!
  }
  const value = 1 / Math.sqrt(hashes.length || 1)
  const exps = sums.map((sum, k) => Math.exp((sum * scale[k]! * value + bias[k]!) * weights.polarityHeat))
  const all = exps.reduce((a, b) => a + b, 0)
  return Object.fromEntries(POLARITIES.map((name, k) => [name, exps[k]! / all])) as Record<Polarity, number>
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
