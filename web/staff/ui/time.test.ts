import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { agoText, dayAfter, fieldIn, hourIn, instantIn, spanText } from './time.ts'

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

test.each([
  ['Asia/Shanghai', '2026-03-02T08:30', '2026-03-02T00:30:00.000Z'],
  ['Asia/Kolkata', '2026-03-02T00:10', '2026-03-01T18:40:00.000Z'],
  ['America/New_York', '2026-03-07T23:00', '2026-03-08T04:00:00.000Z'],
  ['America/New_York', '2026-03-08T03:30', '2026-03-08T07:30:00.000Z'],
  ['Europe/London', '2026-10-25T12:00', '2026-10-25T12:00:00.000Z'],
])('in %s a field with %s means %s', (zone, field, instant) => {
  expect(instantIn(zone, field)).toBe(instant)
  expect(fieldIn(zone, instant)).toBe(field)
})

test.each(['', '12026-03-02T08:30', '9999-12-31T23:59'])('a field with “%s” means no instant', (field) => {
  expect(instantIn('Asia/Shanghai', field)).toBe('')
})

test.each(['0002-03-02T08:30', '0020-03-02T08:30', '0202-03-02T08:30'])(
  'a year that is still being typed stays in the field: %s',
  (field) => {
    expect(fieldIn('Asia/Shanghai', instantIn('Asia/Shanghai', field))).toBe(field)
  },
)

test('a full hour some days on is that hour of the clock there, also when the clock is put forward between', () => {
  const evening = Date.parse('2026-03-08T03:30:00Z')
  expect(hourIn('America/New_York', evening, 0, 23).toISOString()).toBe('2026-03-08T04:00:00.000Z')
  expect(hourIn('America/New_York', evening, 1, 12).toISOString()).toBe('2026-03-08T16:00:00.000Z')
})

test('days are counted over the end of a month', () => {
  expect([dayAfter('2026-02-28', 1), dayAfter('2026-03-01', -1), dayAfter('2026-03-01', 0)]).toEqual([
    '2026-03-01',
    '2026-02-28',
    '2026-03-01',
  ])
})
