import { seeded, shuffle } from './random.ts'

export type RatioLesson = {
  /** Row i has the columns `column[j]` from `start[i]` to `start[i + 1]`; all count the same. */
  column: Int32Array
  start: Int32Array
  columns: number
  pick: Int32Array
  /** Which of `outputs` is right for a row. */
  right: Uint8Array
  outputs: number
  weight: Float32Array
  epochs: number
  rate: number
}

/**
 * Softmax regression whose columns are scaled by how differently right and wrong rows use them (log-count ratio).
 * Shape:  `weights` is columns × outputs; rows have length one; the order is a fixed shuffle.
 * Source: Wang and Manning 2012 (NB-SVM); Duchi 2011 (AdaGrad).
 */
export function learnRatio(lesson: RatioLesson): { weights: Float32Array; bias: Float32Array } {
  const { column, start, pick, right, outputs, epochs, rate } = lesson
  const size = lesson.columns * outputs
  const ratio = countRatios(lesson)
  const weights = new Float32Array(size)
  const pace = new Float32Array(size).fill(1e-4)
  const bias = new Float32Array(outputs)
  const biasPace = new Float32Array(outputs).fill(1e-4)
  const order = Int32Array.from(pick)
  const random = seeded(20_261)
  const slope = new Float64Array(outputs)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random)
    const step = rate * (1 - (0.8 * epoch) / epochs)
    for (const row of order) {
      const begin = start[row]!
      const end = start[row + 1]!
      const value = 1 / Math.sqrt(end - begin || 1)
      slope.set(bias)
      for (let j = begin; j < end; j += 1) {
        const base = column[j]! * outputs
        for (let k = 0; k < outputs; k += 1) slope[k]! += weights[base + k]! * ratio[base + k]! * value
      }
      let all = 0
      for (let k = 0; k < outputs; k += 1) all += slope[k] = Math.exp(slope[k]!)
      for (let k = 0; k < outputs; k += 1) {
        slope[k] = (slope[k]! / all - (right[row] === k ? 1 : 0)) * lesson.weight[row]!
        biasPace[k]! += slope[k]! * slope[k]!
        bias[k]! -= (0.1 * slope[k]!) / Math.sqrt(biasPace[k]!)
      }
      for (let j = begin; j < end; j += 1) {
        const base = column[j]! * outputs
        for (let k = 0; k < outputs; k += 1) {
          const at = base + k
          const own = slope[k]! * ratio[at]! * value + 1e-6 * weights[at]!
          pace[at]! += own * own
          weights[at]! -= (step * own) / Math.sqrt(pace[at]!)
        }
      }
    }
  }
  for (let at = 0; at < size; at += 1) weights[at]! *= ratio[at]!
  return { weights, bias }
}

function countRatios({ column, start, pick, right, outputs, columns }: RatioLesson): Float32Array {
  const met = new Float32Array(columns)
  const own = new Float32Array(columns * outputs)
  const sums = new Float64Array(outputs)
  let all = 0
  for (const row of pick) {
    const length = start[row + 1]! - start[row]!
    sums[right[row]!]! += length
    all += length
    for (let j = start[row]!; j < start[row + 1]!; j += 1) {
      met[column[j]!]! += 1
      own[column[j]! * outputs + right[row]!]! += 1
    }
  }
  return Float32Array.from(own, (count, at) => {
    const k = at % outputs
    const others = met[(at - k) / outputs]! - count
    if (others + count === 0) return 0
    const log = Math.log((count + 1) / (sums[k]! + 1) / ((others + 1) / (all - sums[k]! + 1)))
    return Math.max(0.5, Math.abs(log))
  })
}
