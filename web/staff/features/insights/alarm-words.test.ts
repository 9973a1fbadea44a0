import i18next from 'i18next'
import { expect, test } from 'vitest'
import type { AlarmAbout } from '#contracts/insights'
import en from '#locales/en/insights.json' with { type: 'json' }
import zh from '#locales/zh-CN/insights.json' with { type: 'json' }
import { besidesOf, oftenWords, spanWords, titleWords } from './alarm-words.ts'

const words = i18next.createInstance()
await words.init({ lng: 'en', resources: { en: { insights: en }, 'zh-CN': { insights: zh } } })
const often = (lng: string) => (days: number) => oftenWords(words.getFixedT(lng, 'insights'), days)

test('how often chance brings it: one week is no weeks', () => {
  expect([8, 20, 90, 400, 1500].map(often('en'))).toEqual([
    'about 1 week',
    'about 3 weeks',
    'about 3 months',
    'about 1 year',
    'about 4 years',
  ])
  expect([8, 90, 1500].map(often('zh-CN'))).toEqual(['约 1 周', '约 3 个月', '约 4 年'])
})

const zhCn = words.getFixedT('zh-CN', 'insights')
const about = (kind: AlarmAbout['kind'], ...names: string[]): AlarmAbout => ({
  kind,
  names,
  batch: null,
  part: null,
})

test('the heading of an alarm says what happens there, not only where', () => {
  expect(titleWords(zhCn, about('shop', '城西店'))).toBe('城西店 · 投诉异常增多')
  expect(titleWords(zhCn, about('category', '异物'))).toBe('异物 · 异常增多')
  expect(titleWords(zhCn, about('shop_category', '城西店', '态度'))).toBe('城西店 · 态度')
})

test('so many minutes are said as hours from one hour on', () => {
  const said = (minutes: number) => spanWords(zhCn, minutes)
  expect([45, 60, 104, 150, 400, 3000].map(said)).toEqual([
    '45 分钟',
    '1 小时',
    '1 小时 44 分',
    '2 小时 30 分',
    '7 小时',
    '2 天',
  ])
})

test('what is contained in something else that is heard more often is not said by itself', () => {
  const tea = '芋泥波波奶茶'
  const also = [about('emergency_product', tea), about('product', tea), about('shop', '城西店')]
  const left = besidesOf({ about: about('batch_category', '异物'), also })
  expect(left.map(({ kind }) => kind)).toEqual(['emergency_product', 'shop'])
})
