import { describe, expect, test } from 'vitest'
import type { Role } from '#contracts/people'
import type { CompensationPolicy } from '#contracts/playbook'
import type { Roster, RosterPerson, RosterShop } from '#domains/people'
import { everyDay } from '#test/make'
import { type ApproverRules, chooseApprover, rolesAbove } from './choose-approver.ts'

const SHOP = 'shop-1'
const LATER = new Date('2026-12-01T00:00:00Z')
const person = (
  id: string,
  role: Role,
  more: Partial<RosterPerson> & { shops?: 'all' | string[] } = {},
): RosterPerson => {
  const { shops = 'all', ...rest } = more
  return {
    id,
    name: id,
    locale: 'zh-CN',
    roles: [{ role, shops }],
    onDuty: true,
    capacity: null,
    duty: everyDay(['00:00', '24:00']),
    away: false,
    absentUntil: null,
    deputyId: null,
    ...rest,
  }
}
const away = { onDuty: false, absentUntil: LATER }
const shops = ['shop-1', 'shop-2'].map(
  (id): RosterShop => ({
    id,
    code: id,
    name: id,
    zone: 'Asia/Shanghai',
    hours: everyDay(),
    state: 'open',
    regionId: 'r',
  }),
)
const choose = (people: RosterPerson[], more: Partial<ApproverRules> = {}) => {
  const roster: Roster = { zone: 'Asia/Shanghai', shops, people }
  const found = chooseApprover({
    roster,
    role: 'shop_manager',
    shopId: SHOP,
    above: ['region_manager'],
    not: ['proposer'],
    rather: [],
    loads: new Map(),
    mayDecide: (p) => !p.roles.every((r) => r.role === 'executive'),
    ...more,
  })
  return found && (found.standsInFor ? `${found.person.id} for ${found.standsInFor.id}` : found.person.id)
}
const here = (id: string, more = {}) => person(id, 'shop_manager', { shops: [SHOP], ...more })
const region = person('region', 'region_manager')

describe('who is asked for a step', () => {
  test.each<[string, RosterPerson[], Partial<ApproverRules>, string | null]>([
    [
      'the holder of the role for that shop',
      [here('wang'), person('other', 'shop_manager', { shops: ['shop-2'] })],
      {},
      'wang',
    ],
    [
      'whoever is on duty rather than whoever has gone home',
      [here('home', { onDuty: false }), here('wang')],
      {},
      'wang',
    ],
    [
      'whoever has gone home rather than the next role up',
      [here('home', { onDuty: false }), region],
      {},
      'home',
    ],
    [
      'the one for this shop rather than the one for all',
      [person('all', 'shop_manager'), here('wang')],
      {},
      'wang',
    ],
    ['the one with the least to decide', [here('a'), here('b')], { loads: new Map([['a', 2]]) }, 'b'],
    [
      'the deputy of an absent holder',
      [here('wang', { ...away, deputyId: 'li' }), person('li', 'shop_staff'), region],
      {},
      'li for wang',
    ],
    [
      'another holder rather than a deputy',
      [here('wang', { ...away, deputyId: 'li' }), person('li', 'shop_staff'), here('chen')],
      {},
      'chen',
    ],
    [
      'the deputy of whoever was asked and has gone on leave',
      [here('wang', { ...away, deputyId: 'li' }), person('li', 'shop_staff'), region],
      { not: ['proposer', 'wang'] },
      'li for wang',
    ],
    [
      'the next role up when the deputy is away too',
      [here('wang', { ...away, deputyId: 'li' }), person('li', 'shop_staff', { away: true }), region],
      {},
      'region',
    ],
    ['the next role up when nobody was named', [here('wang', away), region], {}, 'region'],
    ['never the proposer', [here('proposer'), region], {}, 'region'],
    [
      'never the proposer as a deputy',
      [here('wang', { ...away, deputyId: 'proposer' }), person('proposer', 'agent'), region],
      {},
      'region',
    ],
    ['never whom it is about', [here('accused'), region], { not: ['proposer', 'accused'] }, 'region'],
    [
      'nobody who cannot open it',
      [here('wang', { ...away, deputyId: 'boss' }), person('boss', 'executive'), region],
      {},
      'region',
    ],
    [
      'somebody else than who decided the step before',
      [here('wang'), region],
      { rather: ['wang'] },
      'region',
    ],
    ['the same again when nobody else is left', [here('wang')], { rather: ['wang'] }, 'wang'],
    ['nobody at all', [here('proposer'), person('agent', 'agent')], {}, null],
    [
      'for a ticket without a shop a holder for the whole brand',
      [here('wang'), person('all', 'shop_manager')],
      { shopId: null },
      'all',
    ],
  ])('%s', (_, people, rules, expected) => {
    expect(choose(people, rules)).toBe(expected)
  })
})

const policy = {
  approvals: [
    { overMinor: 0, role: 'shop_manager' },
    { overMinor: 1, role: 'lead' },
  ],
  overBudgetRole: 'region_manager',
} as CompensationPolicy

test.each<[Role[], Role, Role[]]>([
  [['region_manager', 'executive'], 'shop_manager', ['region_manager', 'executive', 'lead']],
  [['shop_manager', 'lead', 'executive'], 'shop_manager', ['lead', 'executive', 'region_manager']],
  [['shop_manager', 'region_manager'], 'lead', ['region_manager']],
])('up the chain %j from %s stand %j, nobody who is asked for less', (chain, role, expected) => {
  expect(rolesAbove(policy, chain, role)).toEqual(expected)
})
