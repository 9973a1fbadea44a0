import { expect, test } from 'vitest'
import type { CompensationOffer, CompensationPolicy } from '#contracts/playbook'
import { type OfferFacts, suggest } from './suggest.ts'

const offers: CompensationOffer[] = [
  {
    key: 'vip',
    name: '老顾客',
    when: { categories: ['drink'], customers: ['vip'] },
    kind: 'coupon',
    amountMinor: 2000,
    reason: '常来的顾客',
  },
  {
    key: 'sweet',
    name: '糖度',
    when: { kinds: ['complaint'], categories: ['drink.sugar_ice'] },
    kind: 'replacement',
    amountMinor: 1800,
    item: '同款一杯',
    reason: '没按单做',
  },
  {
    key: 'severe',
    name: '严重',
    when: { severityFrom: 3 },
    kind: 'refund',
    amountMinor: 3000,
    reason: '严重',
  },
  { key: 'points', name: '积分', when: {}, kind: 'points', points: 300, reason: '耽误您了' },
]
const policy: CompensationPolicy = {
  currency: 'CNY',
  offers,
  limits: [],
  approvals: [{ overMinor: 0, role: 'lead' }],
  overBudgetRole: 'lead',
  doubleDays: 30,
  pointMinor: 2,
  couponDays: 30,
  approveWithinMin: 60,
}
const plain: OfferFacts = {
  kind: 'complaint',
  categories: ['service.attitude'],
  severity: 2,
  customer: 'regular',
}

test.each<[string, Partial<OfferFacts>, string[]]>([
  ['nothing special gets what is for everybody', {}, ['points']],
  [
    'one of several categories is enough',
    { categories: ['service.attitude', 'drink.sugar_ice'] },
    ['sweet', 'points'],
  ],
  [
    'a parent covers its children, a child not its sisters',
    { categories: ['drink.taste_off'], customer: 'vip' },
    ['vip', 'points'],
  ],
  [
    'a category that only begins alike is another one',
    { categories: ['drinks.taste'], customer: 'vip' },
    ['points'],
  ],
  [
    'a valued customer comes first, as the policy has it',
    { categories: ['drink.sugar_ice'], customer: 'vip' },
    ['vip', 'sweet', 'points'],
  ],
  ['from that severity on', { severity: 3 }, ['severe', 'points']],
  ['worse than that as well', { severity: 4 }, ['severe', 'points']],
  [
    'a kind that the offer does not name gets nothing of it',
    { kind: 'praise', categories: ['drink.sugar_ice'] },
    ['points'],
  ],
])('%s', (_, facts, keys) => {
  expect(suggest(policy, { ...plain, ...facts }).map((f) => f.offer.key)).toEqual(keys)
})

test('points are worth what the policy says', () => {
  expect(suggest(policy, plain)[0]).toMatchObject({ points: 300, amountMinor: 600 })
})

test('it says what made an offer fit', () => {
  const [vip, , severe] = suggest(policy, {
    kind: 'complaint',
    categories: ['service.attitude', 'drink.sugar_ice'],
    severity: 4,
    customer: 'vip',
  })
  expect(vip).toMatchObject({ category: 'drink.sugar_ice', byCustomer: true, bySeverity: false })
  expect(severe).toMatchObject({ category: null, byCustomer: false, bySeverity: true })
})

test('a policy without a fitting offer suggests nothing', () => {
  expect(suggest({ ...policy, offers: offers.slice(0, 3) }, plain)).toEqual([])
})
