import { WIDE_VALUE } from '../judge-pieces.ts'
import type { Embedding } from './embed.ts'
import { seeded, shuffle } from './random.ts'

/** Texts as pieces of rows: piece p has `row[j]` from `piece[p]` to `piece[p + 1]`, text i the pieces from `text[i]` to `text[i + 1]`. */
export type Pieces = { row: Int32Array; piece: Int32Array; text: Int32Array; count: number }

export type ClauseLesson = {
  pieces: Pieces
  /** Which texts are learnt from. */
  pick: Int32Array
  /** Row-major, `outputs` a text: how right from 0 to 1, −1 where nothing is known. */
  wanted: Float32Array
  outputs: number
  embedding: Embedding
  rows: number
  hidden: number
  epochs: number
  rate: number
  wideRate: number
  drop: number
  seed: number
}

/** `wide` and `deep` are row-major over the vocabulary; what a piece's deep rows sum to, over how many they are, plus `bend`, through tanh, is the piece's state. */
export type ClauseNet = {
  wide: Float32Array
  deep: Float32Array
  known: Uint8Array
  bend: Float32Array
  out: Float32Array
  bias: Float32Array
}

const SPREAD = 3

/**
 * What a text speaks of, piece by piece: a text speaks of a thing when at least one of its pieces does (noisy or). Each piece is judged by its runs themselves
 * and by their meaning: the mean of their vectors through one hidden layer.
 * Source: Cheng 2016 (wide and deep); Zhang 2005 (bags of instances); AdaGrad.
 */
export function learnClauseNet(lesson: ClauseLesson): ClauseNet {
  const { pieces, pick, wanted, outputs, embedding, rows, hidden, epochs, rate, wideRate, drop } = lesson
  const { place, width } = embedding
  const random = seeded(lesson.seed)
  const vectors = Float32Array.from(embedding.vectors)
  const vectorPace = new Float32Array(vectors.length / width).fill(1e-3)
  const wide = new Float32Array(rows * outputs)
  const widePace = new Float32Array(rows * outputs).fill(1e-3)
  const bias = new Float32Array(outputs).fill(-4)
  const biasPace = new Float32Array(outputs).fill(1)
  const fold = Float32Array.from({ length: hidden * width }, () => ((random() - 0.5) * 2) / Math.sqrt(width))
  const foldPace = new Float32Array(fold.length).fill(1e-2)
  const bend = new Float32Array(hidden)
  const bendPace = new Float32Array(hidden).fill(1e-2)
  const out = Float32Array.from(
    { length: outputs * hidden },
    () => ((random() - 0.5) * 0.2) / Math.sqrt(hidden),
  )
  const outPace = new Float32Array(out.length).fill(1e-2)
  const order = Int32Array.from(pick)
  let most = 1
  for (let i = 0; i < pieces.count; i += 1) most = Math.max(most, pieces.text[i + 1]! - pieces.text[i]!)
  const mean = new Float64Array(most * width)
  const found = new Int32Array(most)
  const state = new Float64Array(most * hidden)
  const kept = new Float64Array(most * hidden)
  const score = new Float64Array(most * outputs)
  const none = new Float64Array(outputs)
  const back = new Float64Array(hidden)
  const backMean = new Float64Array(width)
  const live: number[] = []
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    for (let o = 0; o < order.length; o += 1) {
      const text = order[o]!
      const pace = 1 - 0.9 * ((epoch + o / order.length) / epochs)
      const first = pieces.text[text]!
      const number = pieces.text[text + 1]! - first
      live.length = 0
      for (let k = 0; k < outputs; k += 1) if (wanted[text * outputs + k]! >= 0) live.push(k)
      if (live.length === 0 || number === 0) continue
      none.fill(0)
      for (let p = 0; p < number; p += 1) {
        const base = p * width
        mean.fill(0, base, base + width)
        let n = 0
        const at = p * outputs
        for (const k of live) score[at + k] = bias[k]!
        for (let j = pieces.piece[first + p]!; j < pieces.piece[first + p + 1]!; j += 1) {
          const row = pieces.row[j]!
          for (const k of live) score[at + k]! += wide[row * outputs + k]! * WIDE_VALUE
          const vector = place[row]!
          if (vector < 0) continue
          n += 1
          const from = vector * width
          for (let d = 0; d < width; d += 1) mean[base + d]! += vectors[from + d]!
        }
        found[p] = n
        if (n) for (let d = 0; d < width; d += 1) mean[base + d]! *= SPREAD / n
        for (let h = 0; h < hidden; h += 1) {
          let sum = bend[h]!
          const from = h * width
          for (let d = 0; d < width; d += 1) sum += fold[from + d]! * mean[base + d]!
          const value = Math.tanh(sum)
          state[p * hidden + h] = value
          kept[p * hidden + h] = random() < drop ? 0 : value / (1 - drop)
        }
        for (const k of live) {
          let sum = score[at + k]!
          for (let h = 0; h < hidden; h += 1) sum += out[k * hidden + h]! * kept[p * hidden + h]!
          score[at + k] = 1 / (1 + Math.exp(-sum))
          none[k]! += Math.log1p(Math.exp(Math.min(30, sum)))
        }
      }
      for (const k of live) {
        const right = wanted[text * outputs + k]!
        const rest = Math.exp(-none[k]!)
        none[k] = 1 - right - right * (rest / Math.max(1e-6, 1 - rest))
      }
      for (let p = 0; p < number; p += 1) {
        const at = p * outputs
        back.fill(0)
        for (const k of live) {
          const slope = none[k]! * score[at + k]!
          score[at + k] = Math.abs(slope) < 1e-4 ? 0 : slope
          if (score[at + k] === 0) continue
          biasPace[k]! += slope * slope
          bias[k]! -= (0.1 * pace * slope) / Math.sqrt(biasPace[k]!)
          for (let h = 0; h < hidden; h += 1) {
            const place = k * hidden + h
            if (kept[p * hidden + h] === 0) continue
            back[h]! += slope * out[place]!
            const own = slope * kept[p * hidden + h]!
            outPace[place]! += own * own
            out[place]! -= (rate * 0.5 * pace * own) / Math.sqrt(outPace[place]!)
          }
        }
        backMean.fill(0)
        for (let h = 0; h < hidden; h += 1) {
          if (kept[p * hidden + h] === 0 || back[h] === 0) continue
          const slope = (back[h]! / (1 - drop)) * (1 - state[p * hidden + h]! ** 2)
          bendPace[h]! += slope * slope
          bend[h]! -= (rate * 0.5 * pace * slope) / Math.sqrt(bendPace[h]!)
          const from = h * width
          for (let d = 0; d < width; d += 1) {
            backMean[d]! += slope * fold[from + d]!
            const own = slope * mean[p * width + d]!
            foldPace[from + d]! += own * own
            fold[from + d]! -= (rate * 0.5 * pace * own) / Math.sqrt(foldPace[from + d]!)
          }
        }
        let square = 0
        const share = found[p] ? SPREAD / found[p]! : 0
        for (let d = 0; d < width; d += 1) {
          backMean[d]! *= share
          square += backMean[d]! ** 2
        }
        square /= width
        for (let j = pieces.piece[first + p]!; j < pieces.piece[first + p + 1]!; j += 1) {
          const row = pieces.row[j]!
          for (const k of live) {
            const slope = score[at + k]! * WIDE_VALUE
            if (slope === 0) continue
            const place = row * outputs + k
            widePace[place]! += slope * slope
            wide[place]! -= (wideRate * pace * slope) / Math.sqrt(widePace[place]!)
          }
          const vector = place[row]!
          if (vector < 0 || square < 1e-16) continue
          vectorPace[vector]! += square
          const pull = (rate * pace) / Math.sqrt(vectorPace[vector]!)
          const from = vector * width
          for (let d = 0; d < width; d += 1) vectors[from + d]! -= pull * backMean[d]!
        }
      }
    }
  }
  return { wide, ...folded(vectors, place, fold, { rows, hidden, width }), bend, out, bias }
}

/** The first layer is put into the vectors once and for all. */
function folded(
  vectors: Float32Array,
  place: Int32Array,
  fold: Float32Array,
  { rows, hidden, width }: { rows: number; hidden: number; width: number },
) {
  const deep = new Float32Array(rows * hidden)
  const known = new Uint8Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const from = place[row]! * width
    if (from < 0) continue
    known[row] = 1
    for (let h = 0; h < hidden; h += 1) {
      let sum = 0
      for (let d = 0; d < width; d += 1) sum += fold[h * width + d]! * vectors[from + d]!
      deep[row * hidden + h] = sum * SPREAD
    }
  }
  return { deep, known }
}
