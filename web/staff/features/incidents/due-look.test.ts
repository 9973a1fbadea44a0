import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { countdown, dueLook } from './due-look.ts'

const t = ((key: string, { count }: { count: number }) => `${count} ${key.split('.')[1]}`) as TFunction
const at = (min: number) => Date.parse('2026-03-02T13:40:00Z') + min * 60_000
const iso = (min: number) => new Date(at(min)).toISOString()

test.each([
  [0, 'pine', 0, false],
  [60, 'pine', 0.5, false],
  [84, 'amber', 0.7, false],
  [119, 'amber', 0.99, false],
  [120, 'cinnabar', 1, true],
  [150, 'cinnabar', 1, true],
])('two hours after %i minutes', (min, tone, share, over) => {
  const look = dueLook(iso(0), iso(120), at(min))
  expect({ ...look, share: Math.round(look.share * 100) / 100 }).toMatchObject({ tone, share, over })
})

test('thirty days are calm until the last day', () => {
  const days = (n: number) => n * 24 * 60
  expect(dueLook(iso(0), iso(days(30)), at(days(28))).tone).toBe('pine')
  expect(dueLook(iso(0), iso(days(30)), at(days(29) + 60)).tone).toBe('amber')
})

test.each([
  [59_999, '59 seconds'],
  [61_000, '1 minutes 1 seconds'],
  [120_000, '2 minutes'],
  [3_600_000, '1 hours'],
  [4_353_000, '1 hours 12 minutes'],
  [24 * 3_600_000, '1 days'],
  [51 * 3_600_000, '2 days 3 hours'],
  [-5, '0 seconds'],
])('%i ms read as %s', (ms, words) => expect(countdown(t, ms)).toBe(words))
