import { readFeatures } from '../features.ts'
import { PIECE_VALUE, PIECE_VIEW } from '../model.ts'
import { normalise } from '../normalise.ts'
import { type Learnt, seeded, shuffle } from './linear.ts'

export type PiecesLesson = {
  texts: readonly string[]
  /** Row-major, `outputs` a text: 1, 0, or −1 where nothing is known. */
  wanted: Int8Array
  outputs: number
  bits: number
  epochs: number
  rate: number
  decay: number
  /** A feature seen in fewer texts is left out. */
  least: number
}

/**
 * What a text speaks of, learnt piece by piece: a text speaks of a thing when at least one of its pieces does (noisy or), so a long text does not drown a word.
 * Shape:  weights are for pieces; only runs of one to three signs count.
 * Source: Zhang 2005 and others on learning from bags of instances.
 */
export function learnPieces(lesson: PiecesLesson): Learnt {
  const { texts, wanted, outputs, bits, epochs, rate, decay } = lesson
  const { hash, pieceStart, textStart } = pieces(texts)
  const size = outputs << bits
  const shift = 32 - bits
  const seen = countTexts(lesson, hash, pieceStart, textStart)
  const weights = new Float32Array(size)
  const pace = new Float32Array(size).fill(1e-3)
  const bias = new Float32Array(outputs).fill(-4)
  const order = Int32Array.from(texts.keys())
  const random = seeded(20_262)
  let most = 0
  for (let i = 0; i < texts.length; i += 1) most = Math.max(most, textStart[i + 1]! - textStart[i]!)
  const p = new Float64Array(most * outputs)
  const none = new Float64Array(outputs)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    const step = rate * (1 - (0.85 * epoch) / epochs)
    for (const text of order) {
      const first = textStart[text]!
      const last = textStart[text + 1]!
      none.fill(1)
      for (let piece = first; piece < last; piece += 1) {
        const at = (piece - first) * outputs
        for (let k = 0; k < outputs; k += 1) p[at + k] = bias[k]!
        for (let j = pieceStart[piece]!; j < pieceStart[piece + 1]!; j += 1) {
          const base = (hash[j]! >>> shift) * outputs
          for (let k = 0; k < outputs; k += 1) p[at + k]! += weights[base + k]! * PIECE_VALUE
        }
        for (let k = 0; k < outputs; k += 1) {
          const one = 1 / (1 + Math.exp(-p[at + k]!))
          p[at + k] = one
          none[k]! *= 1 - one
        }
      }
      for (let k = 0; k < outputs; k += 1) {
        const all = Math.max(1e-6, 1 - none[k]!)
        none[k] = wanted[text * outputs + k] === 1 ? -(1 - all) / all : 1
      }
      for (let piece = first; piece < last; piece += 1) {
        const at = (piece - first) * outputs
        for (let k = 0; k < outputs; k += 1) {
          const slope = none[k]! * p[at + k]!
          p[at + k] = Math.abs(slope) < 1e-4 ? 0 : slope
          bias[k]! -= step * 0.002 * slope
        }
        for (let j = pieceStart[piece]!; j < pieceStart[piece + 1]!; j += 1) {
          const bucket = hash[j]! >>> shift
          if (seen[bucket]! < lesson.least) continue
          const base = bucket * outputs
          for (let k = 0; k < outputs; k += 1) {
            const own = p[at + k]!
            if (own === 0) continue
            const slope = own * PIECE_VALUE + decay * weights[base + k]!
            pace[base + k]! += slope * slope
            weights[base + k]! -= (step * slope) / Math.sqrt(pace[base + k]!)
          }
        }
      }
    }
  }
  return { weights, bias, bits, outputs }
}

function pieces(texts: readonly string[]) {
  const textStart = new Int32Array(texts.length + 1)
  const starts: number[] = [0]
  const chunks: Uint32Array[] = []
  let n = 0
  for (const [i, text] of texts.entries()) {
    const found = readFeatures(normalise(text))
    const own = new Uint32Array(found.length)
    let kept = 0
    for (let piece = 0, j = 0; piece < found.clauses; piece += 1) {
      for (; j < found.length && found.clause[j] === piece; j += 1) {
        if (found.plain[j] !== PIECE_VIEW) continue
        own[kept] = found.hash[j]!
        kept += 1
      }
      starts.push(n + kept)
    }
    chunks.push(own.subarray(0, kept))
    n += kept
    textStart[i + 1] = starts.length - 1
  }
  const hash = new Uint32Array(n)
  let at = 0
  for (const chunk of chunks) {
    hash.set(chunk, at)
    at += chunk.length
  }
  return { hash, pieceStart: Int32Array.from(starts), textStart }
}

/** In how many texts each bucket is seen. */
function countTexts(
  { texts, bits }: PiecesLesson,
  hash: Uint32Array,
  pieceStart: Int32Array,
  textStart: Int32Array,
) {
  const seen = new Int32Array(1 << bits)
  const last = new Int32Array(1 << bits).fill(-1)
  for (let text = 0; text < texts.length; text += 1)
    for (let j = pieceStart[textStart[text]!]!; j < pieceStart[textStart[text + 1]!]!; j += 1) {
      const bucket = hash[j]! >>> (32 - bits)
      if (last[bucket] === text) continue
      last[bucket] = text
      seen[bucket]! += 1
    }
  return seen
}
