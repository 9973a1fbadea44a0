import { Condition, type ConditionField, type Conditions } from '#contracts/tickets/filter'
import type { InboxSearch } from '../../../app/inbox-search.ts'

export type Sort = 'choice' | 'number' | 'time' | 'yesNo' | 'words'
/** A condition that may still lack its values. */
export type Draft = {
  field: ConditionField
  op: string
  values?: string[]
  value?: number | boolean | string | null
  span?: { amount: number | null; unit: 'minute' | 'hour' | 'day' }
}

/** The fields as a person looks for them, in groups. */
export const GROUPS = {
  what: ['status', 'kind', 'priority', 'category', 'tag', 'open', 'overdue'],
  who: ['shop', 'region', 'assignee', 'team'],
  content: ['words', 'stars', 'mood', 'channel', 'photos', 'language', 'knownCustomer'],
  time: ['opened', 'updated', 'due', 'closed'],
  handling: [
    'cause',
    'rating',
    'cycle',
    'escalation',
    'severity',
    'impact',
    'openTasks',
    'lateReason',
    'unsure',
  ],
} as const satisfies Record<string, readonly ConditionField[]>

const SORTS: Record<ConditionField, Sort> = {
  status: 'choice',
  kind: 'choice',
  priority: 'choice',
  category: 'choice',
  channel: 'choice',
  shop: 'choice',
  region: 'choice',
  team: 'choice',
  assignee: 'choice',
  tag: 'choice',
  cause: 'choice',
  mood: 'choice',
  language: 'choice',
  severity: 'number',
  impact: 'number',
  cycle: 'number',
  escalation: 'number',
  stars: 'number',
  rating: 'number',
  photos: 'number',
  openTasks: 'number',
  opened: 'time',
  updated: 'time',
  closed: 'time',
  due: 'time',
  open: 'yesNo',
  overdue: 'yesNo',
  lateReason: 'yesNo',
  knownCustomer: 'yesNo',
  unsure: 'yesNo',
  words: 'words',
}

export const sortOf = (field: ConditionField): Sort => SORTS[field]

export const OPS = {
  choice: ['is', 'is_not'],
  number: ['at_least', 'at_most'],
  time: ['within', 'before'],
  yesNo: ['is'],
  words: ['contain', 'lack'],
} as const satisfies Record<Sort, readonly string[]>

/** What a field begins with: the most usual question about it. */
export function blank(field: ConditionField): Draft {
  switch (sortOf(field)) {
    case 'choice':
      return { field, op: 'is', values: [] }
    case 'number':
      return field === 'stars' || field === 'rating'
        ? { field, op: 'at_most', value: 2 }
        : { field, op: 'at_least', value: field === 'cycle' ? 2 : 1 }
    case 'time':
      return {
        field,
        op: 'within',
        span: { amount: field === 'due' ? 24 : 7, unit: field === 'due' ? 'hour' : 'day' },
      }
    case 'yesNo':
      return { field, op: 'is', value: true }
    case 'words':
      return { field, op: 'contain', value: '' }
  }
}

/** Those that are said to the end; what is still being filled in does not count yet. */
export function complete(drafts: readonly Draft[]): Conditions {
  return drafts.flatMap((draft) => {
    const read = Condition.safeParse(draft)
    return read.success ? [read.data] : []
  })
}

/** The single parameters of an older address, said as conditions, before those that stand there. */
export function conditionsIn(search: InboxSearch): Conditions {
  const said: Draft[] = []
  for (const field of ['shop', 'kind', 'priority', 'status', 'category', 'channel', 'assignee'] as const)
    if (search[field]) said.push({ field, op: 'is', values: [search[field]] })
  if (search.reopened !== undefined)
    said.push({
      field: 'cycle',
      op: search.reopened ? 'at_least' : 'at_most',
      value: search.reopened ? 2 : 1,
    })
  return [...complete(said), ...(search.conditions ?? [])]
}

/** The address with these conditions instead of any it had; the open ticket and the selection's place are left behind. */
export function withConditions(search: InboxSearch, conditions: Conditions): InboxSearch {
  const { shop, kind, priority, status, category, channel, assignee, reopened, ticket, ...rest } = search
  if (conditions.length || search.saved) return { ...rest, conditions }
  const { conditions: _none, ...plain } = rest
  return plain
}
