import { expect, test } from 'vitest'
import { harmless } from './harmless.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+86 138', "'+86 138"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['等了半小时', '等了半小时'],
  ['a=1', 'a=1'],
  ['', ''],
])('%j becomes %j', (text, cell) => {
  expect(harmless(text)).toBe(cell)
})
