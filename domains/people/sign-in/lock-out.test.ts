import { expect, test } from 'vitest'
import { lockMs } from './lock-out.ts'

test.each([
  [1, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 4],
  [8, 8],
  [9, 15],
  [50, 15],
])('after %i failures a login is shut for %i minutes', (failures, minutes) => {
  expect(lockMs(failures)).toBe(minutes * 60_000)
})
