import { expect, test } from 'vitest'
import { freshKey } from '../../ui/fresh-key.ts'
import { daysFrom, filledIn, looksWhole, moved, without, withValue, wordsFrom } from './draft-editing.ts'

test('one place changes and its neighbours stay the same objects', () => {
  const before = { sla: { P1: { minutes: 10 }, P2: { minutes: 60 } }, list: [{ a: 1 }, { a: 2 }] }
  const after = withValue(before, ['list', 1, 'a'], 3)
  expect(after).toEqual({ ...before, list: [{ a: 1 }, { a: 3 }] })
  expect(after.sla).toBe(before.sla)
  expect(after.list[0]).toBe(before.list[0])
})

test('undefined takes a key away', () => {
  expect(withValue({ a: 1, b: 2 }, ['b'], undefined)).toEqual({ a: 1 })
})

test('lists lose and move items', () => {
  expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c'])
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
})

test('a fresh key is nobody else’s', () => {
  expect(freshKey('rule', ['rule_2', 'x'])).toBe('rule_3')
})

test('words are split, trimmed and kept once', () => {
  expect(wordsFrom(' 头发、虫子\n虫子，玻璃 \n\n')).toEqual(['头发', '虫子', '玻璃'])
})

test('a draft written by hand is checked before it is drawn', () => {
  expect(looksWhole({ categories: [] })).toBe(false)
  expect(looksWhole('categories:')).toBe(false)
  expect(looksWhole(null)).toBe(false)
})

test('days as typed become whole numbers in order, each once', () => {
  expect(daysFrom(['7', '1', '7', 'x', '0', '2.5', '91'])).toEqual([1, 7])
})

test('a part that was written wrongly by hand is shown with what it says', () => {
  const doc = {
    categories: [],
    risks: [],
    teams: [],
    responsibility: [],
    templates: [],
    sla: {},
    closing: {},
    orders: { contactWithinMin: 0, confirm: 'person' },
  }
  expect(filledIn(doc as never).orders).toMatchObject({
    contactWithinMin: 0,
    confirm: 'person',
    check: 'all',
  })
})
