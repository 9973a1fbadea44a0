import chineseDays from 'chinese-days'
import type { CalendarYear } from '#contracts/playbook/versions'

const FIRST_BUILT_IN_YEAR = 2020
const DAY_MS = 86_400_000

/** What the State Council's notice says about a day: off, worked in place of a weekend day off, or nothing. */
export type DayRule = 'off' | 'make_up' | 'plain'

export type HolidayTable = {
  ruleOn(day: number): DayRule
  /** Whether the notice of that year is known. Where it is not, every answer is only by weekday and may change. */
  covers(year: number): boolean
  years: CalendarYear[]
}

/** Days since 1970-01-01 of a calendar date `YYYY-MM-DD`; the same number means the same date in every zone. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

/** The date `YYYY-MM-DD` of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

let builtIn: CalendarYear[] | undefined

/**
 * The years the library really holds, from 2020 on.
 * NOTE: for a year without data chinese-days answers by weekday and says nothing (2027-01-01 is "a workday"),
 * so a year counts only when the library names at least one public holiday in it.
 */
export function builtInYears(): CalendarYear[] {
  if (builtIn) return builtIn
  builtIn = []
  for (let year = FIRST_BUILT_IN_YEAR; ; year++) {
    const known = yearFromLibrary(year)
    if (known.offDays.length === 0) return builtIn
    builtIn.push(known)
  }
}

/**
 * The table that working calendars look at: the built-in years, each replaced by an uploaded one of the same year.
 * Shape: a notice may also name the last days of the year before (2022-12-31 stood in the one for 2023); they are added.
 */
export function holidayTable(uploaded: readonly CalendarYear[] = []): HolidayTable {
  const years = new Map(builtInYears().map((y) => [y.year, y]))
  for (const year of uploaded) years.set(year.year, year)
  const rules = new Map<number, DayRule>()
  const inOrder = [...years.values()].sort((a, b) => a.year - b.year)
  for (const year of inOrder) {
    for (const date of year.offDays) rules.set(dayNumber(date), 'off')
    for (const date of year.makeUpWorkdays) rules.set(dayNumber(date), 'make_up')
  }
  return {
    ruleOn: (day) => rules.get(day) ?? 'plain',
    covers: (year) => years.has(year),
    years: inOrder,
  }
}

function yearFromLibrary(year: number): CalendarYear {
  const offDays: string[] = []
  const makeUpWorkdays: string[] = []
  const end = dayNumber(`${year + 1}-01-01`)
  for (let day = dayNumber(`${year}-01-01`); day < end; day++) {
    const date = dateOfDay(day)
    const detail = chineseDays.getDayDetail(date)
    if (!detail.name.includes(',')) continue
    if (detail.work) makeUpWorkdays.push(date)
    else offDays.push(date)
  }
  return { year, offDays, makeUpWorkdays }
}
