import { bucketsAt } from '../features.ts'
import { seeded, shuffle } from './linear.ts'

/** Texts as signs, one after the other: text i is `signs` from `start[i]` to `start[i + 1]`. */
export type Lines = { signs: Uint16Array; start: Int32Array; count: number }

export type NetLesson = {
  lines: Lines
  pick: Int32Array
  /** Row-major, `outputs` a text: 1, 0, or −1 where nothing is known. */
  wanted: Int8Array
  outputs: number
  /** How much each output counts. */
  weight: Float32Array
  bits: number
  width: number
  epochs: number
  rate: number
  /** Share of the runs that are left out at random while learning. */
  drop: number
  seed: number
  progress?: (share: number) => void
}

/** `rows`: `width` numbers per bucket; `out`: per output 2 × `width` (largest, then mean) and one bias. */
export type Net = { rows: Float32Array; out: Float32Array; bits: number; width: number; outputs: number }

/**
 * A small network for all tasks at once: each place in the text sums the vectors of the runs of one to four signs that begin there, bends them at nought,
 * and the text is the largest and the mean of its places. What one task learns of a word helps the others.
 */
export function learnNet(lesson: NetLesson): Net {
  const { lines, pick, wanted, outputs, bits, width, epochs, rate, drop } = lesson
  const random = seeded(lesson.seed)
  const rows = new Float32Array(width << bits)
  for (let i = 0; i < rows.length; i += 1) rows[i] = (random() - 0.5) * 0.2
  const pace = new Float32Array(1 << bits).fill(1e-3)
  const across = 2 * width + 1
  const out = new Float32Array(outputs * across)
  for (let i = 0; i < out.length; i += 1) out[i] = (random() - 0.5) * 0.3
  const outPace = new Float32Array(outputs * across).fill(1e-2)
  const order = Int32Array.from(pick)
  const LONG = 700
  const found = new Int32Array(LONG * 4)
  const at = new Int32Array(4)
  const places = new Float32Array(LONG * width)
  const pooled = new Float64Array(across)
  const back = new Float64Array(across)
  const best = new Int32Array(width)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    for (let o = 0; o < order.length; o += 1) {
      const text = order[o]!
      const begin = lines.start[text]!
      const end = Math.min(lines.start[text + 1]!, begin + LONG)
      const length = end - begin
      if (length === 0) continue
      const step = rate * (1 - 0.9 * ((epoch + o / order.length) / epochs))
      pooled.fill(0)
      best.fill(-1)
      pooled[across - 1] = 1
      for (let i = 0; i < length; i += 1) {
        bucketsAt(lines.signs, begin + i, end, bits, at)
        const place = i * width
        for (let d = 0; d < width; d += 1) places[place + d] = 0
        for (let n = 0; n < 4; n += 1) {
          const bucket = at[n]! >= 0 && random() >= drop ? at[n]! : -1
          found[i * 4 + n] = bucket
          if (bucket < 0) continue
          const row = bucket * width
          for (let d = 0; d < width; d += 1) places[place + d]! += rows[row + d]!
        }
        for (let d = 0; d < width; d += 1) {
          const value = places[place + d]!
          if (value <= 0) continue
          pooled[width + d]! += value
          if (value > pooled[d]!) {
            pooled[d] = value
            best[d] = i
          }
        }
      }
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
      for (let i = 0; i < length; i += 1) {
        const place = i * width
        for (let d = 0; d < width; d += 1)
          places[place + d] = places[place + d]! > 0 ? back[width + d]! + (best[d] === i ? back[d]! : 0) : 0
        for (let n = 0; n < 4; n += 1) {
          const bucket = found[i * 4 + n]!
          if (bucket < 0) continue
          pace[bucket]! += size
          const pull = step / Math.sqrt(pace[bucket]!)
          const row = bucket * width
          for (let d = 0; d < width; d += 1) rows[row + d]! -= pull * places[place + d]!
        }
      }
      if ((o & 4095) === 0) lesson.progress?.((epoch + o / order.length) / epochs)
    }
  }
  return { rows, out, bits, width, outputs }
}
