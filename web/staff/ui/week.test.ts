import { describe, expect, test } from 'vitest'
import {
  allDaysLike,
  clockFace,
  dayFault,
  halfHours,
  nextSpan,
  runsOfDays,
  timeOf,
  weekOf,
  withDay,
} from './week.ts'

describe('opening hours', () => {
  test('past midnight runs on from 24:00 and reads as the next day', () => {
    expect(timeOf(26 * 60)).toBe('26:00')
    expect(clockFace('26:30')).toEqual({ time: '02:30', nextDay: true })
    expect(clockFace('24:00')).toEqual({ time: '24:00', nextDay: false })
    expect(halfHours(0).at(-1)).toBe('30:00')
  })
  test('a split shift is fine, an overlap and a backwards span are not', () => {
    expect(
      dayFault([
        ['10:00', '14:00'],
        ['16:30', '22:30'],
      ]),
    ).toBeNull()
    expect(
      dayFault([
        ['16:30', '22:30'],
        ['10:00', '17:00'],
      ]),
    ).toBe('overlap')
    expect(dayFault([['22:00', '10:00']])).toBe('backwards')
    expect(dayFault([])).toBeNull()
  })
  test('a second span begins after the first and stays inside the day', () => {
    expect(nextSpan([['10:00', '14:00']])).toEqual(['15:00', '19:00'])
    expect(nextSpan([['10:00', '29:30']])).toEqual(['29:00', '30:00'])
  })
  test('copying a day makes seven of it, and changing one later leaves the others', () => {
    const week = allDaysLike(withDay(weekOf([]), 2, [['09:00', '21:00']]), 2)
    expect(runsOfDays(week)).toEqual([{ from: 0, to: 6, day: [['09:00', '21:00']] }])
    expect(runsOfDays(withDay(week, 6, [])).map((r) => [r.from, r.to])).toEqual([
      [0, 5],
      [6, 6],
    ])
  })
})
