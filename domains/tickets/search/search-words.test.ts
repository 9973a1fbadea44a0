import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldForSearch, orderWords, pairsOf, searchWords } from './search-words.ts'

test.each([
  ['奶茶裡有異物', ['奶', '奶茶', '茶', '茶里', '里', '里有', '有', '有异', '异', '异物', '物']],
  ['ＷｉＦｉ很慢', ['wifi', '很', '很慢', '慢']],
  ['Crème brûlée 冰', ['creme', 'brulee', '冰']],
  ['订单MT-88号', ['订', '订单', '单', 'mt', '88', '号']],
  ['😭……', []],
])('%s is found by its signs, pairs and words', (text, words) => {
  expect(searchWords(text).sort()).toEqual([...words].sort())
})

test('an order number is found whole, without hyphens, by its parts and its last digits', () => {
  const words = orderWords('MT-20260302-8891')
  expect(words).toEqual(
    expect.arrayContaining(['mt', '20260302', '8891', 'mt202603028891', '202603028891', '028891']),
  )
})

test('a folded text is as long as the text, so that places stay true', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  const texts = units.map((codes) => String.fromCharCode(...codes))
  fc.assert(fc.property(texts, (text) => foldForSearch(text).length === text.length))
})

test('every pair of a question’s run stands among the words of a text that holds it', () => {
  const run = fc.string({ unit: fc.constantFrom(...'冰少糖珍珠奶茶异物'), minLength: 2, maxLength: 6 })
  const around = fc.string({ unit: fc.constantFrom(...'，。a冰物'), maxLength: 4 })
  fc.assert(
    fc.property(run, around, (asked, beside) => {
      const words = new Set(searchWords(beside + asked + beside))
      return pairsOf(asked).every((pair) => words.has(pair))
    }),
  )
})
