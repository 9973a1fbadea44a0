import { readGrams } from '../grams.ts'
import { normalise } from '../normalise.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { seeded, shuffle } from './random.ts'

export type NetLesson = {
  vocabulary: Vocabulary
  texts: readonly string[]
  /** Texts in the order of learning, often repeated. */
  pick: Int32Array
  /** Row-major, `outputs` a text: 1, 0, or −1 where nothing is known. */
  wanted: Int8Array
  outputs: number
  /** How much each output counts. */
  weight: Float32Array
  width: number
  epochs: number
  rate: number
  /** Share of runs that are left out while learning. */
  drop: number
  seed: number
}

const READS = 700 * 4

/**
 * The network of the whole text: at each sign the vectors of the known runs that begin there are summed and cut at nought; the text is the largest and the mean of its places, one layer above.
 * Shape:  `rows` is rich rows × width, `out` outputs × (2 × width + 1). Steps are AdaGrad, one pace a row.
 */
export function learnNet(lesson: NetLesson): { rows: Float32Array; out: Float32Array } {
  const { vocabulary, texts, pick, wanted, outputs, width, epochs, rate, drop } = lesson
  const random = seeded(lesson.seed)
  const { rich } = vocabulary
  const rows = new Float32Array(rich * width)
  for (let i = 0; i < rows.length; i += 1) rows[i] = (random() - 0.5) * 0.1
  const pace = new Float32Array(rich).fill(1e-3)
  const across = 2 * width + 1
  const out = new Float32Array(outputs * across)
  for (let i = 0; i < out.length; i += 1) out[i] = (random() - 0.5) * 0.3
  const outPace = new Float32Array(outputs * across).fill(1e-2)
  const order = Int32Array.from(pick)
  const found = new Int32Array(READS)
  const at = new Int32Array(READS)
  const places = new Float32Array(READS * width)
  const pooled = new Float64Array(across)
  const back = new Float64Array(across)
  const best = new Int32Array(width)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    for (let o = 0; o < order.length; o += 1) {
      const text = order[o]!
      const signs = normalise(texts[text]!)
      const length = Math.min(signs.length, 700)
      if (length === 0) continue
      const grams = readGrams(vocabulary, signs)
      const step = rate * (1 - 0.9 * ((epoch + o / order.length) / epochs))
      pooled.fill(0)
      best.fill(-1)
      pooled[across - 1] = 1
      let n = 0
      let i = -1
      let last = -1
      const close = () => {
        for (let d = 0; d < width; d += 1) {
          const value = places[i * width + d]!
          if (value <= 0) continue
          pooled[width + d]! += value
          if (value > pooled[d]!) {
            pooled[d] = value
            best[d] = i
          }
        }
      }
      for (let j = 0; j < grams.length; j += 1) {
        const row = grams.row[j]!
        const from = grams.from[j]!
        if (from >= 700) break
        if (row >= rich || random() < drop) continue
        if (from !== last) {
          if (i >= 0) close()
          i += 1
          last = from
          places.fill(0, i * width, i * width + width)
        }
        found[n] = row
        at[n] = i
        n += 1
        for (let d = 0; d < width; d += 1) places[i * width + d]! += rows[row * width + d]!
      }
      if (i >= 0) close()
      const share = 1 / Math.sqrt(length)
      for (let d = 0; d < width; d += 1) pooled[width + d]! *= share
      back.fill(0)
      for (let k = 0; k < outputs; k += 1) {
        const right = wanted[text * outputs + k]!
        if (right < 0) continue
        const base = k * across
        let score = 0
        for (let d = 0; d < across; d += 1) score += out[base + d]! * pooled[d]!
        const slope = (1 / (1 + Math.exp(-score)) - right) * lesson.weight[k]!
        for (let d = 0; d < across; d += 1) {
          back[d]! += slope * out[base + d]!
          const own = slope * pooled[d]!
          outPace[base + d]! += own * own
          out[base + d]! -= (step * own) / Math.sqrt(outPace[base + d]!)
        }
      }
      let size = 0
      for (let d = 0; d < width; d += 1) {
        back[width + d]! *= share
        size += back[width + d]! ** 2 + back[d]! ** 2 / length
      }
      if (size < 1e-12) continue
      size /= width
      for (let p = 0; p <= i; p += 1)
        for (let d = 0; d < width; d += 1)
          places[p * width + d] =
            places[p * width + d]! > 0 ? back[width + d]! + (best[d] === p ? back[d]! : 0) : 0
      for (let j = 0; j < n; j += 1) {
        const row = found[j]!
        pace[row]! += size
        const pull = step / Math.sqrt(pace[row]!)
        for (let d = 0; d < width; d += 1) rows[row * width + d]! -= pull * places[at[j]! * width + d]!
      }
    }
  }
  // While learning, a share of the runs was left out; now all are there.
  for (let i = 0; i < rows.length; i += 1) rows[i]! *= 1 - drop
  return { rows, out }
}
