import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assembleSums } from '../../../scripts/sums.ts'
import { LAYOUT, PIECE_OUTPUTS } from '../outputs.ts'
import { addressOf, makeRows, NO_ROW, sumsOf } from './sums.ts'

test('what the processor runs is what stands in sums.wat', async () => {
  const kept = await readFile(join(import.meta.dirname, 'sums.wasm'))
  expect(Buffer.from(await assembleSums()).equals(kept), 'run `node scripts/sums.ts`').toBe(true)
})

const COUNT = 50
function filled() {
  const rows = makeRows(COUNT)
  for (let i = 0; i < rows.length; i += 1) rows[i] = ((i * 7919) % 32_259) - 16_129
  const at = (row: number, column: number) => rows[row * LAYOUT.across + column]!
  return { at, sums: sumsOf(rows) }
}

test('sums are exact, with numbers that would overflow sixteen bits', () => {
  const { at, sums } = filled()
  const chosen = [0, 3, 3, 17, 49, 20, 21]
  chosen.forEach((row, j) => {
    sums.addresses[j] = addressOf(row, LAYOUT.wide)
  })
  sums.ofPieces(chosen.length)
  expect([...sums.sums.subarray(0, LAYOUT.net)]).toEqual(
    Array.from({ length: LAYOUT.net }, (_, k) => chosen.reduce((sum, row) => sum + at(row, k), 0)),
  )
  chosen.forEach((row, j) => {
    sums.addresses[j] = addressOf(row, LAYOUT.topics)
    sums.factors[j] = j * 40
  })
  sums.ofTopics(chosen.length)
  const topics = LAYOUT.across - LAYOUT.topics
  expect([...sums.sums.subarray(0, topics)]).toEqual(
    Array.from({ length: topics }, (_, k) =>
      chosen.reduce((sum, row, j) => sum + at(row, LAYOUT.topics + k) * j * 40, 0),
    ),
  )
})

test('a place counts for what is above nought in its rows together, and no rows for nothing', () => {
  const { at, sums } = filled()
  const places = [
    [5, 6, 7, 8],
    [9, 2],
  ]
  sums.addresses.fill(NO_ROW, 0, 8)
  for (const [p, rows] of places.entries())
    for (const [j, row] of rows.entries()) sums.addresses[p * 4 + j] = addressOf(row, LAYOUT.net)
  sums.ofPlaces(places.length)
  const width = LAYOUT.netWidth
  const cut = places.map((rows) =>
    Array.from({ length: width }, (_, d) =>
      Math.max(
        0,
        rows.reduce((sum, row) => sum + at(row, LAYOUT.net + d), 0),
      ),
    ),
  )
  expect([...sums.sums.subarray(0, width)]).toEqual(cut[0]!.map((first, d) => Math.max(first, cut[1]![d]!)))
  expect([...sums.sums.subarray(width, 2 * width)]).toEqual(cut[0]!.map((first, d) => first + cut[1]![d]!))
  sums.ofPlaces(0)
  expect(sums.sums.subarray(0, 2 * width).every((sum) => sum === 0)).toBe(true)
})

test('a layer gives each output its weighted sum of the state, and another layer is taken at once', () => {
  const { sums } = filled()
  const { hidden } = LAYOUT
  sums.state.forEach((_, h) => {
    sums.state[h] = ((h * 37) % 41) - 20
  })
  for (const seed of [3, 5]) {
    const layer = Float32Array.from(
      { length: PIECE_OUTPUTS.length * hidden },
      (_, i) => ((i * 7919 * seed) % 1009) - 504,
    )
    sums.ofLayer(layer)
    expect([...sums.outputs.subarray(0, PIECE_OUTPUTS.length)]).toEqual(
      PIECE_OUTPUTS.map((_, k) =>
        sums.state.reduce((sum, value, h) => sum + value * layer[k * hidden + h]!, 0),
      ),
    )
  }
})

test('rows from elsewhere are refused', () => {
  expect(() => sumsOf(new Int16Array(8))).toThrow('outside of the memory')
})
