import { KINDS } from './outputs.ts'

export type LearntKind = (typeof KINDS)[number]

/** What is overlooked costs more than what is looked at in vain: an emergency wins from its threshold on, else the likeliest. Probabilities in the order of KINDS. */
export function topKindOf(kinds: Float64Array, emergencyFrom: number): LearntKind {
  if (kinds[0]! >= emergencyFrom) return 'emergency'
  let best = 1
  for (let k = 1; k < KINDS.length; k += 1) if (kinds[k]! > kinds[best]!) best = k
  return KINDS[best]!
}
