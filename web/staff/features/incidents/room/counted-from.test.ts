import { expect, test } from 'vitest'
import type { Room } from '#contracts/incidents'
import { countedFrom } from './counted-from.ts'

const room = (foundAt: string, ...heard: string[]) =>
  ({
    foundAt,
    openedAt: '2026-11-23T13:22:00.000Z',
    linked: heard.map((openedAt) => ({ openedAt })),
  }) as Room
const FIRST = '2026-11-23T12:57:00.000Z'

test('a clock that began before the room says with what', () => {
  expect(countedFrom(room(FIRST, FIRST, '2026-11-23T13:10:00.000Z'))).toBe('customer')
  expect(countedFrom(room(FIRST))).toBe('found')
})

test('one that began with the room says nothing', () => {
  expect(countedFrom(room('2026-11-23T13:22:00.000Z', FIRST))).toBeNull()
})
