import { type Grams, readGrams } from '../grams.ts'
import { normalise } from '../normalise.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { seeded } from './random.ts'

/** Vectors of the runs that are met often: `place[row]` is which vector a row has, −1 for none. */
export type Embedding = { vectors: Float32Array; place: Int32Array; width: number }

const MOST = 50_000
const LEAST = 20
const MOST_CONTEXTS = 1536
const WINDOW = 5
const ROUNDS = 10

/**
 * What stands beside a run tells what it means: runs that have the same neighbours get vectors that are near.
 * Shape:  no label is looked at. Counts of neighbours, how much they exceed chance (PPMI), and the directions in which these differ most.
 * Source: Levy and Goldberg 2014; orthogonal iteration for the directions.
 */
export function embed(vocabulary: Vocabulary, texts: readonly string[], width: number): Embedding {
  const chosen = choose(vocabulary, texts)
  const { place, rows, columns } = chosen
  const sparse = positiveInformation(countNeighbours(vocabulary, texts, chosen), rows, columns)
  const { directions, sizes } = mainDirections(sparse, rows, columns, width)
  const vectors = new Float32Array(rows * width)
  let length = 0
  for (let row = 0; row < rows; row += 1) {
    let square = 0
    for (let d = 0; d < width; d += 1) {
      let sum = 0
      for (let j = sparse.start[row]!; j < sparse.start[row + 1]!; j += 1)
        sum += sparse.value[j]! * directions[sparse.column[j]! * width + d]!
      vectors[row * width + d] = sum / Math.sqrt(sizes[d]! || 1)
      square += vectors[row * width + d]! ** 2
    }
    length += Math.sqrt(square) / rows
  }
  for (let i = 0; i < vectors.length; i += 1) vectors[i]! /= length || 1
  return { vectors, place, width }
}

function choose(vocabulary: Vocabulary, texts: readonly string[]) {
  const { rich } = vocabulary
  const met = new Int32Array(rich)
  const size = new Uint8Array(rich)
  for (const text of texts) {
    const grams = readGrams(vocabulary, normalise(text))
    for (let j = 0; j < grams.length; j += 1) {
      const row = grams.row[j]!
      if (row >= rich || grams.clause[j]! < 0) continue
      met[row]! += 1
      size[row] = grams.size[j]!
    }
  }
  const order = [...met.keys()].filter((row) => met[row]! >= LEAST).sort((a, b) => met[b]! - met[a]! || a - b)
  const place = new Int32Array(vocabulary.hash.length).fill(-1)
  const context = new Int32Array(vocabulary.hash.length).fill(-1)
  const kept = order.slice(0, MOST)
  for (const [i, row] of kept.entries()) place[row] = i
  const beside = order.filter((at) => size[at]! <= 2).slice(0, MOST_CONTEXTS)
  for (const [i, row] of beside.entries()) context[row] = i
  return { place, context, rows: kept.length, columns: beside.length }
}

/** Neighbours begin within five signs after a run's end or before its beginning, and do not overlap it. */
function countNeighbours(
  vocabulary: Vocabulary,
  texts: readonly string[],
  { place, context, rows, columns }: ReturnType<typeof choose>,
): Uint16Array {
  const counts = new Uint16Array(rows * columns)
  const near = new Int32Array(6032)
  const one = (at: number, column: number) => {
    if (column >= 0 && counts[at + column]! < 65_535) counts[at + column]! += 1
  }
  for (const text of texts) {
    const signs = normalise(text)
    const grams = readGrams(vocabulary, signs)
    markContexts(grams, context, signs.length, near)
    for (let j = 0; j < grams.length; j += 1) {
      const vector = place[grams.row[j]!]!
      if (vector < 0 || grams.clause[j]! < 0) continue
      const at = vector * columns
      const from = grams.from[j]!
      const end = from + grams.size[j]!
      for (let i = end; i < Math.min(signs.length, end + WINDOW); i += 1) {
        one(at, near[i * 2]!)
        one(at, near[i * 2 + 1]!)
      }
      for (let i = Math.max(0, from - WINDOW); i < from; i += 1) {
        one(at, near[i * 2]!)
        if (i + 1 < from) one(at, near[i * 2 + 1]!)
      }
    }
  }
  return counts
}

function markContexts(grams: Grams, context: Int32Array, length: number, near: Int32Array): void {
  near.fill(-1, 0, length * 2)
  for (let j = 0; j < grams.length; j += 1) {
    const own = context[grams.row[j]!]!
    if (grams.size[j]! <= 2 && own >= 0) near[grams.from[j]! * 2 + grams.size[j]! - 1] = own
  }
}

type Rows = { start: Int32Array; column: Uint16Array; value: Float32Array }

function positiveInformation(counts: Uint16Array, rows: number, columns: number): Rows {
  const column = new Float64Array(columns)
  const row = new Float64Array(rows)
  for (let i = 0; i < counts.length; i += 1) {
    if (counts[i] === 0) continue
    column[i % columns]! += counts[i]!
    row[(i / columns) | 0]! += counts[i]!
  }
  let all = 0
  for (let k = 0; k < columns; k += 1) {
    column[k] = column[k]! ** 0.75
    all += column[k]!
  }
  const start = new Int32Array(rows + 1)
  const found = new Uint16Array(columns)
  const worth = new Float32Array(columns)
  const chunks: [Uint16Array, Float32Array][] = []
  let n = 0
  for (let at = 0; at < rows; at += 1) {
    let own = 0
    for (let k = 0; k < columns; k += 1) {
      const count = counts[at * columns + k]!
      if (count === 0) continue
      const more = Math.log((count * all) / (row[at]! * column[k]!))
      if (more <= 0) continue
      found[own] = k
      worth[own] = more
      own += 1
    }
    chunks.push([found.slice(0, own), worth.slice(0, own)])
    n += own
    start[at + 1] = n
  }
  const joined = { start, column: new Uint16Array(n), value: new Float32Array(n) }
  for (const [at, [own, values]] of chunks.entries()) {
    joined.column.set(own, start[at]!)
    joined.value.set(values, start[at]!)
  }
  return joined
}

/** The largest directions of the rows: the square matrix of the contexts, multiplied again and again. */
function mainDirections({ start, column, value }: Rows, rows: number, columns: number, width: number) {
  const square = new Float32Array(columns * columns)
  for (let row = 0; row < rows; row += 1)
    for (let i = start[row]!; i < start[row + 1]!; i += 1) {
      const base = column[i]! * columns
      const own = value[i]!
      for (let j = start[row]!; j <= i; j += 1) square[base + column[j]!]! += own * value[j]!
    }
  for (let a = 0; a < columns; a += 1)
    for (let b = a + 1; b < columns; b += 1) square[a * columns + b] = square[b * columns + a]!
  const random = seeded(20_263)
  let directions = Float64Array.from({ length: columns * width }, () => random() - 0.5)
  let sizes: Float64Array = new Float64Array(width)
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Float64Array(columns * width)
    for (let a = 0; a < columns; a += 1)
      for (let b = 0; b < columns; b += 1) {
        const own = square[a * columns + b]!
        if (own === 0) continue
        for (let d = 0; d < width; d += 1) next[a * width + d]! += own * directions[b * width + d]!
      }
    sizes = straighten(next, width)
    directions = next
  }
  return { directions, sizes: sizes.map((size) => Math.sqrt(size)) }
}

/** Makes the columns stand upright on one another, of length one; returns how long they were. */
function straighten(matrix: Float64Array, width: number): Float64Array {
  const rows = matrix.length / width
  const sizes = new Float64Array(width)
  for (let d = 0; d < width; d += 1) {
    for (let e = 0; e < d; e += 1) {
      let dot = 0
      for (let r = 0; r < rows; r += 1) dot += matrix[r * width + d]! * matrix[r * width + e]!
      for (let r = 0; r < rows; r += 1) matrix[r * width + d]! -= dot * matrix[r * width + e]!
    }
    let square = 0
    for (let r = 0; r < rows; r += 1) square += matrix[r * width + d]! ** 2
    const length = Math.sqrt(square) || 1
    sizes[d] = length
    for (let r = 0; r < rows; r += 1) matrix[r * width + d]! /= length
  }
  return sizes
}
