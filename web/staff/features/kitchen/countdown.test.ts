import { expect, test } from 'vitest'
import { clockText, hasteOf } from './countdown.ts'

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [185_000, '3:05'],
  [-185_000, '3:05'],
  [75 * 60_000, '75:00'],
])('%i ms reads %s', (ms, text) => {
  expect(clockText(ms)).toBe(text)
})

test.each([
  [600_000, false, 'calm'],
  [600_000, true, 'soon'],
  [100_000, false, 'soon'],
  [-1, false, 'late'],
] as const)('%i ms left, slow %s: %s', (left, slow, haste) => {
  expect(hasteOf(left, slow)).toBe(haste)
})
