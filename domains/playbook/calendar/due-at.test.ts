import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Week } from '#contracts/people'
import { dueAt, type Pause, warnAt, workedMinutes } from './due-at.ts'
import { dateOfDay, dayNumber, holidayTable } from './holidays.ts'
import { type CalendarInput, workCalendar } from './work-calendar.ts'

const table = holidayTable()
const day: [string, string][] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
]
const office = workCalendar({
  kind: 'office',
  week: [day, day, day, day, day, [], []],
  holidays: true,
  zone: 'Asia/Shanghai',
  table,
})
const at = (text: string) => new Date(`${text}+08:00`)

describe('due instant', () => {
  test.each([
    ['within the morning', '2026-03-02T09:00', 60, '2026-03-02T10:00'],
    ['over the lunch break', '2026-03-02T11:30', 60, '2026-03-02T13:30'],
    ['exactly at closing time', '2026-03-02T17:00', 60, '2026-03-02T18:00'],
    ['over a weekend', '2026-03-06T17:30', 60, '2026-03-09T09:30'],
    ['from a Sunday', '2026-03-08T03:00', 10, '2026-03-09T09:10'],
    ['over the National Day week, onto a make-up Saturday', '2026-09-30T18:30', 60 * 17, '2026-10-10T10:00'],
    ['over the Spring Festival', '2026-02-14T17:00', 120, '2026-02-24T10:00'],
  ])('%s', (_, start, minutes, due) => {
    expect(dueAt(at(start), minutes, office)).toEqual({ at: at(due), provisional: false })
  })

  test('a closed pause is added, wherever it overlaps others', () => {
    const pauses = [
      { from: at('2026-03-02T10:30'), to: at('2026-03-02T11:30') },
      { from: at('2026-03-02T10:00'), to: at('2026-03-02T11:00') },
    ]
    expect(dueAt(at('2026-03-02T09:00'), 90, office, pauses).at).toEqual(at('2026-03-02T12:00'))
  })

  test('an open pause holds the target, unless it was reached before', () => {
    const pauses: Pause[] = [{ from: at('2026-03-02T10:00'), to: null }]
    expect(dueAt(at('2026-03-02T09:00'), 90, office, pauses).at).toBeNull()
    expect(dueAt(at('2026-03-02T09:00'), 30, office, pauses).at).toEqual(at('2026-03-02T09:30'))
    expect(dueAt(at('2026-03-02T11:00'), 30, office, pauses).at).toBeNull()
  })

  test('a due date in a year without published holidays is provisional', () => {
    expect(dueAt(at('2026-12-31T17:00'), 60, office).provisional).toBe(false)
    expect(dueAt(at('2026-12-31T17:00'), 61, office).provisional).toBe(true)
    const always = workCalendar({ kind: 'always', zone: 'Asia/Shanghai', table })
    expect(dueAt(at('2026-12-31T17:00'), 1000, always).provisional).toBe(false)
  })

  test('the warning comes at its share of the target', () => {
    expect(warnAt(at('2026-03-02T09:00'), 120, 0.75, office).at).toEqual(at('2026-03-02T10:30'))
  })

  test('a shop open one minute a week never makes the search endless', () => {
    const minute: Week = [[['09:00', '09:01']], [], [], [], [], [], []]
    const calendar = workCalendar({ kind: 'shop', shopWeek: minute, zone: 'Asia/Shanghai', table })
    expect(dueAt(at('2026-03-02T09:00'), 60 * 24 * 90, calendar).provisional).toBe(true)
  })
})

describe('worked minutes', () => {
  test('counts only working time outside pauses', () => {
    const pauses = [{ from: at('2026-03-02T16:00'), to: at('2026-03-03T09:30') }]
    expect(workedMinutes(at('2026-03-02T15:00'), at('2026-03-03T10:00'), office, pauses)).toBe(90)
    expect(workedMinutes(at('2026-03-03T15:00'), at('2026-03-03T10:00'), office)).toBe(0)
  })
})

/** Wall clock by the runtime's own calendar: slow and independent of what is tested. */
function wallClock(zone: string) {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (instant: number) => {
    const [date = '', time = ''] = format.format(instant).split(', ')
    return { date, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) }
  }
}

const toMinutes = (t: string) => Number(t.slice(0, 2)) * 60 + Number(t.slice(3))
const weekday = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

/** Whether the minute that begins at `instant` is worked, asked of the plain definition. */
function simulated(input: CalendarInput) {
  const read = wallClock(input.zone)
  const hoursOf = (date: string) => {
    const week = input.kind === 'shop' ? input.shopWeek : input.week
    const rule = input.holidays ? table.ruleOn(dayNumber(date)) : 'plain'
    if (rule === 'off') return []
    return week?.[rule === 'make_up' ? week.findIndex((h) => h.length > 0) : weekday(date)] ?? []
  }
  return (instant: number) => {
    const { date, minute } = read(instant)
    const within = (d: string, m: number) =>
      hoursOf(d).some(([from, to]) => toMinutes(from) <= m && m < toMinutes(to))
    return within(date, minute) || within(dateOfDay(dayNumber(date) - 1), minute + 1440)
  }
}

const hours = fc.array(fc.integer({ min: 0, max: 1800 }), { minLength: 0, maxLength: 6 }).map((points) => {
  const sorted = [...new Set(points)].sort((a, b) => a - b)
  const text = (m: number) =>
    `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
  const pairs: [string, string][] = []
  for (let i = 0; i + 1 < sorted.length; i += 2) pairs.push([text(sorted[i] ?? 0), text(sorted[i + 1] ?? 0)])
  return pairs
})
const oddWeek = fc
  .tuple(hours, hours, hours, hours, hours, hours, hours)
  .filter((week) => week.some((h) => h.length > 0)) as fc.Arbitrary<Week>
const moments: [zone: string, origin: string][] = [
  ['Asia/Shanghai', '2026-02-13T00:00Z'],
  ['Asia/Shanghai', '2026-09-29T00:00Z'],
  ['America/New_York', '2026-03-06T00:00Z'],
  ['America/New_York', '2026-10-30T00:00Z'],
  ['Australia/Lord_Howe', '2026-04-03T00:00Z'],
  ['Australia/Lord_Howe', '2026-10-02T00:00Z'],
  ['America/Havana', '2026-10-31T00:00Z'],
  ['Asia/Beirut', '2026-10-23T00:00Z'],
]
const SIMULATED_MINUTES = 6 * 1440

test('agrees with a minute-by-minute simulation over odd calendars', () => {
  fc.assert(
    fc.property(
      fc.record({
        moment: fc.constantFrom(...moments),
        week: oddWeek,
        kind: fc.constantFrom('shop' as const, 'office' as const),
        startAfter: fc.integer({ min: 0, max: 3000 }),
        minutes: fc.integer({ min: 1, max: 1500 }),
        pauses: fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 5000 }),
            fc.option(fc.integer({ min: 0, max: 2000 }), { freq: 8 }),
          ),
          { maxLength: 4 },
        ),
      }),
      ({ moment: [zone, origin], week, kind, startAfter, minutes, pauses: drawn }) => {
        const input: CalendarInput = { kind, zone, table, week, shopWeek: week, holidays: kind === 'office' }
        const start = Date.parse(origin) + startAfter * 60_000
        const pauses: Pause[] = drawn.map(([from, length]) => ({
          from: new Date(start + from * 60_000),
          to: length === null ? null : new Date(start + (from + length) * 60_000),
        }))
        const works = simulated(input)
        const stands = (t: number) =>
          pauses.some((p) => p.from.getTime() <= t && (p.to === null || t < p.to.getTime()))
        let left = minutes
        let expected: number | null = null
        const end = start + SIMULATED_MINUTES * 60_000
        let total = 0
        for (let t = start; t < end; t += 60_000) {
          if (!works(t) || stands(t)) continue
          total++
          if (--left === 0) expected = t + 60_000
        }
        const calendar = workCalendar(input)
        const due = dueAt(new Date(start), minutes, calendar, pauses).at
        if (expected !== null) expect(due?.getTime()).toBe(expected)
        else expect(due === null || due.getTime() > end).toBe(true)
        expect(workedMinutes(new Date(start), new Date(end), calendar, pauses)).toBe(total)
      },
    ),
    { numRuns: 80 },
  )
}, 60_000)
