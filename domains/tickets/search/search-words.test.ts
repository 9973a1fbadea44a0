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
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldForSearch(text).length === text.length))
})

test('every pair of a question’s run stands among the words of a text that holds it', () => {
  const han = fc.stringMatching(/^[冰少糖珍珠奶茶异物]{2,6}$/)
  fc.assert(
    fc.property(han, fc.stringMatching(/^[，。a冰物]{0,4}$/), (run, around) => {
      const words = new Set(searchWords(around + run + around))
      return pairsOf(run).every((pair) => words.has(pair))
    }),
  )
})
