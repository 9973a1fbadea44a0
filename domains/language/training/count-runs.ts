import { eachRun } from '../grams.ts'
import { normalise } from '../normalise.ts'
import { IDF_STEP, makeVocabulary, type Vocabulary } from '../vocabulary.ts'

/** Texts to count in. `rich`: of a file whose heads need every weight; `least`: in how many of such texts a run must be found. */
export type Counted = { text: string; rich: boolean }

const MOST_RICH = 84_000
const LEAST = 3
const LEAST_OTHERS = 6

/** How often each run is met, in a table of open slots. */
class Counter {
  bits = 22
  keys = new Uint32Array(1 << 22)
  any = new Int32Array(1 << 22)
  rich = new Int32Array(1 << 22)
  last = new Int32Array(1 << 22).fill(-1)
  size = new Uint8Array(1 << 22)
  used = 0

  add(hash: number, size: number, text: number, rich: boolean): void {
    let slot = hash >>> (32 - this.bits)
    const mask = this.keys.length - 1
    while (this.any[slot]! > 0 && this.keys[slot] !== hash) slot = (slot + 1) & mask
    if (this.any[slot] === 0) {
      this.keys[slot] = hash
      this.size[slot] = size
      this.used += 1
    }
    if (this.last[slot] === text) return
    this.last[slot] = text
    this.any[slot]! += 1
    if (rich) this.rich[slot]! += 1
    if (this.used * 2 > this.keys.length) this.grow()
  }

  private grow(): void {
    const { keys, any, rich, last, size } = this
    this.bits += 1
    const length = 1 << this.bits
    this.keys = new Uint32Array(length)
    this.any = new Int32Array(length)
    this.rich = new Int32Array(length)
    this.last = new Int32Array(length).fill(-1)
    this.size = new Uint8Array(length)
    for (let old = 0; old < keys.length; old += 1) {
      if (any[old] === 0) continue
      let slot = keys[old]! >>> (32 - this.bits)
      while (this.any[slot]! > 0) slot = (slot + 1) & (length - 1)
      this.keys[slot] = keys[old]!
      this.any[slot] = any[old]!
      this.rich[slot] = rich[old]!
      this.last[slot] = last[old]!
      this.size[slot] = size[old]!
    }
  }
}

/**
 * The runs that are met in at least three texts (longer than three signs: five); those of the rich files that are met most have the lower rows, the commonest first; the others follow by their hash.
 */
export function countRuns(texts: readonly Counted[]): Vocabulary {
  const counter = new Counter()
  for (const [i, { text, rich }] of texts.entries())
    eachRun(normalise(text), (hash, size) => counter.add(hash, size, i, rich))
  const { keys, any, rich, size } = counter
  const worth = (slot: number) => (size[slot] === 4 ? 0 : rich[slot]!)
  const kept: number[] = []
  for (let slot = 0; slot < keys.length; slot += 1)
    if (any[slot]! >= (worth(slot) > 1 ? LEAST : LEAST_OTHERS)) kept.push(slot)
  kept.sort((a, b) => worth(b) - worth(a) || any[b]! - any[a]! || keys[a]! - keys[b]!)
  const richRows = Math.min(MOST_RICH, kept.findIndex((slot) => worth(slot) < 2) >>> 0, kept.length)
  const order = [...kept.slice(0, richRows), ...kept.slice(richRows).sort((a, b) => keys[a]! - keys[b]!)]
  const hash = Uint32Array.from(order, (slot) => keys[slot]!)
  const idf = Uint8Array.from(order, (slot) =>
    Math.round((1 + Math.log((1 + texts.length) / (1 + any[slot]!))) / IDF_STEP),
  )
  return makeVocabulary(hash, idf, richRows)
}
