import { expect, test } from 'vitest'
import { sentence } from './locale.ts'

test('English says one as well as many; Chinese has one sentence for both', () => {
  const gift = (locale: 'en' | 'zh-CN', points: number) =>
    sentence(locale, 'server', 'gift.points', { points: String(points), count: points })
  expect([0, 1, 2].map((points) => gift('en', points))).toEqual(['0 points', '1 point', '2 points'])
  expect([1, 2].map((points) => gift('zh-CN', points))).toEqual(['1 积分', '2 积分'])
  const merged = { count: 1, number: 'HY-1', target: 'HY-2' }
  expect(sentence('en', 'errors', 'links.sourceHasMerged', merged)).toContain('1 ticket is merged into HY-1')
})

test('where no number is given the sentence of many stands in; what nobody wrote is its key', () => {
  expect(sentence('en', 'server', 'gift.points', { points: '20' })).toBe('20 points')
  expect(sentence('en', 'server', 'gift.nothing')).toBe('gift.nothing')
})
