import { normalise } from '../normalise.ts'

/** As many places as a hash has here: corrections of one brand are few, so they seldom meet. */
export const GRAM_BITS = 20
const MOST = 400
const LONGEST = 3

/**
 * What is kept of a text to learn from: its runs of one to three signs, each as a number under the brand's own key, without order and without repetition.
 * Shape: 400 at most, in ascending order; without the key no word can be tried against them, and no sentence stands in them even then.
 */
export function gramsOf(text: string, key: number): number[] {
  const { signs, length } = normalise(text)
  const found = new Set<number>()
  for (let from = 0; from < length && found.size < MOST; from += 1) {
    let hash = key
    for (let size = 1; size <= LONGEST && from + size <= length; size += 1) {
      hash = Math.imul(hash ^ signs[from + size - 1]!, 0x9e3779b1)
      hash ^= hash >>> 15
      found.add(Math.imul(hash ^ size, 0x2c1b3c6d) >>> (32 - GRAM_BITS))
    }
  }
  return [...found].slice(0, MOST).sort((a, b) => a - b)
}

/** The brand's key for them, from the key of its look-ups: the same in every process, and not in the database. */
export function gramKey(
  keys: { blindIndex: (brandId: string, kind: string, value: string) => Buffer },
  brandId: string,
): number {
  return keys.blindIndex(brandId, 'language', 'grams').readUInt32BE(0)
}
