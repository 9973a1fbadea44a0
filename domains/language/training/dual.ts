import { seeded, shuffle } from './random.ts'

/** Texts as sparse rows: `column[j]` and `value[j]` from `start[i]` to `start[i + 1]`. */
export type Sparse = {
  column: Int32Array
  value: Float32Array
  start: Int32Array
  count: number
  columns: number
}

/**
 * A linear support vector machine with squared hinge loss, learnt by descent over its dual, one text after the other.
 * Shape:  `wanted` is 1, 0 or −1 for unknown (left out); `cost` may differ from text to text. The weight past the last column is the constant.
 * Source: Hsieh and others 2008, as in LIBLINEAR (solver 1).
 */
export function learnDual(
  { column, value, start, count, columns }: Sparse,
  wanted: (row: number) => number,
  cost: (row: number) => number,
  rounds = 30,
): Float32Array {
  const weights = new Float32Array(columns + 1)
  const rows: number[] = []
  for (let i = 0; i < count; i += 1) if (wanted(i) >= 0) rows.push(i)
  const order = Int32Array.from(rows)
  const alpha = new Float64Array(count)
  const square = new Float64Array(count)
  for (const i of order) {
    let sum = 1
    for (let j = start[i]!; j < start[i + 1]!; j += 1) sum += value[j]! * value[j]!
    square[i] = sum
  }
  const random = seeded(20_261)
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random)
    let most = 0
    for (const i of order) {
      const side = wanted(i) === 1 ? 1 : -1
      const soft = 0.5 / cost(i)
      let score = weights[columns]!
      for (let j = start[i]!; j < start[i + 1]!; j += 1) score += weights[column[j]!]! * value[j]!
      const slope = side * score - 1 + soft * alpha[i]!
      const bound = alpha[i] === 0 ? Math.min(slope, 0) : slope
      if (Math.abs(bound) < 1e-9) continue
      if (Math.abs(bound) > most) most = Math.abs(bound)
      const before = alpha[i]!
      alpha[i] = Math.max(before - slope / (square[i]! + soft), 0)
      const step = (alpha[i]! - before) * side
      for (let j = start[i]!; j < start[i + 1]!; j += 1) weights[column[j]!]! += step * value[j]!
      weights[columns]! += step
    }
    if (most < 0.05) break
  }
  return weights
}

/** How differently right and wrong texts use each column: log of the ratio of their shares. */
export function countRatio(
  { column, value, start, count, columns }: Sparse,
  wanted: (row: number) => number,
): Float32Array {
  const right = new Float64Array(columns).fill(1)
  const wrong = new Float64Array(columns).fill(1)
  for (let i = 0; i < count; i += 1) {
    const known = wanted(i)
    if (known < 0) continue
    const into = known === 1 ? right : wrong
    for (let j = start[i]!; j < start[i + 1]!; j += 1) into[column[j]!]! += value[j]!
  }
  let rightAll = 0
  let wrongAll = 0
  for (let k = 0; k < columns; k += 1) {
    rightAll += right[k]!
    wrongAll += wrong[k]!
  }
  return Float32Array.from({ length: columns }, (_, k) =>
    Math.log(right[k]! / rightAll / (wrong[k]! / wrongAll)),
  )
}
