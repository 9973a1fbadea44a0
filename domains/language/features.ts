import type { Signs } from './normalise.ts'

/**
 * What is looked at in a text, as hashes of 32 bits: `hash[i]` stands for the signs from `from[i]`, `size[i]` of them.
 * `clause[i]` is the piece it stands in: a clause, or the next sixteen signs of a long one. Valid up to `length`; the next call overwrites it. No word of any text is kept.
 */
export type Features = {
  hash: Uint32Array
  from: Int32Array
  size: Uint8Array
  clause: Uint16Array
  /** 1: a run of one to three signs and nothing more; 0: longer, with a gap, or marked by its place. */
  plain: Uint8Array
  length: number
  clauses: number
}

const PIECE = 16
const ROOM = 3008 * 14
const own: Features = {
  hash: new Uint32Array(ROOM),
  from: new Int32Array(ROOM),
  size: new Uint8Array(ROOM),
  clause: new Uint16Array(ROOM),
  plain: new Uint8Array(ROOM),
  length: 0,
  clauses: 0,
}

const SKIP = 0x9e3779b1
const DENIED = 0x85ebca6b
const TURNED = 0xc2b2ae35
const LAST = 0x27d4eb2f
const FIRST = 0x165667b1
const ENDS = new Set([...',!?~'].map((sign) => sign.charCodeAt(0)))
const DENIALS = new Set([...'不没无未别莫勿甭'].map((sign) => sign.charCodeAt(0)))
const TURNS = ['但', '不过', '可惜', '就是', '然而', '只是', '可是', '美中不足'].map((word) =>
  [...word].map((sign) => sign.charCodeAt(0)),
)

/**
 * Runs of one to four signs, pairs with a gap, and pairs again with where they stand: behind a denial (不, 没), behind a turn (但, 就是),
 * in the first or in the last clause.
 * Shape: hashes are well spread in the upper bits; a head takes as many of these as it has rows.
 */
export function readFeatures({ signs, length }: Signs): Features {
  const { hash, from, size, clause, plain } = own
  const { last, turn, first } = landmarks(signs, length)
  let n = 0
  let inClause = 0
  let deniedTill = -1
  let begun = 0
  const put = (key: number, at: number, signsLong: number, simple = 0) => {
    let mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d)
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
    hash[n] = (mixed ^ (mixed >>> 15)) >>> 0
    from[n] = at
    size[n] = signsLong
    clause[n] = inClause
    plain[n] = simple
    n += 1
  }
  for (let i = 0; i < length; i += 1) {
    const a = signs[i]!
    const ended = ENDS.has(a)
    if (ended) deniedTill = -1
    let key = Math.imul(a + 1, 0x01000193)
    put(key, i, 1, 1)
    if (i + 1 < length) {
      key = Math.imul(key ^ signs[i + 1]!, 0x01000193) + 2
      const pair = key
      put(pair, i, 2, 1)
      if (i <= deniedTill) put(pair ^ DENIED, i, 2)
      if (i >= turn) put(pair ^ TURNED, i, 2)
      if (i >= last) put(pair ^ LAST, i, 2)
      else if (i < first) put(pair ^ FIRST, i, 2)
    }
    if (i + 2 < length) {
      key = Math.imul(key ^ signs[i + 2]!, 0x01000193) + 3
      put(key, i, 3, 1)
      if (!ended && !ENDS.has(signs[i + 2]!))
        put((Math.imul(Math.imul(a + 1, 0x01000193) ^ signs[i + 2]!, 0x01000193) ^ SKIP) + 5, i, 3)
    }
    if (i + 3 < length) {
      key = Math.imul(key ^ signs[i + 3]!, 0x01000193) + 4
      put(key, i, 4)
    }
    if (DENIALS.has(a)) deniedTill = i + 4
    if (ended || i - begun >= PIECE) {
      inClause += 1
      begun = i + 1
    }
  }
  own.length = n
  own.clauses = inClause + 1
  return own
}

/** Where the last clause begins, what follows the last turn (length when there is none), where the first clause ends. */
function landmarks(signs: Uint16Array, length: number): { last: number; turn: number; first: number } {
  let last = 0
  let turn = length
  let first = length
  for (let i = 0; i < length - 1; i += 1) {
    if (ENDS.has(signs[i]!)) {
      if (i < length - 3) last = i + 1
      if (first === length) first = i
    }
    if (TURNS.some((word) => word.every((sign, place) => signs[i + place] === sign))) turn = i + 1
  }
  return { last, turn, first: last === 0 ? 0 : first }
}

/** The bucket of each of the four runs that begin at a sign, for the network; −1 where the text ends before. */
export function bucketsAt(signs: Uint16Array, i: number, end: number, bits: number, into: Int32Array): void {
  let key = 0x811c9dc5
  for (let n = 0; n < 4; n += 1) {
    if (i + n >= end) {
      into[n] = -1
      continue
    }
    key = Math.imul(key ^ signs[i + n]!, 0x01000193) + n
    const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d)
    into[n] = Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39) >>> (32 - bits)
  }
}
