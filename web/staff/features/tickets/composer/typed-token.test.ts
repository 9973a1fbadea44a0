import { describe, expect, test } from 'vitest'
import { gapsOf, inserted, tokenAt, withoutGap } from './typed-token.ts'

describe('a sign that begins something', () => {
  test.each([
    ['/', '/', ''],
    ['/道歉', '/', '道歉'],
    ['您好，/道', '/', '道'],
    ['您好 /apology', '/', 'apology'],
    ['第一行\n/sorry', '/', 'sorry'],
    ['@小', '@', '小'],
    ['请@小敏', '@', '小敏'],
  ])('%j', (text, sign, words) => {
    expect(tokenAt(text, text.length, ['/', '@'])).toMatchObject({ sign, words })
  })
  test.each([
    '3/4',
    '和/或',
    'https://a.cn/b',
    '/道歉 ',
    'a@b.cn',
    '/这一句话比二十个字还要长所以不会是在找模板的吧',
    '',
  ])('%j is none', (text) => expect(tokenAt(text, text.length, ['/', '@'])).toBeNull())
  test('only up to the caret', () => {
    expect(tokenAt('/道歉了', 2, ['/'])).toEqual({ sign: '/', from: 0, words: '道' })
  })
  test('only the signs of this mode', () => expect(tokenAt('/道歉', 3, ['@'])).toBeNull())
})

describe('what is put in', () => {
  test('takes the place of the token; its first gap is selected', () => {
    const done = inserted('您好/道歉。', { from: 2, to: 5 }, '[称呼]，抱歉', ['[订单号]', '[称呼]'])
    expect(done).toEqual({ text: '您好[称呼]，抱歉。', select: [2, 6] })
  })
  test('without a gap the caret stands behind it', () => {
    expect(inserted('', { from: 0, to: 0 }, '抱歉').select).toEqual([2, 2])
  })
})

describe('gaps', () => {
  test('each as often as it stands there', () => {
    expect(gapsOf('[称呼]的单 [订单号]，[称呼]', ['[订单号]', '[称呼]']).map((g) => g.at)).toEqual([0, 7, 13])
  })
  test.each([
    ['[称呼]，您好', 0, '您好'],
    ['[称呼]您好', 0, '您好'],
    ['抱歉。[称呼]，马上重做', 3, '抱歉。马上重做'],
    ['谢谢[称呼]，再会', 2, '谢谢，再会'],
  ])('%j without it is %j', (text, at, wanted) =>
    expect(withoutGap(text, { gap: '[称呼]', at })).toBe(wanted),
  )
  test('English begins with a capital then', () => {
    expect(withoutGap('[name], your order is late', { gap: '[name]', at: 0 })).toBe('Your order is late')
  })
})
