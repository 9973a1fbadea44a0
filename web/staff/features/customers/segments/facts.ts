import { IdentityKind, TraitKind } from '#contracts/customers'
import type { SegmentCondition, SegmentFact } from '#contracts/customers/segments'
import { Kind } from '#contracts/playbook'

/** Facts as the menu offers them. */
export const FACTS: Record<'deeds' | 'when' | 'judged' | 'file', readonly SegmentFact[]> = {
  deeds: ['orders', 'spent', 'visits', 'tickets', 'shop'],
  when: ['lastOrder', 'firstOrder', 'lastVisit', 'lastTicket', 'known', 'checked'],
  judged: ['meanRating', 'lastRating'],
  file: ['value', 'tag', 'trait', 'consent', 'identity', 'language', 'area', 'birthMonth'],
}

/** What can be chosen; the others are typed, or are the brand's shops. */
export const CHOICES = {
  value: ['vip', 'regular', 'new'],
  trait: TraitKind.options,
  consent: ['service', 'care', 'marketing'],
  identity: IdentityKind.options,
  language: ['zh-CN', 'zh-TW', 'en'],
  birthMonth: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
} as const
export const KINDS = Kind.options
export const SPANS = [7, 30, 90, 180, 365] as const

const P = { shops: [], regions: [] }

/** A new condition on a fact, with the values most often meant. */
export function conditionOn(fact: SegmentFact): SegmentCondition {
  switch (fact) {
    case 'orders':
      return { fact, op: 'atLeast', n: 3, days: 90, ...P, items: [] }
    case 'spent':
      return { fact, op: 'atLeast', n: 500_00, days: 90, ...P }
    case 'visits':
      return { fact, op: 'atLeast', n: 1, days: 90, ...P }
    case 'tickets':
      return { fact, op: 'atMost', n: 0, ...P, kinds: ['complaint'] }
    case 'meanRating':
    case 'lastRating':
      return { fact, op: 'atMost', n: 3 }
    case 'lastOrder':
    case 'lastVisit':
      return { fact, op: 'before', days: 60 }
    case 'firstOrder':
    case 'lastTicket':
    case 'known':
      return { fact, op: 'within', days: 30 }
    case 'checked':
      return { fact, op: 'never' }
    case 'value':
      return { fact, op: 'any', values: ['vip'] }
    case 'trait':
      return { fact, op: 'any', values: ['allergy'] }
    case 'consent':
      return { fact, op: 'any', values: ['marketing'] }
    case 'identity':
      return { fact, op: 'any', values: ['wechat_openid'] }
    case 'language':
      return { fact, op: 'any', values: ['zh-CN'] }
    case 'birthMonth':
      return { fact, op: 'any', values: [new Date().getMonth() + 1] }
    default:
      return { fact, op: 'any', values: [] }
  }
}
