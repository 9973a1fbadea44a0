import { LONGEST, type Signs } from './normalise.ts'
import { FRONT_BITS, IDF_STEP, type Vocabulary } from './vocabulary.ts'

/**
 * The known runs of a text, and pairs behind a denial once more as denied, in the order of where they begin: `row` in the vocabulary, `from` and `size` in signs.
 * `clause` is the piece a run lies in (a clause, or sixteen signs of a long one), −1 when it reaches over an end.
 * `once` are the rows, each once; `norm` is one over the length of the text as a vector of their rarity.
 */
export type Grams = {
  row: Int32Array
  from: Int32Array
  size: Uint8Array
  clause: Int32Array
  length: number
  clauses: number
  /** Where the runs of each piece begin, and after the last one. */
  begin: Int32Array
  once: Int32Array
  onceLength: number
  norm: number
}

export const LONGEST_RUN = 4
const PIECE = 16
const ROOM = (LONGEST + 8) * (LONGEST_RUN + 1)
const ENDS = new Set([...',!?~'].map((sign) => sign.charCodeAt(0)))
const DENIALS = new Set([...'不没无未别莫勿甭'].map((sign) => sign.charCodeAt(0)))
const isDenial = Uint8Array.from({ length: 65536 }, (_, code) => Number(DENIALS.has(code)))
const isEnd = Uint8Array.from({ length: 65536 }, (_, code) => Number(ENDS.has(code)))

const own: Grams = {
  row: new Int32Array(ROOM),
  from: new Int32Array(ROOM),
  size: new Uint8Array(ROOM),
  clause: new Int32Array(ROOM),
  length: 0,
  clauses: 1,
  begin: new Int32Array(LONGEST + 8),
  once: new Int32Array(ROOM),
  onceLength: 0,
  norm: 1,
}
const clauseOf = new Int32Array(LONGEST + 8)
let seen = new Int32Array(0)
let stamp = 0

/** Reads a text's known runs into one buffer that the next call overwrites. */
export function readGrams(vocabulary: Vocabulary, { signs, length }: Signs): Grams {
  own.clauses = splitClauses(signs, length)
  own.length = 0
  own.onceLength = 0
  if (seen.length < vocabulary.hash.length) seen = new Int32Array(vocabulary.hash.length)
  stamp += 1
  square = 0
  let open = -1
  let deniedTill = -1
  for (let i = 0; i < length; i += 1) {
    const inClause = clauseOf[i]!
    while (open < inClause) {
      open += 1
      own.begin[open] = own.length
    }
    let key = FIRST
    const end = Math.min(length - i, LONGEST_RUN)
    for (let run = 0; run < end; run += 1) {
      key = (Math.imul(key ^ signs[i + run]!, 0x01000193) + run) | 0
      const row = rowOf(vocabulary, mix(key))
      // A run is known only if all that it begins with is known.
      if (row < 0) break
      keep(vocabulary, row, i, run + 1, clauseOf[i + run] === inClause ? inClause : -1)
    }
    if (inClause < 0) deniedTill = -1
    else if (i <= deniedTill && i + 1 < length && clauseOf[i + 1] === inClause) {
      const row = rowOf(vocabulary, mix(pairKey(signs, i) ^ DENIED))
      if (row >= 0) keep(vocabulary, row, i, 2, inClause)
    }
    if (isDenial[signs[i]!]) deniedTill = i + REACH
  }
  for (open += 1; open <= own.clauses; open += 1) own.begin[open] = own.length
  own.norm = 1 / (Math.sqrt(square) * IDF_STEP || 1)
  return own
}

let square = 0

function keep({ idf }: Vocabulary, row: number, from: number, size: number, clause: number): void {
  const n = own.length
  own.row[n] = row
  own.from[n] = from
  own.size[n] = size
  own.clause[n] = clause
  own.length = n + 1
  if (seen[row] === stamp) return
  seen[row] = stamp
  own.once[own.onceLength] = row
  own.onceLength += 1
  square += idf[row]! * idf[row]!
}

/** The row of a hash, −1 when it is not known. */
function rowOf({ front, slots, bits }: Vocabulary, wanted: number): number {
  const row = look(front, (wanted >>> (32 - FRONT_BITS)) << 1, wanted)
  return row >= 0 ? row : look(slots, (wanted >>> (32 - bits)) << 1, wanted)
}

function look(slots: Int32Array, first: number, wanted: number): number {
  const mask = slots.length - 1
  let slot = first
  while (slots[slot]! >= 0 && slots[slot + 1]! !== wanted) slot = (slot + 2) & mask
  return slots[slot]!
}

const FIRST = 0x811c9dc5 | 0
const DENIED = 0x05ebca6b
/** Pairs that begin so many signs after a denial are denied. */
const REACH = 5

function pairKey(signs: Uint16Array, i: number): number {
  const one = Math.imul(FIRST ^ signs[i]!, 0x01000193)
  return (Math.imul(one ^ signs[i + 1]!, 0x01000193) + 1) | 0
}

function mix(key: number): number {
  let mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return mixed ^ (mixed >>> 15)
}

/** Numbers the pieces of a text; ends of clauses are in none. At least one. */
function splitClauses(signs: Uint16Array, length: number): number {
  let piece = 0
  let begun = 0
  for (let i = 0; i < length; i += 1) {
    if (isEnd[signs[i]!]) {
      clauseOf[i] = -1
      if (i > begun) piece += 1
      begun = i + 1
      continue
    }
    if (i - begun >= PIECE) {
      piece += 1
      begun = i
    }
    clauseOf[i] = piece
  }
  return length > begun ? piece + 1 : Math.max(1, piece)
}

/** Every run of a text with its hash, and pairs behind a denial once more with another; for making a vocabulary. */
export function eachRun({ signs, length }: Signs, take: (hash: number, size: number) => void): void {
  splitClauses(signs, length)
  let deniedTill = -1
  for (let i = 0; i < length; i += 1) {
    let key = FIRST
    const end = Math.min(length - i, LONGEST_RUN)
    for (let run = 0; run < end; run += 1) {
      key = (Math.imul(key ^ signs[i + run]!, 0x01000193) + run) | 0
      take(mix(key) >>> 0, run + 1)
    }
    if (clauseOf[i]! < 0) deniedTill = -1
    else if (i <= deniedTill && i + 1 < length && clauseOf[i + 1] === clauseOf[i])
      take(mix(pairKey(signs, i) ^ DENIED) >>> 0, 2)
    if (isDenial[signs[i]!]) deniedTill = i + REACH
  }
}
