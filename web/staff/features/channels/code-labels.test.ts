import { expect, test } from 'vitest'
import { labelsFrom } from './code-labels.ts'

test.each([
  ['A01-A03', ['A01', 'A02', 'A03']],
  ['A08…11', ['A08', 'A09', 'A10', 'A11']],
  ['包间1到包间3', ['包间1', '包间2', '包间3']],
  ['B1, B2、露台', ['B1', 'B2', '露台']],
  ['A01 … A02 C9', ['A01', 'A02', 'C9']],
  ['靠窗-左', ['靠窗-左']],
])('%s gives the labels', (line, labels) => {
  expect(labelsFrom(line)).toEqual({ labels, fault: null })
})

test.each([
  ['  ', 'empty'],
  ['A20-A01', 'backwards'],
  ['A1-A900', 'tooMany'],
  ['A1 A1', 'twice'],
  ['这个桌子的名字实在是太长太长太长太长太长了一点吧', 'tooLong'],
] as const)('%s is refused as %s', (line, fault) => {
  expect(labelsFrom(line).fault).toBe(fault)
})
