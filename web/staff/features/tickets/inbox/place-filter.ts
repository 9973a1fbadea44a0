import type { View } from '#contracts/tickets'
import type { Condition, Conditions } from '#contracts/tickets/filter'
import type { Place } from './use-inbox-place.ts'

/** The list as a deed or a file is told it; words that were searched for become a condition. */
export function filterOf({ view, conditions, plain }: Place): { view: View; conditions: Conditions } {
  const q = plain.q?.trim().slice(0, 40)
  if (!q) return { view, conditions }
  const words: Condition = { field: 'words', op: 'contain', value: q }
  return { view: plain.view ?? 'every', conditions: [...conditions, words] }
}
