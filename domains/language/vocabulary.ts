/**
 * The runs of signs that the model knows, by hash; a run that is not among them counts for nothing.
 * Shape:  row r has `hash[r]`; rows below `rich`, the commonest first, have weights for every head, the others, by their hash, for the mood alone. `idf` is in 1/24 steps.
 * `front` are open slots of the commonest rows, small enough to stay in the processor's nearest caches; `slots` are those of all. Two numbers a slot: the row, −1 for none, and its hash.
 */
export type Vocabulary = {
  hash: Uint32Array
  idf: Uint8Array
  rich: number
  front: Int32Array
  slots: Int32Array
  bits: number
}

export const IDF_STEP = 1 / 24
export const FRONT_BITS = 15
const FRONT_ROWS = 12_000

/** One slot in five is free at least: a run is found or missed within a few steps. */
export function makeVocabulary(hash: Uint32Array, idf: Uint8Array, rich: number): Vocabulary {
  let bits = 10
  while ((1 << bits) * 0.8 < hash.length) bits += 1
  return {
    hash,
    idf,
    rich,
    front: fill(hash.subarray(0, FRONT_ROWS), FRONT_BITS),
    slots: fill(hash, bits),
    bits,
  }
}

function fill(hash: Uint32Array, bits: number): Int32Array {
  const slots = new Int32Array(2 << bits).fill(-1)
  const mask = slots.length - 1
  for (let row = 0; row < hash.length; row += 1) {
    let slot = (hash[row]! >>> (32 - bits)) << 1
    while (slots[slot]! >= 0) slot = (slot + 2) & mask
    slots[slot] = row
    slots[slot + 1] = hash[row]! | 0
  }
  return slots
}
