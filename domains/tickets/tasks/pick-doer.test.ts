import { describe, expect, test } from 'vitest'
import type { Role } from '#contracts/people'
import type { RosterPerson } from '#domains/people'
import { canHoldTask, isGone, pickDoer } from './pick-doer.ts'

const NOW = new Date('2026-03-02T04:00:00Z')
const DUE = new Date('2026-03-02T10:00:00Z')
const person = (id: string, role: Role, more: Partial<RosterPerson> = {}): RosterPerson => ({
  id,
  name: id,
  locale: 'zh-CN',
  roles: [{ role, shops: ['s1'] }],
  onDuty: true,
  capacity: null,
  duty: [[], [], [], [], [], [], []],
  away: false,
  absentUntil: null,
  deputyId: null,
  ...more,
})
const pick = (people: RosterPerson[], roles: Role[], loads: [string, number][] = [], not: string[] = []) =>
  pickDoer({
    roster: { zone: 'Asia/Shanghai', shops: [], people },
    roles,
    shopId: 's1',
    loads: new Map(loads),
    not,
    dueAt: DUE,
    now: NOW,
  })?.id ?? null

describe('of a team', () => {
  const a = person('a', 'kitchen')
  const b = person('b', 'shop_staff')
  const off = person('off', 'kitchen', { onDuty: false })
  const sick = person('sick', 'kitchen', { onDuty: false, absentUntil: new Date('2026-03-05T00:00:00Z') })
  const other = person('other', 'kitchen', { roles: [{ role: 'kitchen', shops: ['s2'] }] })
  test.each([
    [
      'whoever has the fewest open tasks gets it, over all roles of the team',
      [a, b],
      [
        ['a', 2],
        ['b', 1],
      ],
      'b',
    ],
    ['somebody present goes before somebody off duty with nothing to do', [a, off], [['a', 9]], 'a'],
    ['off duty but back in time goes before absent past the deadline', [sick, off], [], 'off'],
    ['an absent person is better than nobody', [sick], [], 'sick'],
    ['people of another shop are none of the team', [other], [], null],
    ['a team without people has nobody', [], [], null],
  ] satisfies [string, RosterPerson[], [string, number][], string | null][])(
    '%s',
    (_, people, loads, wanted) => {
      expect(pick(people, ['kitchen', 'shop_staff'], loads)).toBe(wanted)
    },
  )
  test('the person complained about is passed over', () => {
    expect(pick([a, b], ['kitchen', 'shop_staff'], [['b', 5]], ['a'])).toBe('b')
  })
})

describe('somebody is gone', () => {
  test.each([
    ['present', {}, DUE, false],
    ['absent, back before the deadline', { absentUntil: new Date('2026-03-02T08:00:00Z') }, DUE, false],
    ['absent until after the deadline', { absentUntil: new Date('2026-03-02T12:00:00Z') }, DUE, true],
    ['away, and there is still time', { away: true }, DUE, false],
    ['away, and the deadline has passed', { away: true }, NOW, true],
    ['an absence of last week', { absentUntil: new Date('2026-02-20T00:00:00Z') }, NOW, false],
  ] as const)('%s', (_, more, dueAt, gone) => {
    expect(isGone(person('a', 'agent', more), { dueAt, now: NOW })).toBe(gone)
  })
})

test.each([
  ['kitchen', 's1', true],
  ['rider', 's1', true],
  ['kitchen', 's2', false],
  ['executive', 's1', false],
  ['admin', 's1', false],
] as const)('%s of shop s1 may hold a task of %s: %s', (role, shopId, may) => {
  expect(canHoldTask(person('a', role), shopId)).toBe(may)
})
