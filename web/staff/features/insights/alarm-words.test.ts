import i18next from 'i18next'
import { expect, test } from 'vitest'
import en from '#locales/en/insights.json' with { type: 'json' }
import zh from '#locales/zh-CN/insights.json' with { type: 'json' }
import { oftenWords } from './alarm-words.ts'

const words = i18next.createInstance()
await words.init({ lng: 'en', resources: { en: { insights: en }, 'zh-CN': { insights: zh } } })
const often = (lng: string) => (days: number) => oftenWords(words.getFixedT(lng, 'insights'), days)

test('how often chance brings it: one week is no weeks', () => {
  expect([8, 20, 90, 400, 1500].map(often('en'))).toEqual([
    '1 week',
    '3 weeks',
    '3 months',
    '1 year',
    '4 years',
  ])
  expect([8, 90, 1500].map(often('zh-CN'))).toEqual(['约 1 周', '约 3 个月', '约 4 年'])
})
