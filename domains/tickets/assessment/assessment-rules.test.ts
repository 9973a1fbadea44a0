import { describe, expect, test } from 'vitest'
import { counted, isLate, namedTwice, readiness } from './assessment-rules.ts'

const DUE = new Date('2026-03-04T10:00:00Z')
const early = new Date('2026-03-04T09:00:00Z')
const after = new Date('2026-03-04T11:00:00Z')
const opinion = (given_at: Date | null, staff_id = 'a') => ({ stance: null, given_at, staff_id })

describe('who may decide when', () => {
  test.each([
    ['nobody has answered', [opinion(null), opinion(null)], 'nobody'],
    ['one is missing', [opinion(early), opinion(null)], 'early'],
    ['all have answered', [opinion(early), opinion(after)], 'ready'],
  ])('%s', (_, opinions, state) => expect(readiness(opinions)).toBe(state))
})

test('somebody who turns out to be complained about is not waited for; what was said before stays', () => {
  const open = [opinion(early, 'a'), opinion(null, 'b')]
  expect(readiness(counted(open, 'b'))).toBe('ready')
  expect(counted([opinion(early, 'b')], 'b')).toHaveLength(1)
})

test.each([
  ['in time', early, after, false],
  ['after the deadline', after, after, true],
  ['owed, and there is time', null, early, false],
  ['owed after the deadline', null, after, true],
])('late: %s', (_, given, now, late) => {
  expect(isLate({ given_at: given }, DUE, now)).toBe(late)
})

test.each([
  ['each in one capacity', 'z', ['a', 'b'], null],
  ['asked twice', 'z', ['a', 'a'], 'a'],
  ['asked, and to decide', 'z', ['a', 'z'], 'z'],
])('nobody has two voices: %s', (_, accountable, invited, twice) => {
  expect(
    namedTwice(
      accountable,
      invited.map((staffId) => ({ staffId })),
    ),
  ).toBe(twice)
})
