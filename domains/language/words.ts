import type { Scored } from './model.ts'
import type { Table } from './weights.ts'

const MOST = 3
const ENDS = ',!?~'

/**
 * The words of the text that speak most for one output of a linear head.
 * Shape:  up to three pieces cut from the text itself, strongest first, none across the end of a clause; `against` asks for what speaks against it.
 */
export function wordsFor(table: Table, column: number, scored: Scored, against = false): string[] {
  const { features, once, onceLength, signs, text } = scored
  const weight = new Float64Array(signs.length + 1)
  const shift = 32 - table.bits
  const side = against ? -1 : 1
  for (let i = 0; i < onceLength; i += 1) {
    const j = once[i]!
    const value = side * table.values[(features.hash[j]! >>> shift) * table.columns + column]!
    const size = features.size[j]!
    for (let place = features.from[j]!; place < features.from[j]! + size; place += 1)
      weight[place]! += value / size
  }
  const found: { words: string; weight: number }[] = []
  for (let turn = 0; turn < MOST; turn += 1) {
    const piece = strongest(weight, signs.signs, signs.length)
    if (!piece || piece.sum < (found[0]?.weight ?? 0) * 0.3) break
    const words = text.slice(signs.at[piece.from]!, signs.at[piece.to]!).trim()
    if (words) found.push({ words, weight: piece.sum })
    weight.fill(-1, piece.from, piece.to)
  }
  return [...new Set(found.map(({ words }) => words))]
}

/** The run of signs with the largest sum, eight at most. */
function strongest(weight: Float64Array, signs: Uint16Array, length: number) {
  let best: { from: number; to: number; sum: number } | undefined
  for (let from = 0; from < length; from += 1) {
    if (weight[from]! <= 0 || ENDS.includes(String.fromCharCode(signs[from]!))) continue
    let sum = 0
    for (let to = from; to < Math.min(length, from + 8); to += 1) {
      if (weight[to]! <= 0 || ENDS.includes(String.fromCharCode(signs[to]!))) break
      sum += weight[to]!
      if (!best || sum > best.sum) best = { from, to: to + 1, sum }
    }
  }
  return best
}
