import { expect, test } from 'vitest'
import { learnTaiwan, textIn } from './text-in.ts'

test('a text is said in the reader’s language, and in zh-CN where it has no other', () => {
  const text = { 'zh-CN': '门店', en: 'Shop' }
  expect(textIn(text, 'en')).toBe('Shop')
  expect(textIn(text, 'zh-CN')).toBe('门店')
  expect(textIn('门店', 'en')).toBe('门店')
})

test('in Taiwan what the brand wrote goes first, then what the server has said', () => {
  const answer = learnTaiwan({ document: {}, taiwan: { 外卖: '外送' } })
  expect(answer.document).toEqual({})
  expect(textIn('外卖', 'zh-TW')).toBe('外送')
  expect(textIn({ 'zh-CN': '外卖', 'zh-TW': '外帶外送' }, 'zh-TW')).toBe('外帶外送')
  expect(textIn('外卖', 'zh-CN')).toBe('外卖')
  expect(textIn('没说过的', 'zh-TW')).toBe('没说过的')
})
