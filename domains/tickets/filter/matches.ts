import { ENDED, type TicketStatus } from '#contracts/tickets'
import type { Condition, Conditions } from '#contracts/tickets/filter'
import { spanMs } from './span.ts'
import { isFound } from './words.ts'

/** What a ticket is by the words of the condition language; `words` are those it is found by (tickets.search). */
export type TicketFacts = {
  status: TicketStatus
  kind: string
  priority: string
  categories: readonly string[]
  channelKind: string
  shopId: string | null
  team: string
  assigneeId: string | null
  tags: readonly string[]
  cause: string
  mood: string | null
  language: string
  severity: number
  impact: number
  cycle: number
  escalation: number
  stars: number | null
  rating: number | null
  photos: number
  openTasks: number
  openedAt: Date
  updatedAt: Date
  closedAt: Date | null
  dueAt: Date | null
  lateReason: string
  customerId: string | null
  unsure: boolean
  words: ReadonlySet<string>
}

/** From where conditions are read: who `me` is (nobody for a rule), what `within` is counted from, which shops a region has. */
export type Standpoint = {
  staffId: string | null
  now: Date
  shopsOf: ReadonlyMap<string, readonly string[]>
}

/**
 * Whether a ticket fits all of the conditions. The same answer as `conditionSql` gives, held together by a property test.
 * Shape: pure; an empty list fits everything.
 */
export function matches(conditions: Conditions, facts: TicketFacts, from: Standpoint): boolean {
  return conditions.every((condition) => fits(condition, facts, from))
}

function fits(condition: Condition, facts: TicketFacts, from: Standpoint): boolean {
  switch (condition.field) {
    case 'status':
    case 'kind':
    case 'priority':
    case 'team':
    case 'cause':
    case 'language':
    case 'mood':
      return chosen(condition, (value) => value === facts[condition.field])
    case 'channel':
      return chosen(condition, (value) => value === facts.channelKind)
    case 'category':
      return chosen(condition, (value) =>
        facts.categories.some((key) => key === value || key.startsWith(`${value}.`)),
      )
    case 'shop':
      return chosen(condition, (value) => (value === 'none' ? null : value) === facts.shopId)
    case 'region':
      return chosen(
        condition,
        (value) => facts.shopId !== null && (from.shopsOf.get(value) ?? []).includes(facts.shopId),
      )
    case 'assignee':
      return chosen(condition, (value) =>
        value === 'me'
          ? from.staffId !== null && facts.assigneeId === from.staffId
          : (value === 'none' ? null : value) === facts.assigneeId,
      )
    case 'tag':
      return chosen(condition, (value) => facts.tags.includes(value))
    case 'severity':
    case 'impact':
    case 'cycle':
    case 'escalation':
    case 'stars':
    case 'rating':
    case 'photos':
    case 'openTasks': {
      const given = facts[condition.field]
      if (given === null) return false
      return condition.op === 'at_least' ? given >= condition.value : given <= condition.value
    }
    case 'opened':
      return inThePast(condition, facts.openedAt, from.now)
    case 'updated':
      return inThePast(condition, facts.updatedAt, from.now)
    case 'closed':
      return facts.closedAt !== null && inThePast(condition, facts.closedAt, from.now)
    case 'due':
      return isDue(condition, facts, from.now)
    case 'open':
      return (facts.closedAt === null) === condition.value
    case 'overdue':
      return (facts.closedAt === null && facts.dueAt !== null && facts.dueAt <= from.now) === condition.value
    case 'lateReason':
      return (facts.lateReason !== '') === condition.value
    case 'knownCustomer':
      return (facts.customerId !== null) === condition.value
    case 'unsure':
      return facts.unsure === condition.value
    case 'words':
      return isFound(condition.value, facts.words) === (condition.op === 'contain')
  }
}

function chosen<T>(
  { op, values }: { op: 'is' | 'is_not'; values: readonly T[] },
  isOne: (value: T) => boolean,
): boolean {
  return values.some(isOne) === (op === 'is')
}

type InTime = { op: 'within' | 'before'; span: Parameters<typeof spanMs>[0] }

function inThePast({ op, span }: InTime, at: Date, now: Date): boolean {
  const since = now.getTime() - spanMs(span)
  return op === 'within' ? at.getTime() >= since : at.getTime() < since
}

function isDue({ op, span }: InTime, { closedAt, dueAt }: TicketFacts, now: Date): boolean {
  if (closedAt !== null || dueAt === null) return false
  const at = dueAt.getTime()
  return op === 'within'
    ? at > now.getTime() && at <= now.getTime() + spanMs(span)
    : at <= now.getTime() - spanMs(span)
}

/** A ticket that fits these is open for certain: the few indexes of the open then carry it. */
export function onlyOpen(conditions: Conditions): boolean {
  return conditions.some((c) => {
    if (c.field === 'open' || c.field === 'overdue') return c.value
    if (c.field === 'due') return true
    return c.field === 'status' && c.op === 'is' && c.values.every((status) => !ENDED.includes(status))
  })
}
