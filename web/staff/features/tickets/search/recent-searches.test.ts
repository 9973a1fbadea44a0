import { beforeEach, expect, test, vi } from 'vitest'
import { forgetSearches, keepSearch, recentSearches } from './recent-searches.ts'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})

test('the newest stands first, once, and eight are kept', () => {
  for (const q of ['冰', '异物', '一', '二', '三', '四', '五', '六', '七', '冰']) keepSearch('a', q)
  expect(recentSearches('a')).toEqual(['冰', '七', '六', '五', '四', '三', '二', '一'])
  expect(recentSearches('b')).toEqual([])
  forgetSearches('a')
  expect(recentSearches('a')).toEqual([])
})

test.each(['13800001234', '138 0000 1234', 'lin@example.com'])('%s is kept on no machine', (q) => {
  keepSearch('a', q)
  expect(recentSearches('a')).toEqual([])
})
