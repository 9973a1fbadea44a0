import { expect, test } from 'vitest'
import type { Review } from '#contracts/incidents'
import { isOvertaken, leftAfter, storedOf } from './drafts.ts'

const NOBODY = { version: 0, by: '', at: null }
const review = (what: string, version: number): Review => ({
  what,
  why: '',
  wentWell: '',
  wentBadly: '',
  measures: [],
  finishedAt: null,
  finishedBy: '',
  versions: {
    what: { version, by: '陈主管', at: '2026-03-02T04:00:00.000Z' },
    why: NOBODY,
    wentWell: NOBODY,
    wentBadly: NOBODY,
  },
})

test('a colleague who saved other words meanwhile is noticed, the same words are not', () => {
  const stored = storedOf(review('两人不适', 2), 'what')
  expect(isOvertaken({ text: '三人不适', read: 1 }, stored)).toBe(true)
  expect(isOvertaken({ text: '三人不适', read: 2 }, stored)).toBe(false)
  expect(isOvertaken({ text: '两人不适 ', read: 1 }, stored)).toBe(false)
  expect(isOvertaken(undefined, stored)).toBe(false)
})

test('what was written on while a save went off stands on the words that were saved, and a colleague’s later ones are still noticed', () => {
  const sent = { what: { text: '三人不适', read: 1 }, why: { text: '常温', read: 0 } }
  const now = { what: { text: '三人不适，已送医', read: 1 }, why: { text: '常温', read: 0 } }
  const left = leftAfter(now, sent, review('两人不适', 1))
  expect(left).toEqual({ what: { text: '三人不适，已送医', read: 2 } })
  expect(isOvertaken(left.what, storedOf(review('三人不适', 2), 'what'))).toBe(false)
  expect(isOvertaken(left.what, storedOf(review('没有人不适', 3), 'what'))).toBe(true)
})

test('words that were saved as they stood already make no new version', () => {
  const sent = { what: { text: '两人不适', read: 1 } }
  const now = { what: { text: '两人不适，已送医', read: 1 } }
  expect(leftAfter(now, sent, review('两人不适', 1))).toEqual({ what: { text: '两人不适，已送医', read: 1 } })
})
