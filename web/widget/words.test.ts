import { expect, test } from 'vitest'
import { pickWords } from './words.ts'

test.each([
  [['zh-CN'], 'zh-CN'],
  [['zh'], 'zh-CN'],
  [['zh-Hant-HK', 'en'], 'zh-TW'],
  [['zh-Hans-HK'], 'zh-CN'],
  [['fr', 'zh-TW'], 'zh-TW'],
  [['en-GB', 'zh-CN'], 'en'],
  [['fr', 'de'], 'en'],
])('%s is answered in %s', (languages, locale) => expect(pickWords(languages).locale).toBe(locale))
