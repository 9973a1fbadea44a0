import { makeRows } from './sums/sums.ts'
import { makeVocabulary, type Vocabulary } from './vocabulary.ts'

/** Learnt numbers are kept as squares with a sign, whose roots fit into a byte: small ones more finely than large ones. In the file are the roots. */
const FINEST = 127 * 127

export type Weights = {
  vocabulary: Vocabulary
  /** For every row of the vocabulary, with its rarity in it; one more for the constant. */
  mood: Float32Array
  /** Squares, rich rows × LAYOUT.across, in room that `makeRows` gave; the real number is the square times the column's `scales`. */
  rows: Int16Array
  scales: Float32Array
  topicBias: Float32Array
  pieceBias: Float32Array
  /** The hidden layer of the pieces: added to what a piece means; then PIECE_OUTPUTS × hidden. */
  bend: Float32Array
  out: Float32Array
  /** NET_OUTPUTS × (2 × LAYOUT.netWidth + 1). */
  netOut: Float32Array
  /** ANSWERS, then KINDS, then how bad: rows of one number for each of SCORES and a constant. */
  settle: Float32Array
  /** From which probability on each of ANSWERS is yes; then that for an emergency. */
  thresholds: Float32Array
  /** How steeply levels rise, and where levels 2 to 4 begin on the scale of how bad; and the cuts by which one is chosen. */
  levels: Float32Array
  cuts: Float32Array
  /** Squares, rows of the polarity × POLARITIES. */
  polarity: Int16Array
  polarityScale: Float32Array
  polarityBias: Float32Array
  /** Softens the polarity's probabilities; added to the score of each when one must be chosen, for small classes' sake. */
  polarityHeat: Float32Array
  polarityShift: Float32Array
  made: { variant: string; seed: number }
}

export type Shrunk = { squares: Int16Array; scale: Float32Array }

/** Real numbers, row by row, to squares of whole numbers. `shared`: one scale for all columns. */
export function shrink(full: Float32Array, columns: number, shared = false): Shrunk {
  const most = new Float64Array(columns)
  for (let i = 0; i < full.length; i += 1) {
    const k = shared ? 0 : i % columns
    most[k] = Math.max(most[k]!, Math.abs(full[i]!))
  }
  const scale = Float32Array.from(most, (_, k) => (most[shared ? 0 : k]! || 1) / FINEST)
  const squares = new Int16Array(full.length)
  for (let i = 0; i < squares.length; i += 1) {
    const root = Math.round(Math.sqrt(Math.min(FINEST, Math.abs(full[i]!) / scale[i % columns]!)))
    squares[i] = full[i]! < 0 ? -root * root : root * root
  }
  return { squares, scale }
}

/** Numbers as they are when the file has been read again. */
export function asKept(full: Float32Array): Float32Array {
  const { squares, scale } = shrink(full, 1)
  return Float32Array.from(squares, (square) => square * scale[0]!)
}

const rootsOf = (squares: Int16Array) =>
  Int8Array.from(squares, (square) => Math.sign(square) * Math.round(Math.sqrt(Math.abs(square))))

function squaresOf(roots: Int8Array, squares = new Int16Array(roots.length)): Int16Array {
  for (let i = 0; i < roots.length; i += 1) squares[i] = roots[i]! * Math.abs(roots[i]!)
  return squares
}

/** Ascending hashes as their distances, which fit into two bytes but for the few that are farther. */
const FAR = 0xffff
function stepsOf(hashes: Uint32Array): Uint16Array {
  const steps: number[] = []
  let last = 0
  for (const hash of hashes) {
    for (; hash - last >= FAR; last += FAR) steps.push(FAR)
    steps.push(hash - last)
    last = hash
  }
  return Uint16Array.from(steps)
}

function walk(steps: Uint16Array, into: Uint32Array): void {
  let last = 0
  let n = 0
  for (const step of steps) {
    last += step
    if (step === FAR) continue
    into[n] = last
    n += 1
  }
}

type Numbers = Int8Array | Uint8Array | Uint16Array | Uint32Array | Float32Array
const KINDS_OF_NUMBER = {
  i8: Int8Array,
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const
type Part = { name: string; type: keyof typeof KINDS_OF_NUMBER; at: number; length: number }
type Header = { parts: Part[]; rich: number; made: Weights['made'] }

/**
 * Weights as one file: the length of a JSON header (four bytes), the header, then the numbers.
 * Shape: little-endian; every part begins at a multiple of four. The same weights give the same bytes.
 */
export function packWeights({ vocabulary, made, mood, rows, polarity, ...rest }: Weights): Uint8Array {
  const parts: Part[] = []
  const chunks: Uint8Array[] = []
  let length = 0
  const { hash, idf, rich } = vocabulary
  const moodKept = shrink(mood, 1)
  for (const [name, data] of Object.entries<Numbers>({
    hash: hash.subarray(0, rich),
    steps: stepsOf(hash.subarray(rich)),
    idf,
    mood: rootsOf(moodKept.squares),
    moodScale: moodKept.scale,
    rows: rootsOf(rows),
    polarity: rootsOf(polarity),
    ...rest,
  })) {
    const type = (Object.keys(KINDS_OF_NUMBER) as Part['type'][]).find(
      (one) => data instanceof KINDS_OF_NUMBER[one],
    )!
    parts.push({ name, type, at: length, length: data.length })
    const padded = new Uint8Array(Math.ceil(data.byteLength / 4) * 4)
    padded.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    chunks.push(padded)
    length += padded.length
  }
  const header: Header = { parts, rich, made }
  const words = new TextEncoder().encode(JSON.stringify(header))
  const begin = 4 + Math.ceil(words.length / 4) * 4
  const file = new Uint8Array(begin + length)
  new DataView(file.buffer).setUint32(0, words.length, true)
  file.set(words, 4)
  let at = begin
  for (const chunk of chunks) {
    file.set(chunk, at)
    at += chunk.length
  }
  return file
}

/** Reads what packWeights wrote: views of the file; squares and the slots of the vocabulary are made anew. */
export function unpackWeights(file: Uint8Array): Weights {
  const memory = file.byteOffset % 4 === 0 ? file : file.slice()
  const size = new DataView(memory.buffer, memory.byteOffset).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(memory.subarray(4, 4 + size))) as Header
  const begin = memory.byteOffset + 4 + Math.ceil(size / 4) * 4
  const {
    hash: first,
    steps,
    idf,
    mood,
    moodScale,
    rows,
    polarity,
    ...rest
  } = Object.fromEntries(
    header.parts.map(({ name, type, at, length }) => [
      name,
      new KINDS_OF_NUMBER[type](memory.buffer as ArrayBuffer, begin + at, length),
    ]),
  )
  if (!(first instanceof Uint32Array && steps instanceof Uint16Array && idf instanceof Uint8Array))
    throw new Error('the weights file lacks its runs')
  if (!(rows instanceof Int8Array && polarity instanceof Int8Array && mood instanceof Int8Array && moodScale))
    throw new Error('the weights file lacks its tables')
  const hash = new Uint32Array(idf.length)
  hash.set(first)
  walk(steps, hash.subarray(header.rich))
  const vocabulary = makeVocabulary(hash, idf, header.rich)
  return {
    vocabulary,
    made: header.made,
    mood: Float32Array.from(squaresOf(mood), (square) => square * moodScale[0]!),
    rows: squaresOf(rows, makeRows(header.rich)),
    polarity: squaresOf(polarity),
    ...rest,
  } as unknown as Weights
}
