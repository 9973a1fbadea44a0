import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { agoText, spanText } from './time.ts'

const t = ((key: string, values?: Record<string, unknown>) =>
  [key, ...Object.values(values ?? {})].join(' ')) as TFunction
const now = Date.parse('2026-03-02T06:00:00Z')
const ago = (minutes: number) =>
  agoText(t, new Date(now - minutes * 60_000).toISOString(), now, 'zh-CN', 'Asia/Shanghai')

test.each([
  ['within a minute', 0.5, 'common:time.now'],
  ['minutes', 59, 'common:time.minutesAgo 59'],
  ['hours', 90, 'common:time.hoursAgo 1'],
  ['earlier the same day, by the clock', 13 * 60, '01:00'],
  ['yesterday in the brand zone, not in UTC', 15 * 60, 'common:time.yesterday 23:00'],
  ['before that, the date', 3 * 24 * 60, '2月27日'],
])('when it happened: %s', (_name, minutes, says) => {
  expect(ago(minutes)).toBe(says)
})

test.each([
  [20_000, 'common:time.seconds 20'],
  [59 * 60_000, 'common:time.minutes 59'],
  [-61 * 60_000, 'common:time.hours 1'],
  [49 * 3_600_000, 'common:time.days 2'],
])('a span of %d ms reads %s', (ms, says) => {
  expect(spanText(t, ms)).toBe(says)
})
