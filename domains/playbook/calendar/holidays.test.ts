import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { builtInYears, dateOfDay, dayNumber, holidayTable } from './holidays.ts'
import { intervalsOn, workCalendar } from './work-calendar.ts'

const range = (from: string, to: string) => {
  const dates: string[] = []
  for (let day = dayNumber(from); day <= dayNumber(to); day++) dates.push(dateOfDay(day))
  return dates
}

/** The State Council's notice for 2026, as public facts. */
const year2026 = {
  offDays: [
    ...range('2026-01-01', '2026-01-03'),
    ...range('2026-02-15', '2026-02-23'),
    ...range('2026-04-04', '2026-04-06'),
    ...range('2026-05-01', '2026-05-05'),
    ...range('2026-06-19', '2026-06-21'),
    ...range('2026-09-25', '2026-09-27'),
    ...range('2026-10-01', '2026-10-07'),
  ],
  makeUpWorkdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
}

const office = workCalendar({
  kind: 'office',
  week: [
    [['09:00', '18:00']],
    [['09:00', '18:00']],
    [['09:00', '18:00']],
    [['09:00', '18:00']],
    [['09:00', '18:00']],
    [],
    [],
  ],
  holidays: true,
  zone: 'Asia/Shanghai',
  table: holidayTable(),
})
const isWorkday = (date: string) => intervalsOn(office, date).length > 0
const workdayAfter = (from: string, count: number) => {
  let day = dayNumber(from)
  for (let left = count; left > 0; ) if (isWorkday(dateOfDay(++day))) left--
  return dateOfDay(day)
}

describe('holidays', () => {
  test('the built-in years are the ones the library really holds', () => {
    expect(builtInYears().map((y) => y.year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026])
    expect(builtInYears().at(-1)).toEqual({ year: 2026, ...year2026 })
  })

  test('2026 has 248 working days', () => {
    expect(range('2026-01-01', '2026-12-31').filter(isWorkday)).toHaveLength(248)
  })

  test.each([
    ['2026-09-28', 7, '2026-10-13'],
    ['2026-02-13', 7, '2026-03-02'],
    ['2026-04-30', 1, '2026-05-06'],
    ['2026-05-08', 1, '2026-05-09'],
    ['2026-01-01', 1, '2026-01-04'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-09-18', 1, '2026-09-20'],
  ])('from %s, %i working days end on %s', (from, count, expected) => {
    expect(workdayAfter(from, count)).toBe(expected)
  })

  test('a year without a notice is not covered, until it is uploaded', () => {
    expect(holidayTable().covers(2027)).toBe(false)
    const table = holidayTable([
      { year: 2027, offDays: ['2026-12-31', '2027-01-01'], makeUpWorkdays: ['2027-01-03'] },
    ])
    expect(table.covers(2027)).toBe(true)
    expect(table.ruleOn(dayNumber('2027-01-01'))).toBe('off')
    expect(table.ruleOn(dayNumber('2027-01-03'))).toBe('make_up')
    expect(table.ruleOn(dayNumber('2026-12-31'))).toBe('off')
  })

  test('an uploaded year replaces the built-in one', () => {
    const table = holidayTable([{ year: 2026, offDays: ['2026-01-01'], makeUpWorkdays: [] }])
    expect(table.ruleOn(dayNumber('2026-01-02'))).toBe('plain')
    expect(table.ruleOn(dayNumber('2025-10-01'))).toBe('off')
  })

  test('the reference vectors agree', () => {
    const vectors = new URL('../../../test/vectors/workdays-2026.json', import.meta.url)
    const file = JSON.parse(readFileSync(vectors, 'utf8')) as {
      offDays: string[]
      makeUpWorkdays: string[]
      sums: { from: string; workingDays: number; expect: string }[]
    }
    expect(file.offDays).toEqual(year2026.offDays)
    expect(file.makeUpWorkdays).toEqual(year2026.makeUpWorkdays)
    for (const sum of file.sums) expect(workdayAfter(sum.from, sum.workingDays)).toBe(sum.expect)
  })
})
