import { describe, expect, test } from 'vitest'
import type { Week } from '#contracts/people'
import { isOnDuty, nextDutyAt, wallTime } from './duty.ts'

const OFF: Week = [[], [], [], [], [], [], []]
const zone = 'Asia/Shanghai'

/** A week with hours on some days; 0 is Monday. */
function week(days: Record<number, [string, string][]>): Week {
  return OFF.map((_, day) => days[day] ?? []) as Week
}

describe('somebody is on duty', () => {
  const nights = week({ 0: [['18:00', '26:00']], 6: [['20:00', '30:00']] })
  const split = week({
    2: [
      ['09:00', '12:00'],
      ['14:00', '18:00'],
    ],
  })
  // 2026-03-02 is a Monday.
  test.each<[string, Week, string, boolean]>([
    ['from the first minute', nights, '2026-03-02T18:00+08:00', true],
    ['not a minute before', nights, '2026-03-02T17:59+08:00', false],
    ['past midnight, on the day after', nights, '2026-03-03T01:59+08:00', true],
    ['until the end, which is outside', nights, '2026-03-03T02:00+08:00', false],
    ['on Monday morning from Sunday night', nights, '2026-03-02T05:59+08:00', true],
    ['but not after 30:00', nights, '2026-03-02T06:00+08:00', false],
    ['in both parts of a split shift', split, '2026-03-04T15:00+08:00', true],
    ['not in the break between', split, '2026-03-04T13:00+08:00', false],
    ['never in an empty week', OFF, '2026-03-04T15:00+08:00', false],
  ])('%s', (_, duty, at, expected) => {
    expect(isOnDuty(duty, wallTime(zone, new Date(at)))).toBe(expected)
  })

  test('by the clock on the wall of the zone', () => {
    const days = week({ 0: [['09:00', '18:00']] })
    const at = new Date('2026-03-02T09:30+08:00')
    expect(isOnDuty(days, wallTime('Asia/Shanghai', at))).toBe(true)
    expect(isOnDuty(days, wallTime('Europe/Berlin', at))).toBe(false)
  })
})

test('the next duty is the first start that has not passed, over a day off and a weekend', () => {
  const week = [
    [
      ['09:00', '12:00'],
      ['14:00', '18:00'],
    ],
    [],
    [['22:00', '26:00']],
    [],
    [],
    [],
    [],
  ] as Parameters<typeof nextDutyAt>[0]
  const next = (at: string) => nextDutyAt(week, 'Asia/Shanghai', new Date(at))?.toISOString()
  expect(next('2026-03-02T08:00:00+08:00')).toBe('2026-03-02T01:00:00.000Z')
  expect(next('2026-03-02T12:30:00+08:00')).toBe('2026-03-02T06:00:00.000Z')
  expect(next('2026-03-02T19:00:00+08:00')).toBe('2026-03-04T14:00:00.000Z')
  expect(next('2026-03-05T00:00:00+08:00')).toBe('2026-03-09T01:00:00.000Z')
  expect(nextDutyAt([[], [], [], [], [], [], []], 'Asia/Shanghai', new Date())).toBeNull()
})
