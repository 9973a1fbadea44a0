import { expect, test } from 'vitest'
import { indexQuestion, readQuestion } from './question.ts'

const nobody = () => []
const ask = (text: string) => indexQuestion(readQuestion(text, nobody), null)

test.each([
  ['冰', `'冰'`],
  ['异物', `'异物'`],
  ['異物', `'异物'`],
  ['珍珠奶茶', `('珍珠' & '珠奶' & '奶茶')`],
  ['冰 少糖', `('冰' & '少糖')`],
  ['wifi 慢', `('wifi':* & '慢')`],
  ['ok', `'ok'`],
  ['8891', `'8891'`],
  ['20260302', `'20260302':*`],
  ["it's & | ! ( ):*", `('it' & 's')`],
  ['……', null],
])('%s asks the index for %s', (text, wanted) => {
  expect(ask(text)).toBe(wanted)
})

test.each([
  ['HY-100482', { value: 100482, only: true }],
  ['ｈｙ１００４８２', { value: 100482, only: true }],
  ['hy 100482', { value: 100482, only: true }],
  ['100482', { value: 100482, only: false }],
  ['100482 冰', null],
  ['123', null],
])('%s as a ticket’s number', (text, number) => {
  expect(readQuestion(text, nobody).number).toEqual(number)
})

test('a name may stand for a word, and only within the reach in which names may be asked', () => {
  const question = readQuestion('林小雨 异物', (words) => (words.includes('林') ? [`@n${words.length}`] : []))
  expect(indexQuestion(question, null)).toBe(`(((('林小' & '小雨') | '@n3') & '异物') | '@n6')`)
  expect(indexQuestion(question, ['@s1', '@h2'])).toBe(
    `(((('林小' & '小雨') | ('@n3' & ('@s1' | '@h2'))) & '异物') | ('@n6' & ('@s1' | '@h2')))`,
  )
})

test('a long question is cut to what an index bears', () => {
  const words = ask('很'.repeat(40) + '一二三四五六七八九十'.repeat(4)) ?? ''
  expect(words.split('&').length).toBeLessThanOrEqual(40)
})
