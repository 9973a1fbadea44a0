import { describe, expect, test } from 'vitest'
import { readText } from './index.ts'

const NASTY = [
  '',
  ' ',
  '。。。！！！',
  '😡😡😡',
  '\ud800',
  '\udfff好\ud83d',
  '\0\0',
  'a'.repeat(20_000),
  '难吃，'.repeat(7000),
]

test('the same text reads the same, whatever was read before', () => {
  const text = '等了2小时，面都坨了，态度还特别差'
  const before = readText(text)
  for (const other of NASTY) readText(other)
  expect(readText(text)).toEqual(before)
})

describe('odd input', () => {
  test.each(NASTY.map((text) => [text.slice(0, 6), text.length, text] as const))(
    '“%s” of %i signs is read without a fault',
    (_shown, _length, text) => {
      const { kind, sentiment, severity } = readText(text)
      expect(kind.probability).toBeGreaterThan(0)
      expect(sentiment.positive).toBeGreaterThanOrEqual(0)
      expect(severity.value).toBeLessThanOrEqual(4)
    },
  )
  test('nothing to read is neither praise nor complaint', () => {
    expect(readText('').kind.value).toBe('other')
    expect(readText('！').kind.value).toBe('other')
  })
})

describe('what a person would hear', () => {
  const positive = (text: string, stars?: number) => readText(text, stars ? { stars } : {}).sentiment.positive
  test('a denial turns a word round', () => {
    expect(positive('很好吃')).toBeGreaterThan(0.5)
    expect(positive('不好吃')).toBeLessThan(0.5)
    expect(positive('一点都不新鲜')).toBeLessThan(0.5)
  })
  test('what stands behind 但是 weighs more', () => {
    expect(positive('送得很慢，但是味道很好，很满意')).toBeGreaterThan(
      positive('味道很好，但是送得很慢，很不满意'),
    )
  })
  test('stars pull', () => {
    expect(positive('还可以吧', 1)).toBeLessThan(positive('还可以吧', 5))
  })
  test('harm is an emergency', () => {
    for (const text of ['吃完拉肚子去了医院', '汤里有一只死蟑螂', '做完面膜脸又红又肿'])
      expect(readText(text).kind.value, text).toBe('emergency')
  })
  test('traditional signs and full width read like simplified ones', () => {
    expect(readText('態度很差，難吃').kind).toMatchObject({ value: readText('态度很差，难吃').kind.value })
    expect(positive('態度很差')).toBeCloseTo(positive('态度很差'))
  })
  test('a complaint is as bad as it is', () => {
    expect(readText('有一点点咸').severity.value).toBeLessThanOrEqual(2)
    expect(readText('吃完上吐下泻，全家都进了医院').severity.value).toBe(4)
    expect(readText('味道很好，下次还来').severity.value).toBe(0)
  })
})

test('the words shown stand in the text', () => {
  const text = '服務員態度很差，等了2小时才上菜😡！環境還可以，就是有點吵'
  const { kind, sentiment, severity, danger, aspects } = readText(text, { industry: 'restaurant' })
  const shown = [kind, sentiment, severity, danger, ...aspects].flatMap(({ words }) => words)
  expect(shown.length).toBeGreaterThan(3)
  for (const words of shown) expect(text).toContain(words)
})

test('a restaurant is not read for the aspects of a cosmetic', () => {
  const aspects = readText('服务员态度很差，环境很吵，味道不错，价格偏贵', { industry: 'restaurant' }).aspects
  expect(aspects.map(({ family }) => family)).not.toContain('beauty')
  expect(aspects.find(({ name }) => name === 'Service#Hospitality')).toMatchObject({ polarity: 'negative' })
  expect(aspects.flatMap(({ categories }) => categories)).toContain('service.attitude')
})

test.each([
  ['锅底很香，毛肚也脆，就是服务员忙不过来，等位等了快一个小时，停车也不方便', 'dining'],
  ['面霜收到了，包装完好，味道淡淡的，涂上很保湿，就是物流慢了两天', 'beauty'],
])('a text of unknown trade is read as the trade it plainly sounds like: %s', (text, family) => {
  const { aspects } = readText(text)
  expect(aspects.length).toBeGreaterThan(1)
  expect(new Set(aspects.map((aspect) => aspect.family))).toEqual(new Set([family]))
})
