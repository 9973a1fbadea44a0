import { describe, expect, test } from 'vitest'
import type { Role } from '#contracts/people'
import type { Roster, RosterPerson } from '#domains/people'
import { pickPerson } from './pick-person.ts'

const person = (id: string, role: Role, onDuty: boolean, shops: 'all' | string[] = 'all'): RosterPerson => ({
  id,
  name: id,
  locale: 'zh-CN',
  roles: [{ role, shops }],
  onDuty,
  capacity: null,
  duty: [[], [], [], [], [], [], []],
  away: false,
  absentUntil: null,
  deputyId: null,
})
const roster = (...people: RosterPerson[]): Roster => ({ zone: 'Asia/Shanghai', shops: [], people })
const pick = (
  people: RosterPerson[],
  roles: Role[],
  more: { shopId?: string | null; loads?: [string, number][]; not?: string[] } = {},
) =>
  pickPerson({
    roster: roster(...people),
    roles,
    shopId: more.shopId === undefined ? 's1' : more.shopId,
    loads: new Map(more.loads),
    not: more.not,
  })

test('of those present, the one with the fewest open tickets gets it', () => {
  const found = pick(
    [person('a', 'agent', true), person('b', 'agent', true), person('c', 'agent', false)],
    ['agent'],
    {
      loads: [
        ['a', 3],
        ['b', 1],
      ],
    },
  )
  expect(found).toMatchObject({ person: { id: 'b' }, onDuty: true })
})

test('when nobody of the role is present, the next in the chain gets it', () => {
  const found = pick(
    [person('a', 'agent', false), person('m', 'shop_manager', false, ['s1']), person('l', 'lead', true)],
    ['agent', 'shop_manager', 'lead'],
  )
  expect(found).toMatchObject({ person: { id: 'l' }, role: 'lead' })
})

test('when nobody at all is present it still gets an owner: an absent person of the first role', () => {
  const found = pick([person('a', 'agent', false), person('l', 'lead', false)], ['agent', 'lead'])
  expect(found).toMatchObject({ person: { id: 'a' }, onDuty: false })
})

test('a manager of another shop is passed over', () => {
  const found = pick(
    [person('other', 'shop_manager', true, ['s2']), person('own', 'shop_manager', true, ['s1'])],
    ['shop_manager'],
  )
  expect(found?.person.id).toBe('own')
})

test('a ticket without a shop belongs to people of the whole brand', () => {
  const found = pick(
    [person('m', 'shop_manager', true, ['s1']), person('l', 'lead', true)],
    ['shop_manager', 'lead'],
    { shopId: null },
  )
  expect(found?.person.id).toBe('l')
})

test('somebody who must not get it does not, even as the last resort', () => {
  expect(pick([person('a', 'agent', true)], ['agent'], { not: ['a'] })).toBeNull()
  expect(
    pick([person('a', 'agent', true), person('adm', 'admin', false)], ['agent'], { not: ['a'] })?.person.id,
  ).toBe('adm')
})

describe('capacity', () => {
  const carrying = (id: string, role: Role, capacity: number | null): RosterPerson => ({
    ...person(id, role, true),
    capacity,
  })
  test('somebody who is full is passed over, for the next role up when need be', () => {
    const people = [carrying('a', 'agent', 5), carrying('b', 'lead', null)]
    expect(pick(people, ['agent', 'lead'], { loads: [['a', 4]] })?.person.id).toBe('a')
    expect(pick(people, ['agent', 'lead'], { loads: [['a', 5]] })?.person.id).toBe('b')
  })
  test('when all are full, the least full of the first role gets it', () => {
    const people = [carrying('a', 'agent', 5), carrying('b', 'agent', 10)]
    const loads: [string, number][] = [
      ['a', 9],
      ['b', 11],
    ]
    expect(pick(people, ['agent'], { loads })?.person.id).toBe('b')
  })
  test('shares are compared, not counts', () => {
    const people = [carrying('half', 'agent', 10), carrying('whole', 'agent', 40)]
    const loads: [string, number][] = [
      ['half', 4],
      ['whole', 8],
    ]
    expect(pick(people, ['agent'], { loads })?.person.id).toBe('whole')
  })
})
