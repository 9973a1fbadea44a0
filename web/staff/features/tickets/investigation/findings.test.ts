import { expect, test } from 'vitest'
import { type Findings, merged, same, stepsShown, tidied, withStep } from './findings.ts'

const empty: Findings = { whys: [], cause: null, causeNote: '', measure: '', conclusion: '' }

test('the chain always offers the next step, up to seven', () => {
  expect(stepsShown([])).toEqual([''])
  expect(stepsShown(['没看备注'])).toEqual(['没看备注', ''])
  expect(stepsShown(['没看备注', ''])).toEqual(['没看备注', ''])
  expect(stepsShown(Array(7).fill('因为'))).toHaveLength(7)
})

test.each([
  ['writing the first step', [], 0, '没看备注', ['没看备注']],
  ['going on', ['没看备注'], 1, '字太小', ['没看备注', '字太小']],
  ['emptying the last step takes it away', ['没看备注', '字太小'], 1, '', ['没看备注']],
  ['emptying one in the middle keeps its place', ['一', '二', '三'], 1, '', ['一', '', '三']],
])('%s', (_, whys, index, text, expected) => {
  expect(withStep(whys, index, text)).toEqual(expected)
})

test('empty steps and blanks are not sent, and are no change', () => {
  const written = { ...empty, whys: ['一', '', ' 三 '], measure: ' 改 ' }
  expect(tidied(written)).toEqual({ ...empty, whys: ['一', '三'], measure: '改' })
  expect(same({ ...empty, whys: [''] }, empty)).toBe(true)
})

test('merging keeps what I changed and takes the rest from the other', () => {
  const base = { ...empty, whys: ['一'], measure: '旧' }
  const mine = { ...base, measure: '我的', conclusion: '属实' }
  const theirs = { ...base, whys: ['一', '二'], measure: '别人的', cause: 'order_misread' }
  expect(merged(base, mine, theirs)).toEqual({
    whys: ['一', '二'],
    cause: 'order_misread',
    causeNote: '',
    measure: '我的',
    conclusion: '属实',
  })
})
