import { expect, test } from 'vitest'
import type { Role } from '#contracts/people'
import type { RosterPerson } from '#domains/people'
import { callOrder } from './call-order.ts'

const person = (id: string, role: Role, onDuty: boolean, shops: 'all' | string[] = 'all') =>
  ({ id, onDuty, roles: [{ role, shops }] }) as unknown as RosterPerson
const order = (people: RosterPerson[], chain: Role[], many = 1, shops = ['s1']) =>
  callOrder({ chain, people: many }, { people }, shops).groups

test('the first present one of each role of the chain, then the rest, then whoever is absent, then executives', () => {
  const people = [
    person('q1', 'quality', true),
    person('q2', 'quality', true),
    person('q3', 'quality', false),
    person('r1', 'region_manager', true),
    person('boss', 'executive', true),
    person('admin', 'admin', false),
  ]
  expect(order(people, ['quality', 'region_manager'])).toEqual([
    ['q1'],
    ['r1'],
    ['q2'],
    ['q3'],
    ['boss'],
    ['admin'],
  ])
})

test('a role of which nobody is present waits for those who are', () => {
  const people = [person('q', 'quality', false), person('r', 'region_manager', true)]
  expect(order(people, ['quality', 'region_manager'])[0]).toEqual(['r'])
})

test('as many at once as the plan says, of the shop or the whole brand, nobody twice', () => {
  const people = [
    person('m1', 'shop_manager', true, ['s1']),
    person('m2', 'shop_manager', true, ['s2']),
    person('a1', 'agent', true),
    person('a2', 'agent', true),
  ]
  expect(order(people, ['agent', 'shop_manager', 'agent'], 2)).toEqual([['a1', 'a2'], ['m1']])
})
