import type { MergeFiles } from '#contracts/customers/merge'
import { FIELD_NAMES, type Fields } from '../file/fields.ts'

type Choice = MergeFiles['fields']

/**
 * What the head shows after the merge where that is not its own.
 * Shape: a field nobody chose keeps the head's value; the head's gaps are filled from the other, tags are united.
 */
export function chosenFields(head: Fields, other: Fields, choice: Choice): Partial<Fields> {
  const chosen = FIELD_NAMES.filter((name) => name !== 'tags').filter((name) => {
    const side = choice[name] ?? (isEmpty(head[name]) ? 'other' : 'this')
    return side === 'other' && JSON.stringify(head[name]) !== JSON.stringify(other[name])
  })
  const tags = tagsOf(head.tags, other.tags, choice.tags ?? 'both')
  return {
    ...Object.fromEntries(chosen.map((name) => [name, other[name]])),
    ...(JSON.stringify(tags) === JSON.stringify(head.tags) ? {} : { tags }),
  }
}

const isEmpty = (value: unknown) => value === null || value === ''

function tagsOf(head: string[], other: string[], side: 'this' | 'other' | 'both'): string[] {
  if (side === 'this') return head
  return side === 'other' ? other : [...new Set([...head, ...other])]
}

/** What the head shows: its own, and over it what was chosen in each merge that stands, the later over the earlier. */
export function shownFields(own: Fields, chosen: readonly Partial<Fields>[]): Fields {
  return Object.assign({ ...own }, ...chosen)
}
