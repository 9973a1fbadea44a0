import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Role } from '#contracts/people'
import type { CompensationPolicy } from '#contracts/playbook'
import { ownLimit } from '#domains/playbook'
import { type ApprovalFacts, approvalPaths, approvalSteps } from './approval-steps.ts'

const policy: CompensationPolicy = {
  currency: 'CNY',
  offers: [],
  limits: [
    { role: 'agent', upToMinor: 5_000 },
    { role: 'shop_manager', upToMinor: 10_000 },
    { role: 'lead', upToMinor: 30_000 },
  ],
  approvals: [
    { overMinor: 3_000, role: 'shop_manager' },
    { overMinor: 50_000, role: 'region_manager' },
  ],
  overBudgetRole: 'region_manager',
  doubleDays: 30,
  pointMinor: 1,
  couponDays: 30,
  approveWithinMin: 60,
}
const facts = (amountMinor: number, more: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
  amountMinor,
  alreadyMinor: 0,
  roles: ['agent'],
  budget: null,
  ...more,
})
const said = (given: ApprovalFacts) => approvalSteps(policy, given).map((s) => `${s.role} ${s.why}`)
const room = { limitMinor: 100_000, usedMinor: 0 }
const full = { limitMinor: 100_000, usedMinor: 99_000 }

describe('who is asked', () => {
  test.each<[string, ApprovalFacts, string[]]>([
    ['nobody up to the own limit', facts(5_000), []],
    ['nobody up to the highest limit of several roles', facts(30_000, { roles: ['agent', 'lead'] }), []],
    ['the first row beyond it', facts(5_001), ['shop_manager amount']],
    ['only the rows below the amount', facts(50_000), ['shop_manager amount']],
    ['every row below the amount, in order', facts(50_001), ['shop_manager amount', 'region_manager amount']],
    ['a role without a limit always', facts(3_001, { roles: ['quality'] }), ['shop_manager amount']],
    ['the lowest row even when none lies below', facts(1, { roles: ['quality'] }), ['shop_manager amount']],
    ['whoever has no role for this shop always', facts(1, { roles: [] }), ['shop_manager amount']],
    [
      'what the ticket has got already counts',
      facts(2_000, { alreadyMinor: 4_000 }),
      ['shop_manager amount'],
    ],
    ['nobody while the budget has room', facts(5_000, { budget: { limitMinor: 5_000, usedMinor: 0 } }), []],
    [
      'the role for a full budget, within the own limit',
      facts(2_000, { budget: full }),
      ['region_manager budget'],
    ],
    [
      'that role last, beyond the own limit',
      facts(6_000, { budget: full }),
      ['shop_manager amount', 'region_manager budget'],
    ],
    [
      'the same role once for both',
      facts(60_000, { budget: full }),
      ['shop_manager amount', 'region_manager both'],
    ],
    [
      'what is given elsewhere does not count twice for the budget',
      facts(1_000, { alreadyMinor: 4_000, budget: full }),
      [],
    ],
    ['nobody for a shop with room', facts(1_000, { budget: room }), []],
  ])('%s', (_, given, expected) => {
    expect(said(given)).toEqual(expected)
  })
})

test('a role has the highest of its limits, or none', () => {
  expect(ownLimit(policy, ['agent', 'lead', 'tech'])).toBe(30_000)
  expect(ownLimit(policy, ['tech'])).toBeNull()
})

const roles = fc.subarray<Role>(['agent', 'shop_manager', 'lead', 'quality'])
const budgets = fc.option(fc.record({ limitMinor: fc.nat(200_000), usedMinor: fc.nat(200_000) }))

test('the stretches say for every amount what the rule says', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300_000 }),
      fc.nat(20_000),
      roles,
      budgets,
      (amountMinor, alreadyMinor, held, budget) => {
        const given = { alreadyMinor, roles: held, budget }
        const paths = approvalPaths(policy, given)
        const path = paths.find((p) => p.upToMinor === null || amountMinor <= p.upToMinor)
        expect(path?.steps).toEqual(approvalSteps(policy, { ...given, amountMinor }))
        expect(paths.at(-1)?.upToMinor).toBeNull()
      },
    ),
  )
})

test('more money never needs fewer people', () => {
  fc.assert(
    fc.property(fc.nat(300_000), fc.nat(50_000), roles, budgets, (less, more, held, budget) => {
      const ask = (amountMinor: number) =>
        approvalSteps(policy, { amountMinor, alreadyMinor: 0, roles: held, budget }).length
      expect(ask(less + more)).toBeGreaterThanOrEqual(ask(less))
    }),
  )
})
