import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import type { Week } from '#contracts/people'
import { holidayTable } from './holidays.ts'
import { intervalsOn, workCalendar } from './work-calendar.ts'

const table = holidayTable()
const nine: [string, string][] = [['09:00', '18:00']]
const week: Week = [[['08:30', '17:30']], nine, nine, nine, nine, [], []]

function shown(calendar: ReturnType<typeof workCalendar>, zone: string, date: string) {
  const clock = (at: Date) => DateTime.fromJSDate(at, { zone }).toFormat('HH:mm')
  return intervalsOn(calendar, date).map((i) => `${clock(i.from)}-${clock(i.to)}`)
}

describe('office', () => {
  const zone = 'Asia/Shanghai'
  const calendar = workCalendar({ kind: 'office', week, holidays: true, zone, table })

  test.each([
    ['an ordinary Wednesday', '2026-03-04', ['09:00-18:00']],
    ['a Sunday', '2026-03-08', []],
    ['a public holiday on a weekday', '2026-10-01', []],
    ["a make-up Saturday has Monday's hours", '2026-10-10', ['08:30-17:30']],
  ])('%s', (_, date, expected) => {
    expect(shown(calendar, zone, date)).toEqual(expected)
  })

  test('days beyond the published years are marked', () => {
    expect(calendar.on(20_000).certain).toBe(true)
    expect(calendar.on(21_000).certain).toBe(false)
  })

  test('without holidays only the weekday counts', () => {
    const plain = workCalendar({ kind: 'office', week, holidays: false, zone, table })
    expect(shown(plain, zone, '2026-10-01')).toEqual(['09:00-18:00'])
    expect(shown(plain, zone, '2026-10-10')).toEqual([])
    expect(plain.on(21_000).certain).toBe(true)
  })
})

describe('shop', () => {
  const zone = 'Asia/Shanghai'
  const late: [string, string][] = [
    ['10:00', '14:00'],
    ['17:00', '26:30'],
  ]
  const shop = (shopWeek: Week) => workCalendar({ kind: 'shop', zone, shopWeek, table, holidays: false })

  test('split shift past midnight: the rest of the night belongs to the day it began', () => {
    const calendar = shop([late, late, late, late, late, [], []])
    expect(shown(calendar, zone, '2026-03-02')).toEqual(['10:00-14:00', '17:00-00:00'])
    expect(shown(calendar, zone, '2026-03-03')).toEqual(['00:00-02:30', '10:00-14:00', '17:00-00:00'])
    expect(shown(calendar, zone, '2026-03-07')).toEqual(['00:00-02:30'])
  })

  test('overlapping nights are not counted twice', () => {
    const calendar = shop([late, [['00:00', '24:00']], late, late, late, late, late])
    expect(shown(calendar, zone, '2026-03-03')).toEqual(['00:00-00:00'])
    expect(calendar.on(20_515).workMs).toBe(86_400_000)
  })

  test('a shop works on public holidays', () => {
    expect(shown(shop([late, late, late, late, late, late, late]), zone, '2026-10-01')).toHaveLength(3)
  })

  test('a shop without any hours runs round the clock', () => {
    expect(shop([[], [], [], [], [], [], []]).on(20_515).workMs).toBe(86_400_000)
  })
})

describe('zones', () => {
  const always = (zone: string) => workCalendar({ kind: 'always', zone, table })

  test.each([
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Africa/Casablanca', '2026-02-15', 25],
    ['Asia/Shanghai', '2026-03-08', 24],
  ])('%s on %s has %d hours', (zone, date, hours) => {
    const spans = intervalsOn(always(zone), date)
    expect(spans.reduce((sum, s) => sum + (s.to.getTime() - s.from.getTime()), 0) / 3_600_000).toBe(hours)
  })

  test('an hour the clock skips is not worked', () => {
    const night: [string, string][] = [['02:00', '03:30']]
    const calendar = workCalendar({
      kind: 'shop',
      zone: 'America/New_York',
      shopWeek: [night, night, night, night, night, night, night],
      table,
    })
    expect(shown(calendar, 'America/New_York', '2026-03-08')).toEqual(['03:00-03:30'])
  })

  test('the local date at an instant', () => {
    const instant = Date.parse('2026-03-02T16:30:00Z')
    expect(always('Asia/Shanghai').dayAt(instant)).toBe(always('UTC').dayAt(instant) + 1)
  })
})
