import { expect, test } from 'vitest'
import en from '../../locales/en/customer.json' with { type: 'json' }
import zh from '../../locales/zh-CN/customer.json' with { type: 'json' }
import confirm from '../../locales/zh-CN/in-person.json' with { type: 'json' }
import order from '../../locales/zh-CN/order-page.json' with { type: 'json' }
import { sayTime, shortTime } from './when.ts'
import { fill, pickLocale } from './words.ts'

test.each([
  [null, ['zh-CN', 'en'], 'zh-CN'],
  [null, ['zh-Hans-HK'], 'zh-CN'],
  [null, ['zh-TW'], 'zh-TW'],
  [null, ['zh-Hant-CN'], 'zh-TW'],
  [null, ['zh-HK'], 'zh-TW'],
  [null, ['zh'], 'zh-CN'],
  [null, ['en-GB'], 'en'],
  [null, ['ja-JP', 'zh-CN'], 'zh-CN'],
  [null, ['fr-FR'], 'en'],
  [null, [], 'zh-CN'],
  ['en', ['zh-CN'], 'en'],
  ['xx', ['zh-CN'], 'zh-CN'],
])('chosen %s on a phone of %j reads %s', (chosen, languages, locale) => {
  expect(pickLocale(chosen, languages)).toBe(locale)
})

test('a space stands between a time and the Chinese after it', () => {
  const words = JSON.stringify([zh, order, confirm])
  expect(words.match(/[^"]*\{\{(time|clock|until)\}\}\p{Script=Han}[^"]*/gu)).toBeNull()
})

test('English says everything that Chinese says, with the same values', () => {
  const flat = (words: object, path = ''): [string, string][] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
    )
  const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((hit) => hit[1]).sort()
  const english = new Map(flat(en))
  expect([...english.keys()].sort()).toEqual(
    flat(zh)
      .map(([key]) => key)
      .sort(),
  )
  for (const [key, text] of flat(zh)) expect([key, names(english.get(key)!)]).toEqual([key, names(text)])
})

test('values are put in; what has none stays visible', () => {
  expect(fill('还剩 {{n}} 张', { n: 2 })).toBe('还剩 2 张')
  expect(fill('{{a}} {{b}}', { a: 0 })).toBe('0 {{b}}')
})

test.each([
  ['2026-03-02T14:15', '今天 14:15', '14:15'],
  ['2026-03-01T23:59', '昨天 23:59', '昨天 23:59'],
  ['2026-03-03T00:05', '明天 00:05', '明天 00:05'],
  ['2026-03-09T09:30', '3月9日 09:30', '3月9日 09:30'],
  ['2027-01-01T08:00', '2027年1月1日 08:00', '2027年1月1日 08:00'],
])('%s is said as %s', (at, said, short) => {
  const now = new Date('2026-03-02T09:00')
  expect(sayTime(new Date(at), now, zh, 'zh-CN')).toBe(said)
  expect(shortTime(new Date(at), now, zh, 'zh-CN')).toBe(short)
})

test.each([
  ['2026-03-02T06:15:00Z', '今天 14:15', '14:15'],
  ['2026-03-02T16:05:00Z', '明天 00:05', '明天 00:05'],
  ['2027-01-01T00:00:00Z', '2027年1月1日 08:00', '2027年1月1日 08:00'],
])('%s is said on the clock of a zone as %s, wherever the phone is', (at, said, short) => {
  const now = new Date('2026-03-01T20:00:00Z')
  expect(sayTime(new Date(at), now, zh, 'zh-CN', 'Asia/Shanghai')).toBe(said)
  expect(shortTime(new Date(at), now, zh, 'zh-CN', 'Asia/Shanghai')).toBe(short)
})
