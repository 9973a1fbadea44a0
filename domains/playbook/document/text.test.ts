import { expect, test } from 'vitest'
import { say } from './text.ts'

test.each([
  ['告诉店长', 'zh-CN', '告诉店长'],
  ['告诉店长', 'en', '告诉店长'],
  ['发送信息，默认好评', 'zh-TW', '傳送訊息，預設好評'],
  ['骑手把外卖送到门店', 'zh-TW', '外送員把外送送到門市'],
  [{ 'zh-CN': '提交', en: 'Send' }, 'en', 'Send'],
  [{ 'zh-CN': '提交', 'zh-TW': '送出' }, 'zh-TW', '送出'],
  [{ 'zh-CN': '门店', en: 'Shop' }, 'zh-TW', '門市'],
] as const)('%j in %s is %s', (text, locale, words) => {
  expect(say(text, locale)).toBe(words)
})
