import { expect, test } from 'vitest'
import { placeWords, scopeWords, windowsBack } from './narrowing.ts'

const BRAND = '01900000-0000-7000-8000-0000000000b1'

test('windows follow one another without a gap, and each word of a ticket’s time stands in the one it falls into', () => {
  const newest = new Date('2026-03-02T04:00:00Z')
  const windows = windowsBack(BRAND, newest)
  expect(windows.map((w) => w.from?.toISOString() ?? null)).toEqual([
    '2026-02-23T00:00:00.000Z',
    '2025-12-01T00:00:00.000Z',
    '2025-03-01T00:00:00.000Z',
    '2023-03-01T00:00:00.000Z',
    null,
  ])
  for (let days = 0; days < 1500; days++) {
    const at = new Date(newest.getTime() - days * 86_400_000)
    const window = windows.find((w) => !w.from || w.from <= at)!
    expect(
      placeWords(BRAND, at, null).some((word) => window.words.includes(word)),
      at.toISOString(),
    ).toBe(true)
  }
})

test('a reach of many shops is left to the ticket’s own column', () => {
  const shops = Array.from({ length: 41 }, (_, i) => `01900000-0000-7000-8000-0000000000${i + 10}`)
  expect(scopeWords({ shops, own: false, staffId: null })).toBeNull()
  expect(scopeWords({ shops: 'all', own: false, staffId: null })).toBeNull()
  expect(scopeWords({ shops: shops.slice(0, 1), own: true, staffId: BRAND })).toEqual([
    '@s000000000010',
    '@h0000000000b1',
  ])
})
