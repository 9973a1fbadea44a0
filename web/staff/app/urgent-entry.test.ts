import { expect, test } from 'vitest'
import { type Concerns, type UrgentEntry, urgentEntry } from './urgent-entry.ts'

const quiet: Concerns = { rooms: [], alarms: 0, seals: 0 }
const [one, two] = [{ id: 'one' }, { id: 'two' }]

test.each([
  ['in quiet times there is none', quiet, null],
  [
    'a room leads into it',
    { ...quiet, rooms: [one] },
    { count: 1, to: '/incidents/$id', params: { id: 'one' } },
  ],
  ['two rooms lead to the list', { ...quiet, rooms: [one, two] }, { count: 2, to: '/incidents' }],
  ['seals alone lead to the seals', { ...quiet, seals: 2 }, { count: 2, to: '/seals' }],
  ['warnings alone lead to the warnings', { ...quiet, alarms: 3 }, { count: 3, to: '/alarms' }],
  [
    'several sorts lead to the rooms, where the others stand too',
    { rooms: [one], alarms: 3, seals: 1 },
    { count: 5, to: '/incidents' },
  ],
] satisfies [string, Concerns, UrgentEntry | null][])('%s', (_name, given, expected) => {
  expect(urgentEntry(given)).toEqual(expected)
})
