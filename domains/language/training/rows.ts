import { readFeatures } from '../features.ts'
import { normalise } from '../normalise.ts'
import type { Rows } from './linear.ts'

/** Hashes of each text, every hash once, in the order of first appearance; `plainOnly`: runs of one to three signs only. */
export function rowsOf(texts: readonly string[], plainOnly = false): Rows {
  const start = new Int32Array(texts.length + 1)
  let hash = new Uint32Array(1 << 20)
  const seen = new Int32Array(1 << 22).fill(-1)
  let n = 0
  for (let i = 0; i < texts.length; i += 1) {
    const found = readFeatures(normalise(texts[i]!))
    if (n + found.length > hash.length) {
      const larger = new Uint32Array(Math.max(hash.length * 2, n + found.length))
      larger.set(hash)
      hash = larger
    }
    for (let j = 0; j < found.length; j += 1) {
      if (plainOnly && !found.plain[j]) continue
      const place = found.hash[j]! >>> 10
      if (seen[place] === i) continue
      seen[place] = i
      hash[n] = found.hash[j]!
      n += 1
    }
    start[i + 1] = n
  }
  return { hash: hash.subarray(0, n), start, count: texts.length }
}
