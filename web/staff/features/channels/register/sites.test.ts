import { expect, test } from 'vitest'
import { siteOf } from './sites.ts'

test.each([
  ['https://www.xiaohongshu.com/explore/66a1', '小红书'],
  [' http://xhslink.com/a/b ', '小红书'],
  ['https://m.weibo.cn/status/1', '微博'],
  ['https://notweibo.com/1', null],
  ['https://example.org/xiaohongshu.com', null],
  ['抖音', null],
])('%s is from %s', (address, site) => {
  expect(siteOf(address)).toBe(site)
})
