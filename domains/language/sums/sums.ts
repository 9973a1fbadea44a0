import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LONGEST } from '../normalise.ts'
import { LAYOUT } from '../outputs.ts'

/** Rows that are summed next, at most: five runs a sign, or four a place. */
const MOST = (LONGEST + 8) * 5
const BYTES = Int16Array.BYTES_PER_ELEMENT
const ADDRESSES_AT = 0
const FACTORS_AT = ADDRESSES_AT + MOST * 4
const SUMS_AT = FACTORS_AT + MOST * 4
const SUMS = 64
const STATE_AT = Math.ceil((SUMS_AT + SUMS * 4) / 64) * 64
const BLOCK = 8
const BLOCKS = 4
const DOUBLE = Float64Array.BYTES_PER_ELEMENT
const LAYER_AT = STATE_AT + LAYOUT.hidden * DOUBLE
const OUTPUTS_AT = LAYER_AT + LAYOUT.hidden * BLOCKS * BLOCK * DOUBLE
/** Behind these stands a row of noughts, for the runs that a place lacks; then the rows. */
const NOUGHTS_AT = OUTPUTS_AT + BLOCKS * BLOCK * DOUBLE
const ROWS_AT = Math.ceil((NOUGHTS_AT + LAYOUT.across * BYTES) / 64) * 64
const PAGE = 65_536

/**
 * The sums of a table of weights, by the processor's vector units.
 * Shape: put the addresses of rows into `addresses` (and what each counts into `factors`), call, and find the sums in `sums` until the next call.
 */
export type Sums = {
  addresses: Int32Array
  factors: Int32Array
  sums: Int32Array
  /** Columns before LAYOUT.net of the first `n` addresses, by pieces' rows. */
  ofPieces: (n: number) => void
  /** The topics of the first `n` addresses, each times its factor. */
  ofTopics: (n: number) => void
  /** The network's columns of `n` places of four addresses each, cut at nought: the largest of the places, then their sum. */
  ofPlaces: (n: number) => void
  state: Float64Array
  outputs: Float64Array
  /** `state` through a layer (PIECE_OUTPUTS × LAYOUT.hidden) to `outputs`. */
  ofLayer: (layer: Float32Array) => void
}

type Exports = {
  sumColumns: (at: number, n: number, skip: number, to: number) => void
  sumTimes: (at: number, by: number, n: number, to: number) => void
  poolPlaces: (at: number, n: number, to: number) => void
  passLayer: (state: number, layer: number, to: number) => void
}

let code: WebAssembly.Module | undefined
const known = new WeakMap<ArrayBufferLike, Sums>()

/** The address of noughts, for a run that a place lacks. */
export const NO_ROW = NOUGHTS_AT
/** Where a column of a row stands. */
export const addressOf = (row: number, column: number): number =>
  ROWS_AT + (row * LAYOUT.across + column) * BYTES

/** Room for so many rows of LAYOUT.across numbers, where `sumsOf` reaches them. */
export function makeRows(count: number): Int16Array<ArrayBuffer> {
  const length = count * LAYOUT.across
  const memory = new WebAssembly.Memory({ initial: Math.ceil((ROWS_AT + length * BYTES) / PAGE) })
  code ??= new WebAssembly.Module(readFileSync(join(import.meta.dirname, 'sums.wasm')))
  const { sumColumns, sumTimes, poolPlaces, passLayer } = new WebAssembly.Instance(code, { own: { memory } })
    .exports as Exports
  const half = LAYOUT.net / 2
  const room = new Float64Array(memory.buffer, LAYER_AT, LAYOUT.hidden * BLOCKS * BLOCK)
  let laid: Float32Array | undefined
  known.set(memory.buffer, {
    addresses: new Int32Array(memory.buffer, ADDRESSES_AT, MOST),
    factors: new Int32Array(memory.buffer, FACTORS_AT, MOST),
    sums: new Int32Array(memory.buffer, SUMS_AT, SUMS),
    ofPieces: (n) => {
      sumColumns(ADDRESSES_AT, n, 0, SUMS_AT)
      sumColumns(ADDRESSES_AT, n, half * BYTES, SUMS_AT + half * 4)
    },
    ofTopics: (n) => sumTimes(ADDRESSES_AT, FACTORS_AT, n, SUMS_AT),
    ofPlaces: (n) => poolPlaces(ADDRESSES_AT, n, SUMS_AT),
    state: new Float64Array(memory.buffer, STATE_AT, LAYOUT.hidden),
    outputs: new Float64Array(memory.buffer, OUTPUTS_AT, BLOCKS * BLOCK),
    ofLayer: (layer) => {
      if (layer !== laid) layLayer(layer, room)
      laid = layer
      passLayer(STATE_AT, LAYER_AT, OUTPUTS_AT)
    },
  })
  return new Int16Array(memory.buffer, ROWS_AT, length)
}

/** The outputs' weights as passLayer takes them: eight outputs side by side for each number of the state, then the next eight. */
function layLayer(layer: Float32Array, room: Float64Array): void {
  const { hidden } = LAYOUT
  for (let i = 0; i < layer.length; i += 1) {
    const k = Math.floor(i / hidden)
    room[(Math.floor(k / BLOCK) * hidden + (i % hidden)) * BLOCK + (k % BLOCK)] = layer[i]!
  }
}

/** The sums over rows that `makeRows` gave. */
export function sumsOf(rows: Int16Array): Sums {
  const found = known.get(rows.buffer)
  if (!found) throw new Error('these rows lie outside of the memory that is summed')
  return found
}
