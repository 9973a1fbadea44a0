import { expect, test } from 'vitest'
import { say } from './text.ts'

test.each([
  ['告诉店长', 'zh-CN', '告诉店长'],
  ['告诉店长', 'en', '告诉店长'],
  ['发送信息，默认好评', 'zh-TW', '傳送資訊，預設好評'],
  [{ 'zh-CN': '提交', en: 'Send' }, 'en', 'Send'],
  [{ 'zh-CN': '提交', 'zh-TW': '送出' }, 'zh-TW', '送出'],
  [{ 'zh-CN': '门店', en: 'Shop' }, 'zh-TW', '門店'],
] as const)('%j in %s is %s', (text, locale, words) => {
  expect(say(text, locale)).toBe(words)
})
