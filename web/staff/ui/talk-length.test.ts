import { expect, test } from 'vitest'
import { lengthText } from './talk-length.ts'

test.each([
  [0, '0:00'],
  [7, '0:07'],
  [754, '12:34'],
  [3723, '1:02:03'],
])('%i seconds are %s', (seconds, text) => {
  expect(lengthText(seconds)).toBe(text)
})
