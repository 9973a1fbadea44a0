/** One table of small whole numbers: `columns` a row; the real number is the entry times its column's `scale`. */
export type Table = {
  columns: number
  bits: number
  values: Int8Array
  scale: Float32Array
  bias: Float32Array
}

export type Weights = {
  heads: Record<string, Table>
  /** Vectors of the network; a single scale. */
  rows: Table
  /** Per output 2 × width + 1 numbers. */
  out: Float32Array
  width: number
  polarity: Table
  /** Per output [of the linear head, of the network, constant, threshold of the probability]. */
  mix: Float32Array
  /** Softens the polarity's probabilities. */
  polarityHeat: number
  /** Added to the score of each polarity when one must be chosen, for small classes' sake. */
  polarityShift: number[]
  made: { variant: string; seed: number }
}

type Part = { name: string; columns: number; bits: number; at: number; scaleAt: number; biasAt: number }
type Header = {
  parts: Part[]
  outAt: number
  outLength: number
  mixAt: number
  mixLength: number
  width: number
  polarityHeat: number
  polarityShift: number[]
  made: Weights['made']
}

/** Real numbers, row by row, to a table of bytes: each column's largest becomes 127. */
export function shrink(full: {
  weights: Float32Array
  bias: Float32Array
  bits: number
  outputs: number
}): Table {
  const columns = full.outputs
  const scale = new Float32Array(columns)
  for (let i = 0; i < full.weights.length; i += 1) {
    const size = Math.abs(full.weights[i]!)
    if (size > scale[i % columns]!) scale[i % columns] = size
  }
  for (let k = 0; k < columns; k += 1) scale[k] = (scale[k]! || 1) / 127
  const values = new Int8Array(full.weights.length)
  for (let i = 0; i < values.length; i += 1) values[i] = Math.round(full.weights[i]! / scale[i % columns]!)
  return { columns, bits: full.bits, values, scale, bias: full.bias }
}

/**
 * Weights as one file: the length of a JSON header (four bytes), the header, then the tables.
 * Shape: little-endian; real numbers begin at multiples of four. The same weights give the same bytes.
 */
export function packWeights(weights: Weights): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 0
  const put = (data: Int8Array | Float32Array) => {
    const at = length
    chunks.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
    const gap = (4 - (data.byteLength % 4)) % 4
    if (gap) chunks.push(new Uint8Array(gap))
    length += data.byteLength + gap
    return at
  }
  const tables = [
    ...Object.entries(weights.heads),
    ['rows', weights.rows],
    ['polarity', weights.polarity],
  ] as [string, Table][]
  const parts = tables.map(([name, table]) => ({
    name,
    columns: table.columns,
    bits: table.bits,
    at: put(table.values),
    scaleAt: put(table.scale),
    biasAt: put(table.bias),
  }))
  const header: Header = {
    parts,
    outAt: put(weights.out),
    outLength: weights.out.length,
    mixAt: put(weights.mix),
    mixLength: weights.mix.length,
    width: weights.width,
    polarityHeat: weights.polarityHeat,
    polarityShift: weights.polarityShift,
    made: weights.made,
  }
  const words = new TextEncoder().encode(JSON.stringify(header))
  const begin = 4 + words.length + ((4 - (words.length % 4)) % 4)
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

/** Reads what packWeights wrote; the tables are views of the file, nothing is copied but its own memory. */
export function unpackWeights(file: Uint8Array): Weights {
  const memory = file.byteOffset % 4 === 0 ? file : file.slice()
  const size = new DataView(memory.buffer, memory.byteOffset).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(memory.subarray(4, 4 + size))) as Header
  const begin = memory.byteOffset + 4 + size + ((4 - (size % 4)) % 4)
  const reals = (at: number, length: number) => new Float32Array(memory.buffer, begin + at, length)
  const tables = Object.fromEntries(
    header.parts.map((part): [string, Table] => [
      part.name,
      {
        columns: part.columns,
        bits: part.bits,
        values: new Int8Array(memory.buffer, begin + part.at, part.columns << part.bits),
        scale: reals(part.scaleAt, part.columns),
        bias: reals(part.biasAt, part.columns),
      },
    ]),
  )
  const { rows, polarity, ...heads } = tables
  if (!rows || !polarity) throw new Error('the weights file lacks a table')
  return {
    heads,
    rows,
    polarity,
    out: reals(header.outAt, header.outLength),
    mix: reals(header.mixAt, header.mixLength),
    width: header.width,
    polarityHeat: header.polarityHeat,
    polarityShift: header.polarityShift,
    made: header.made,
  }
}
