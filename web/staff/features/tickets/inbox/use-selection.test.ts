import { expect, test } from 'vitest'
import { stretch } from './use-selection.ts'

const SHOWN = ['a', 'b', 'c', 'd']

test.each([
  ['b', 'd', ['b', 'c', 'd']],
  ['d', 'b', ['b', 'c', 'd']],
  ['c', 'c', ['c']],
  [null, 'c', ['c']],
  ['gone', 'c', ['c']],
])('from %s to %s', (from, to, rows) => {
  expect(stretch(SHOWN, from, to)).toEqual(rows)
})
